/** Every example of the field's syntax, and a table of 301 of our own: read as meant, and printed as read. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../core/model/workout.ts'
import { describeSteps, parseWorkout, printWorkout } from '../../core/workout/text.ts'

const stepsOf = (text: string) => {
  const read = parseWorkout(text)
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`)
  return read.value
}
const only = (text: string) => stepsOf(text).steps[0] as Step
const fromTo = (of: string, from: number, to = from, more = {}) => ({ type: 'range', of, from, to, ...more })

describe('the examples of the syntax', () => {
  test.each([
    ['1h', 3600],
    ['10m', 600],
    ['30s', 30],
    ['1h30m', 5400],
    ['5m30s', 330],
    ['1m30', 90],
    ["5'", 300],
    ['30"', 30],
    ['1\'30"', 90],
    ['5:00', 300],
    ['1:30:00', 5400],
    ['400m', 24_000],
  ])('the duration %s', (word, value) => expect(only(`- ${word}`).amount).toEqual({ unit: 's', value }))
  test.each([
    ['2km', 2000],
    ['0.4km', 400],
    ['1mi', 1609],
    ['4.5mi', 7242],
    ['400mtr', 400],
    ['500mtr', 500],
    ['100yrd', 91],
  ])('the distance %s', (word, value) => expect(only(`- ${word}`).amount).toEqual({ unit: 'm', value }))
  test.each([
    ['75%', fromTo('ftp', 75)],
    ['95-105%', fromTo('ftp', 95, 105)],
    ['220w', fromTo('watts', 220)],
    ['200-240w', fromTo('watts', 200, 240)],
    ['Z2', fromTo('power-zone', 2)],
    ['Z3-Z4', fromTo('power-zone', 3, 4)],
    ['60% MMP 5m', fromTo('best-power', 60, 60, { over: 300 })],
    ['CZ1', fromTo('custom-zone', 1)],
    ['70% HR', fromTo('max-hr', 70)],
    ['75-80% HR', fromTo('max-hr', 75, 80)],
    ['95% LTHR', fromTo('threshold-hr', 95)],
    ['90-95% LTHR', fromTo('threshold-hr', 90, 95)],
    ['Z2 HR', fromTo('hr-zone', 2)],
    ['Z2-Z3 HR', fromTo('hr-zone', 2, 3)],
    ['145bpm', fromTo('bpm', 145)],
    ['140-150bpm', fromTo('bpm', 140, 150)],
    ['60% Pace', fromTo('threshold-pace', 60)],
    ['78-82% Pace', fromTo('threshold-pace', 78, 82)],
    ['Z2 Pace', fromTo('pace-zone', 2)],
    ['5:00/km Pace', fromTo('pace-km', 300)],
    ['7:15-7:00/km Pace', fromTo('pace-km', 435, 420)],
    ['8:00/mi Pace', fromTo('pace-mi', 480)],
    ['1:45/100m Pace', fromTo('pace-100m', 105)],
    ['ramp 50%-75%', fromTo('ftp', 50, 75, { ramp: true })],
    ['ramp 60-80% Pace', fromTo('threshold-pace', 60, 80, { ramp: true })],
    ['freeride', { type: 'free' }],
    ['free', { type: 'free' }],
  ])('the target %s', (words, target) => expect(only(`- 10m ${words}`).target).toEqual(target))
  test.each([
    ['90rpm', { unit: 'rpm', from: 90, to: 90 }],
    ['85-95rpm', { unit: 'rpm', from: 85, to: 95 }],
    ['170spm', { unit: 'spm', from: 170, to: 170 }],
  ])('the cadence %s', (words, cadence) => expect(only(`- 15m 60-90% ${words}`).cadence).toEqual(cadence))
  test('a lap button ends a step of nine minutes, or one without a length', () => {
    expect(only('- 9m Z2 press lap')).toMatchObject({ amount: { unit: 's', value: 540 }, lap: true })
    expect(only('- lap press Z2')).toMatchObject({ amount: { unit: 'lap' }, target: fromTo('power-zone', 2) })
  })
  test('words that come up while the step runs stand before <!>', () =>
    expect(only('- First prompt 33^Second prompt at 33s <!> 10m ramp 4:30-5:00/km pace')).toMatchObject({
      cue: 'First prompt 33^Second prompt at 33s',
      amount: { unit: 's', value: 600 },
      target: fromTo('pace-km', 270, 300, { ramp: true }),
    }))
  test('an appended rest is a step of its own', () =>
    expect(describeSteps(stepsOf('- 200mtr 95% pace 30s rest').steps)).toBe('200 m at 95 % of threshold pace · 30 s'))
  test('the whole example', () => {
    const text =
      'Warmup\n- 15m 6:15-5:45/km Pace\n\nMain Set 5x\n- Strong, relaxed 1km 4:15-4:05/km Pace\n- Jog 2m 6:30-6:00/km Pace intensity=rest\n\nCooldown\n- 10m Z1 HR'
    const { steps, remarks } = stepsOf(text)
    expect(remarks).toEqual([])
    expect(describeSteps(steps)).toBe(
      '15 min at 6:15–5:45 /km · 5 × (1 km at 4:15–4:05 /km, 2 min at 6:30–6:00 /km) · 10 min in heart-rate zone 1',
    )
    expect(printWorkout(steps)).toBe(text)
  })
  test('a pace without its word is a fault that names its place and the word', () =>
    expect(parseWorkout('- 10m E\n- 1km 5:00/km')).toEqual({
      ok: false,
      error: {
        type: 'PaceWithoutWord',
        at: { line: 2, column: 7, length: 7 },
        word: '5:00/km',
        instead: '- 1km 5:00/km Pace',
      },
    }))
  test.each(['5K pace', 'marathon pace', 'threshold'])('%s is no target', words =>
    expect(parseWorkout(`- 10m ${words}`).ok).toBe(false),
  )
})

const table = readFileSync('test/fixtures/workout-texts.tsv', 'utf8')
  .replace(/\n$/, '')
  .split('\n')
  .map(line => line.split('\t') as [string, string, string])

test('a table of our own: each text is read as it is described, and prints and reads back', () => {
  expect(table.length).toBeGreaterThanOrEqual(300)
  const read = table.map(([text]) => {
    const { steps, remarks } = stepsOf(text.replaceAll(' ⏎ ', '\n'))
    expect(stepsOf(printWorkout(steps)).steps).toEqual(steps)
    return [text, describeSteps(steps), remarks.map(({ type }) => type).join(',')]
  })
  expect(read).toEqual(table)
})
