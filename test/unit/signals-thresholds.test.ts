/** Where a threshold came from, when, and what the best efforts of a season say together. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHistory } from '../../core/cli/real-histories.ts'
import { addDays } from '../../core/model/day.ts'
import { aRun, aSession, daysAgo, given, runsSince } from '../../core/signals/basis/given.ts'
import { criticalSpeedOn, effortCurve, thresholdHistory, thresholdsFor } from '../../core/signals/index.ts'

const data = '../shared/data'

describe('the history of a threshold', () => {
  const race = aRun(daysAgo(100), 10.1, { durationS: 2400 })
  const faster = aRun(daysAgo(30), 5.05, { durationS: 1110 })
  const said = (context: Parameters<typeof thresholdHistory>[0]) =>
    thresholdHistory(context).map(entry =>
      entry.paceSPerKm === null ? [entry.day, null] : [entry.day, entry.paceSPerKm, entry.origin],
    )

  test('begins with the first run, and goes up with each better effort', () =>
    expect(said(given({ activities: [aRun(daysAgo(120), 8), race, ...runsSince(90, 8), faster] }))).toEqual([
      [daysAgo(120), 338, 'training'],
      [daysAgo(100), 247, 'race-distance'],
      [daysAgo(30), 238, 'race-distance'],
    ]))

  test('a planned race is a race, and a session called a test is one', () => {
    const sessions = [
      aSession(race.day, { purpose: 'race', steps: [] }),
      aSession(faster.day, { title: '5 km time trial', steps: [] }),
    ]
    expect(said(given({ activities: [race, faster], sessions })).map(entry => entry[2])).toEqual(['race', 'test'])
  })

  test('after half a year the next best takes its place, and then nobody knows', () =>
    expect(
      said(
        given({ activities: [aRun(daysAgo(400), 5, { durationS: 1110 }), aRun(daysAgo(390), 5, { durationS: 1200 })] }),
      ),
    ).toEqual([
      [daysAgo(400), 238, 'race-distance'],
      [daysAgo(220), 256, 'race-distance'],
      [daysAgo(210), null],
    ]))

  test.skipIf(!existsSync(data))('ends, in a real history, where the thresholds of the day stand', async () => {
    const read = await readHistory(data, 'runner-zhengfran-7y')
    if (!read.ok) throw new Error(read.error.says)
    for (const day of ['2021-07-01', '2023-11-11', '2026-01-01'] as never[]) {
      const context = given({ day, activities: read.value })
      const entries = thresholdHistory(context)
      expect(entries.at(-1)?.paceSPerKm).toBe(
        thresholdsFor(context.content.profile, context.history, day).thresholdPaceSPerKm,
      )
      expect(entries.every((entry, i) => i === 0 || entries[i - 1]!.day <= entry.day)).toBe(true)
      expect(entries.length).toBeGreaterThan(5)
    }
  })
})

describe('the best-effort curve', () => {
  const efforts = [
    { distanceM: 800, durationS: 150 },
    { distanceM: 1609, durationS: 330 },
    { distanceM: 5000, durationS: 1140 },
  ]
  const slower = efforts.map(({ distanceM, durationS }) => ({ distanceM, durationS: durationS + 9 }))
  const activities = [
    aRun(daysAgo(50), 9, { bestEfforts: slower }),
    aRun(daysAgo(40), 9, { bestEfforts: efforts }),
    aRun(daysAgo(10), 10.2, { durationS: 2500 }),
  ]

  test('has the best of each distance with its run, the whole run at its official distance among them', () =>
    expect(
      effortCurve(activities, daysAgo(60), daysAgo(0)).map(({ distanceM, durationS, day }) => [
        distanceM,
        durationS,
        day,
      ]),
    ).toEqual([
      [800, 150, daysAgo(40)],
      [1609, 330, daysAgo(40)],
      [5000, 1140, daysAgo(40)],
      [10_000, 2500, daysAgo(10)],
    ]))

  test('a stretch that stands out as no runner does is left out for the next best', () => {
    const jumped = aRun(daysAgo(20), 9, { bestEfforts: [{ distanceM: 400, durationS: 45 }] })
    const run = aRun(daysAgo(15), 9, { bestEfforts: [{ distanceM: 400, durationS: 70 }] })
    const shortest = (given: typeof activities) => effortCurve(given, daysAgo(60), daysAgo(0))[0]
    expect(shortest([...activities.slice(0, 2), jumped, run])).toMatchObject({ distanceM: 400, durationS: 70 })
    expect(shortest([...activities.slice(0, 2), jumped])).toMatchObject({ distanceM: 800 })
  })

  test('a recording faster than anybody runs is a fault', () =>
    expect(effortCurve([aRun(daysAgo(3), 5, { durationS: 600 })], daysAgo(9), daysAgo(0))).toEqual([]))

  test('critical speed rests on three efforts of 2 to 20 minutes and says which', () => {
    const reading = criticalSpeedOn(given({ activities }), daysAgo(0))
    expect(reading.known && reading.value.efforts.map(({ distanceM }) => distanceM)).toEqual([800, 1609, 5000])
    expect(reading.known && reading.value.speed).toBeCloseTo(2350110 / 556200, 3)
    expect(reading.known && reading.from).toEqual([`run-${daysAgo(40)}`])
    expect(criticalSpeedOn(given({ activities, day: addDays(daysAgo(0), 100) }), addDays(daysAgo(0), 100)).known).toBe(
      false,
    )
  })
})
