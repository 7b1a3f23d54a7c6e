/** A workout written to a file is read back by other people's programs as the workout that was meant. */
import fc from 'fast-check'
import FitParser from 'fit-file-parser'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { zonePaces } from '../../core/workout/cues.ts'
import { flatten } from '../../core/workout/estimate.ts'
import { parseWorkout } from '../../core/workout/text.ts'
import { exampleGiven, exampleSession } from '../../core/workout/writers/example.ts'
import { writer as fit } from '../../core/workout/writers/fit.ts'
import { explainWriteError, writers } from '../../core/workout/writers/index.ts'
import { writer as mrc } from '../../core/workout/writers/mrc.ts'
import type { Writer, WriterExample, Written } from '../../core/workout/writers/writer.ts'
import { fileNameOf } from '../../core/workout/writers/writer.ts'
import { writer as zwo } from '../../core/workout/writers/zwo.ts'
import { anySteps } from '../kit/arbitrary-steps.ts'
import { shelf } from '../kit/shelf.ts'

const textOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content)

describe.each([
  ...(await shelf<{ writer: Writer; examples: readonly WriterExample[] }>('core/workout/writers', [
    'writer.ts',
    'example.ts',
    'relative.ts',
  ])),
])('%s', (_, { writer, examples }) => {
  test.each(examples)('$name', ({ given, contains = [], error }) => {
    const written = writer.write(given())
    if (error) {
      expect(written).toEqual({ ok: false, error })
      expect(explainWriteError(error)).toMatch(/\.$/)
      return
    }
    if (!written.ok) throw new Error(written.error.type)
    for (const text of contains) expect(textOf(written.value.content)).toContain(text)
  })
})

const written = (writer: Writer, given: Written) => {
  const result = writer.write(given)
  if (!result.ok) throw new Error(result.error.type)
  return result.value.content
}

type FitStep = {
  readonly wkt_step_name?: string
  readonly duration_type: string
  readonly duration_value: number
  readonly target_type: string
  readonly target_value: number
  readonly custom_target_value_low?: number
  readonly custom_target_value_high?: number
  readonly intensity: string
}
/** What an independent reader makes of the bytes, checksums verified. */
const readFit = async (bytes: string | Uint8Array) => {
  const parser = new FitParser({ force: false, mode: 'list' })
  const read = (await parser.parseAsync((bytes as Uint8Array<ArrayBuffer>).slice().buffer)) as unknown as {
    messages?: { workout_step?: FitStep[]; workout?: { wkt_name?: string; num_valid_steps?: number }[] }
    workout_step?: FitStep[]
  }
  return { steps: read.messages?.workout_step ?? read.workout_step ?? [], workout: read.messages?.workout?.[0] }
}

describe('a FIT workout', () => {
  test('is read back step by step: time, distance, pace as speed, repeats', async () => {
    const { steps } = await readFit(written(fit, exampleGiven()))
    const interval = zonePaces({ thresholdPaceSPerKm: 255 })!.I
    expect(steps.map(step => [step.duration_type, step.duration_value, step.intensity])).toEqual([
      ['time', 900_000, 'warmup'],
      ['distance', 100_000, 'active'],
      ['time', 120_000, 'rest'],
      ['repeat_until_steps_cmplt', 1, 'active'],
      ['time', 600_000, 'cooldown'],
    ])
    expect(steps[1]).toMatchObject({
      wkt_step_name: 'Strong & relaxed',
      target_type: 'speed',
      custom_target_value_low: Math.round(1e6 / interval.slow),
      custom_target_value_high: Math.round(1e6 / interval.fast),
    })
    expect(steps[3]).toMatchObject({ target_value: 5 })
  })
  test('holds heart rate, power and cadence as a watch counts them', async () => {
    const text =
      '- 10m 140-150bpm\n- 10m 70-80% HR\n- 10m 90-95% LTHR\n- 5m Z2 HR\n- 5m 200-240w\n- 5m 90% FTP\n- 5m 170spm'
    const read = parseWorkout(text)
    const given = { ...exampleGiven({ steps: read.ok ? read.value.steps : [] }), own: { thresholdHr: 170, maxHr: 190 } }
    const { steps } = await readFit(written(fit, given))
    expect(
      steps.map(step => [
        step.target_type,
        step.custom_target_value_low ?? null,
        step.custom_target_value_high ?? null,
      ]),
    ).toEqual([
      ['heart_rate', 240, 250],
      ['heart_rate', 233, 252],
      ['heart_rate', 253, 262],
      ['heart_rate', 245, 252],
      ['power', 1200, 1240],
      ['power', 90, 90],
      ['cadence', 85, 85],
    ])
  })
  test('is the same to the byte each time', () =>
    expect(written(fit, exampleGiven())).toEqual(written(fit, exampleGiven())))
  test('[W1] any steps are read back whole, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async steps => {
        fc.pre(steps.length > 0)
        const read = (await readFit(written(fit, exampleGiven({ steps })))).steps
        const count = steps.reduce((sum, block) => sum + (block.type === 'step' ? 1 : block.steps.length + 1), 0)
        expect(read.length).toBe(count)
        const single = steps.flatMap(block => (block.type === 'step' ? [block] : block.steps))
        expect(
          read
            .filter(step => step.duration_type !== 'repeat_until_steps_cmplt')
            .map(step => (step.duration_type === 'open' ? 'open' : step.duration_value)),
        ).toEqual(
          single.map(({ amount, lap }) =>
            lap || amount.unit === 'lap' ? 'open' : amount.unit === 's' ? amount.value * 1000 : amount.value * 100,
          ),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('a ZWO workout', () => {
  test('is well-formed whatever the coach typed, and as long as the plan', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), anySteps, (title, steps) => {
        fc.pre(steps.length > 0)
        const parser = new SaxesParser()
        let seconds = 0
        let fault: Error | null = null
        parser.on('error', error => {
          fault = error
        })
        parser.on('opentag', ({ attributes }) => {
          seconds += Number(attributes['Duration'] ?? 0)
        })
        const given = exampleGiven({ title: title.replaceAll(/[\ud800-\udfff]/g, ''), notes: '<&>"', steps })
        parser.write(String(written(zwo, given))).close()
        expect(fault).toBeNull()
        const timed = flatten(steps).every(({ amount }) => amount.unit === 's')
        if (timed)
          expect(seconds).toBe(
            flatten(steps).reduce((sum, { amount }) => sum + (amount.unit === 's' ? amount.value : 0), 0),
          )
      }),
      { numRuns: 60 },
    )
  })
})

test('an MRC workout never goes back in time', () => {
  fc.assert(
    fc.property(anySteps, steps => {
      fc.pre(steps.length > 0)
      const minutes = [...String(written(mrc, exampleGiven({ steps }))).matchAll(/^([\d.]+)\t\d+\r$/gm)].map(([, m]) =>
        Number(m),
      )
      expect(minutes.length).toBe(2 * flatten(steps).length)
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
    }),
    { numRuns: 60 },
  )
})

test('a file is named after its day and title, whatever the title is', () => {
  expect(fileNameOf(exampleSession())).toBe('2026-05-12-5-1000-m-by-the-lake')
  expect(fileNameOf(exampleSession({ title: 'Côtes / montée' }))).toBe('2026-05-12-cotes-montee')
  expect(fileNameOf(exampleSession({ title: '山' }))).toBe('2026-05-12')
})
test('no two writers end alike', () => expect(new Set(writers.map(({ ending }) => ending)).size).toBe(writers.length))
