import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/lib/parse.ts'
import { type Step, type Steps, stepsSchema } from '../../core/model/workout.ts'
import { explainRemark, explainTextError } from '../../core/workout/explain-text.ts'
import { printNested } from '../../core/workout/print-nested.ts'
import { describeSteps, parseWorkout, printWorkout } from '../../core/workout/text.ts'
import { anySteps } from '../kit/arbitrary-steps.ts'

const step = (role: Step['role'], value: number, unit: 's' | 'm', zone?: 'E' | 'M' | 'T' | 'I' | 'R'): Step => ({
  type: 'step',
  role,
  amount: { unit, value },
  target: zone ? { type: 'zone', zone } : { type: 'free' },
  cue: null,
})

const sixTimesThree: Steps = [
  step('warmup', 900, 's', 'E'),
  { type: 'repeat', times: 6, steps: [step('work', 180, 's', 'I'), step('recovery', 120, 's', 'E')] },
  step('cooldown', 600, 's', 'E'),
]

const stepsOf = (text: string) => {
  const read = parseWorkout(text)
  return read.ok ? read.value.steps : read.error
}
const faultOf = (text: string) => {
  const read = parseWorkout(text)
  return read.ok ? null : read.error
}

test('[W0] what is printed reads back as the same steps', () =>
  fc.assert(
    fc.property(anySteps, steps => {
      expect(stepsOf(printWorkout(steps))).toEqual(steps)
      expect(parse(stepsSchema, steps).ok).toBe(true)
    }),
    { numRuns: 300 },
  ))

test('any text gives steps or a fault, and what it gives prints and reads back', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '- ',
          '6x',
          '\n',
          '\n\n',
          '15m',
          ' ',
          'E',
          'I',
          'Warmup',
          '400mtr',
          'RPE 7',
          '"',
          'intensity=rest',
          '  2x',
          'ramp ',
          '60-80% Pace',
          'press lap',
          'Main set',
          ' <!> ',
          '170spm',
        ),
      ),
      parts => {
        const read = parseWorkout(parts.join(''))
        if (read.ok) expect(stepsOf(printWorkout(read.value.steps))).toEqual(read.value.steps)
        else expect(explainTextError(read.error)).not.toBe('')
      },
    ),
  ))

describe('reading', () => {
  test('plain lines and a block, with the roles they imply', () =>
    expect(stepsOf('- 15m E\n\n6x\n- 3m I\n- 2m E\n\n- 10m E')).toEqual(sixTimesThree))
  test('headings say what steps are for', () =>
    expect(stepsOf('Warm-up\n- 2km\n\nMain set 3x\n- 1km T\n- 90s\n\nCooldown\n- 10m')).toEqual([
      step('warmup', 2000, 'm'),
      {
        type: 'repeat',
        times: 3,
        steps: [step('work', 1000, 'm', 'T'), step('recovery', 90, 's')],
        heading: 'Main set',
      },
      step('cooldown', 600, 's'),
    ]))
  test('one easy run is the work itself', () => expect(stepsOf('- 8km E')).toEqual([step('work', 8000, 'm', 'E')]))
  test.each([
    ['1h30m', 's', 5400],
    ['1m30', 's', 90],
    ['1\'30"', 's', 90],
    ['5:00', 's', 300],
    ['1:30:00', 's', 5400],
    ['10 min', 's', 600],
    ['0.4km', 'm', 400],
    ['1,5 km', 'm', 1500],
    ['1mi', 'm', 1609],
    ['100yrd', 'm', 91],
  ])('%s', (word, unit, value) => expect(stepsOf(`- ${word} T`)).toEqual([step('work', value, unit as 's' | 'm', 'T')]))
  test('words before the amount are the cue', () =>
    expect(stepsOf('- Strong, relaxed 1km RPE 7')).toEqual([
      { ...step('work', 1000, 'm'), target: { type: 'effort', rpe: 7 }, cue: 'Strong, relaxed' },
    ]))
  test('an empty text is a session without steps', () => expect(stepsOf(' \n ')).toEqual([]))
})

describe('faults name their place and what was perhaps meant', () => {
  test.each([
    [
      '- 15m E\n- 10k E',
      { type: 'NotAnAmount', at: { line: 2, column: 3, length: 3 }, word: '10k', instead: '- 10km E' },
    ],
    ['- 10m easy', { type: 'NotATarget', at: { line: 1, column: 7, length: 4 }, word: 'easy', instead: '- 10m E' }],
    [
      '- 1km 4:05/km',
      {
        type: 'PaceWithoutWord',
        at: { line: 1, column: 7, length: 7 },
        word: '4:05/km',
        instead: '- 1km 4:05/km Pace',
      },
    ],
    [
      '- 10m T relaxed',
      { type: 'AfterTarget', at: { line: 1, column: 9, length: 7 }, word: 'relaxed', instead: '- relaxed 10m T' },
    ],
    ['- T', { type: 'NoAmount', at: { line: 1, column: 3, length: 1 }, word: 'T', instead: null }],
    ['6x', { type: 'EmptyRepeat', at: { line: 1, column: 1, length: 2 }, word: '6x', instead: '6x\n- 3m I\n- 2m E' }],
    [
      '6x 3m I',
      { type: 'RepeatOnOneLine', at: { line: 1, column: 1, length: 7 }, word: '6x 3m I', instead: '6x\n- 3m I' },
    ],
    [
      '- 10m RPE 12',
      { type: 'OutOfBounds', at: { line: 1, column: 7, length: 3 }, word: 'RPE', instead: '- 10m RPE 7 12' },
    ],
  ])('%s', (text, fault) => expect(faultOf(text)).toEqual(fault))
})

describe('remarks', () => {
  const remarksOf = (text: string) => {
    const read = parseWorkout(text)
    return read.ok ? read.value.remarks.map(remark => [explainRemark(remark), remark.instead]) : read.error
  }
  test('400m reads as 400 minutes, and says so', () =>
    expect(remarksOf('- 400m R')).toEqual([['“400m” is read as 400 minutes. Metres are written mtr.', '- 400mtr R']]))
  test('a step without its dash is noticed', () =>
    expect(remarksOf('15m E')).toEqual([['“15m E” is read as a heading. A step begins with -.', '- 15m E']]))
})

describe('printing and saying', () => {
  test('six times three minutes', () => {
    expect(printWorkout(sixTimesThree)).toBe('Warmup\n- 15m E\n\n6x\n- 3m I\n- 2m E\n\nCooldown\n- 10m E')
    expect(describeSteps(sixTimesThree)).toBe('15 min E · 6 × (3 min I, 2 min E) · 10 min E')
  })
  test('a role that is not the usual one is written out', () =>
    expect(printWorkout([step('work', 600, 's', 'E'), step('work', 400, 'm', 'R')])).toBe(
      '- 10m E intensity=active\n- 400mtr R',
    ))
  test('nothing', () => expect(describeSteps([])).toBe(''))
})

describe('a block inside a block', () => {
  const nested = 'Main set 2x\n  4x\n  - strong 1m R\n  - 1m E\n- 5m E'
  test('is read written out, and printed inside again', () => {
    const steps = stepsOf(`- 15m E\n\n${nested}\n\n- 10m E`)
    expect((steps as Steps).map(({ type }) => type)).toEqual(['step', 'repeat', 'step', 'repeat', 'step', 'step'])
    expect(printNested(steps as Steps)).toBe(`Warmup\n- 15m E\n\n${nested}\n\nCooldown\n- 10m E`)
  })

  test('what is not repeated whole prints as it always did', () => {
    for (const text of ['4x\n- 1m R\n- 1m E', '- 1km T\n- 1km T', '4x\n- 1m R\n\n- 2m E\n\n4x\n- 2m R'])
      expect(printNested(stepsOf(text) as Steps)).toBe(printWorkout(stepsOf(text) as Steps))
  })

  test('any workout, some of it several times, prints and reads back as the same steps', () =>
    fc.assert(
      fc.property(anySteps, anySteps, fc.integer({ min: 2, max: 4 }), (start, group, times) => {
        const steps = [...start, ...Array.from({ length: times }, () => group).flat()].slice(0, 60)
        expect(stepsOf(printNested(steps))).toEqual(steps)
      }),
      { numRuns: 60 },
    ))
})
