import { describe, expect, test } from 'vitest'
import { activitiesIn, explainImport, importBytes } from '../../core/import/index.ts'
import { fitFile, fitStart, steadyRun } from '../kit/fit-file.ts'

const options = { freeBytes: null, stopped: () => false, zone: () => -210 }
const read = async (bytes: Uint8Array, name = 'run.fit') => importBytes({ name, bytes }, options)
const one = async (bytes: Uint8Array) => activitiesIn((await read(bytes))[0]!)[0]!

const joined = (...parts: readonly Uint8Array[]) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

describe('a FIT file of a run', () => {
  test('becomes one whole summary', async () => {
    const [report, ...more] = await read(fitFile({ samples: steadyRun(1200) }))
    expect(more).toEqual([])
    expect(report).toEqual({
      file: 'run.fit',
      outcome: 'imported',
      why: null,
      format: 'fit',
      entries: [
        {
          type: 'activity',
          activity: {
            id: '85cd8b0a3afe9fc331f266bce0acc80e',
            sport: 'run',
            name: null,
            day: '2026-05-12',
            start: '2026-05-12T07:00:00',
            utc: fitStart,
            durationS: 1200,
            elapsedS: 1200,
            distanceM: 3600,
            ascentM: null,
            flatDistanceM: 3600,
            meanHr: 150,
            maxHr: 150,
            temperatureC: null,
            hrSeconds: [[150, 1200]],
            paceSeconds: [[330, 1200]],
            bestEfforts: [
              { distanceM: 400, durationS: 133 },
              { distanceM: 800, durationS: 267 },
              { distanceM: 1000, durationS: 333 },
              { distanceM: 1609, durationS: 536 },
              { distanceM: 3000, durationS: 1000 },
            ],
            splits: [],
            decoupling: null,
            rpe: null,
            comment: null,
            sources: [{ kind: 'fit', name: 'run.fit', id: '85cd8b0a3afe9fc331f266bce0acc80e' }],
          },
        },
      ],
    })
    expect(explainImport(report!)).toBe('run.fit: read, one activity.')
  })

  test('has the same id under another name', async () => {
    const bytes = fitFile({ samples: steadyRun(600) })
    const [report] = await importBytes({ name: 'elsewhere/4711.FIT', bytes }, options)
    expect(activitiesIn(report!)[0]!.id).toBe((await one(bytes)).id)
  })

  test('stands on the local day of the watch, in Apia as in St. John’s', async () => {
    const start = Date.UTC(2026, 4, 12, 11, 30) / 1000
    const at = async (offsetMin: number | null) => {
      const { day, start: local, utc } = await one(fitFile({ start, offsetMin, samples: steadyRun(60) }))
      return { day, local, utc }
    }
    expect(await at(780)).toEqual({ day: '2026-05-13', local: '2026-05-13T00:30:00', utc: start })
    expect(await at(-150)).toEqual({ day: '2026-05-12', local: '2026-05-12T09:00:00', utc: start })
  })

  test('takes the zone it is given where the watch does not say', async () => {
    expect((await one(fitFile({ offsetMin: null, samples: steadyRun(60) }))).start).toBe('2026-05-12T01:30:00')
  })

  test('counts no pause, and a silence for ten seconds at most', async () => {
    const samples = [
      ...steadyRun(300),
      { t: 900, d: 900, hr: 100 },
      { t: 901, d: 903, hr: 100 },
      { t: 960, d: 1080, hr: 100 },
    ]
    const run = await one(
      fitFile({ samples, pauses: [[300, 900]], sessions: [{ timerS: 360, elapsedS: 960, distanceM: 1080 }] }),
    )
    expect({ durationS: run.durationS, elapsedS: run.elapsedS, hrSeconds: run.hrSeconds }).toEqual({
      durationS: 360,
      elapsedS: 960,
      hrSeconds: [
        [100, 11],
        [150, 300],
      ],
    })
  })

  test('keeps its laps as splits', async () => {
    const laps = [
      { from: 0, durationS: 300, distanceM: 900 },
      { from: 300, durationS: 300, distanceM: 1000 },
    ]
    expect((await one(fitFile({ samples: steadyRun(600), laps }))).splits).toEqual([
      { durationS: 300, distanceM: 900, meanHr: null },
      { durationS: 300, distanceM: 1000, meanHr: null },
    ])
  })

  test('uphill is worth more flat metres, by Minetti’s cost', async () => {
    const samples = steadyRun(1200).map(sample => ({ ...sample, alt: 100 + sample.d! * 0.1 }))
    const run = await one(fitFile({ samples }))
    expect(run.flatDistanceM! / run.distanceM!).toBeCloseTo(1.66, 1)
  })

  test('drifts by as much as the heart climbs in its second half', async () => {
    const samples = steadyRun(3600).map(sample => ({ ...sample, hr: sample.t < 1800 ? 140 : 154 }))
    expect((await one(fitFile({ samples }))).decoupling).toBeCloseTo(1 - 140 / 154, 2)
  })

  test('no best effort spans a jump of the satellites', async () => {
    const samples = steadyRun(600, 3).map(sample => (sample.t < 300 ? sample : { ...sample, d: sample.d! + 5000 }))
    expect((await one(fitFile({ samples }))).bestEfforts).toEqual([
      { distanceM: 400, durationS: 133 },
      { distanceM: 800, durationS: 267 },
    ])
  })
})

describe('other FIT files', () => {
  test('a ride is kept and said not to count as running', async () => {
    const [report] = await read(
      fitFile({ samples: steadyRun(600, 8), sessions: [{ sport: 'cycling', timerS: 600 }] }),
      'ride.fit',
    )
    expect(
      activitiesIn(report!).map(({ sport, paceSeconds, bestEfforts }) => ({ sport, paceSeconds, bestEfforts })),
    ).toEqual([{ sport: 'ride', paceSeconds: null, bestEfforts: [] }])
    expect(explainImport(report!)).toBe('ride.fit: read. Kept as a ride; not counted as running. Nothing to do.')
  })

  test('a triathlon becomes one activity for each sport', async () => {
    const sessions = [
      { sport: 'swimming', timerS: 100 },
      { sport: 'transition', from: 100, timerS: 50 },
      { sport: 'running', from: 150, timerS: 150 },
    ] as const
    const [report] = await read(fitFile({ samples: steadyRun(300), sessions }))
    expect(activitiesIn(report!).map(({ sport, hrSeconds }) => ({ sport, hrSeconds }))).toEqual([
      { sport: 'swim', hrSeconds: [[150, 100]] },
      { sport: 'run', hrSeconds: [[150, 150]] },
    ])
  })

  test.each([
    ['workout', 'plan.fit: this holds a planned workout, not an activity. Nothing to do.'],
    ['settings', 'plan.fit: this holds device settings, not an activity. Nothing to do.'],
    ['course', 'plan.fit: this holds a course, not an activity. Nothing to do.'],
  ] as const)('a %s is passed over with a word', async (type, says) => {
    const [report] = await read(fitFile({ type }), 'plan.fit')
    expect({ outcome: report!.outcome, says: explainImport(report!) }).toEqual({ outcome: 'skipped', says })
  })

  test('one cut short gives what is there, and says so', async () => {
    const whole = fitFile({ samples: steadyRun(600) })
    const [report] = await read(whole.slice(0, Math.floor(whole.length / 2)))
    const { sport, durationS, distanceM } = activitiesIn(report!)[0]!
    expect({ sport, durationS, distanceM }).toEqual({ sport: 'run', durationS: 298, distanceM: 894 })
    expect(explainImport(report!)).toBe(
      'run.fit: the file is cut short; what was there was read. Export it again to have the rest.',
    )
  })

  test('one cut off within its header is refused', async () => {
    const whole = fitFile({ samples: steadyRun(600) })
    for (const length of [5, 12, 20]) {
      const [report] = await read(whole.slice(0, length))
      expect({ outcome: report!.outcome, says: explainImport(report!) }).toEqual({
        outcome: 'refused',
        says: 'run.fit: the file is damaged and nothing could be recovered. Export or copy it from the watch or service again.',
      })
    }
  })

  test('chained files are all read', async () => {
    const first = fitFile({ samples: steadyRun(600) })
    const second = fitFile({ start: fitStart + 86_400, samples: steadyRun(300) })
    const [report] = await read(joined(first, second, fitFile({ type: 'settings' })))
    expect({ days: activitiesIn(report!).map(({ day }) => day), why: report!.why }).toEqual({
      days: ['2026-05-12', '2026-05-13'],
      why: null,
    })
  })

  test('a broken second part does not lose the first', async () => {
    const first = fitFile({ samples: steadyRun(600) })
    const [report] = await read(joined(first, new Uint8Array(40)))
    expect({ count: activitiesIn(report!).length, why: report!.why }).toEqual({
      count: 1,
      why: { type: 'Recovered', what: 'later-part', sports: [] },
    })
  })

  test('a changed byte is told by the checksum', async () => {
    const bytes = fitFile({ samples: steadyRun(600) })
    bytes[2000]! ^= 1
    expect((await read(bytes))[0]!.why).toMatchObject({ type: 'Recovered', what: 'checksum' })
  })

  test('an empty file is refused by name', async () => {
    expect((await read(new Uint8Array())).map(explainImport)).toEqual([
      'run.fit: the file is empty. Download or copy it again.',
    ])
  })
})
