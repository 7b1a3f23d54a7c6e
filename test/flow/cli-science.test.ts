/** `tandem science` as a person uses it: a figure, the list of them, and a file of published figures checked. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { help } from '../../core/cli/help.ts'
import { run } from '../../core/cli/run.ts'
import { metrics } from '../../core/science/metrics.ts'

let folder = ''
const write = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-science-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a command prints and returns, without starting a process. */
const tandem = async (...words: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(words, { out: text => out.push(text), err: text => err.push(text), progress: () => {} })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const science = (metric: string, input: string, ...more: readonly string[]) => tandem('science', metric, input, ...more)

describe('tandem science <metric>', () => {
  test('prints the value alone', async () => {
    expect(await science('session_rpe', '{"rpe_cr10": 5, "minutes": 60}')).toEqual({ code: 0, out: '300', err: '' })
    expect(await science('hadley_temp_dewpoint_pct', '{"temp_f":74,"dewpoint_f":71}')).toEqual({
      code: 0,
      out: '{"sum":145,"low_pct":3,"high_pct":4.5}',
      err: '',
    })
  })

  test('says on stderr where a figure is meant for less than was asked of it', async () => {
    expect(await science('altitude_vo2max_loss_pct_linear', '{"altitude_m": 4300}')).toEqual({
      code: 0,
      out: '25.2',
      err: 'altitude_vo2max_loss_pct_linear: `altitude_m` 4300 is outside -500 to 2800 m, for which the figure is meant.',
    })
  })

  test('says why a figure is not known', async () => {
    expect(await science('vdot_from_race', '{"distance_m": null, "time_min": 20}')).toEqual({
      code: 0,
      out: 'not known: `distance_m` is not known',
      err: '',
    })
  })

  test('writes the documented object', async () => {
    const { code, out } = await tandem('science', '--json', 'efficiency_factor', '{"ngp_m_per_min":200,"hr":null}')
    expect({ code, json: JSON.parse(out) }).toEqual({
      code: 0,
      json: {
        schema: 1,
        metric: 'efficiency_factor',
        value: null,
        why: '`hr` is not known',
        notes: [],
        formula: 'grade-adjusted m/min ÷ mean heart rate',
        unit: 'm/min per bpm',
        trust: 'convention',
        source: 'Friel, TrainingPeaks',
        holds: 'steady runs of one athlete, alike in heat and hills',
      },
    })
  })

  test.each([
    ['vdot_from_race', '{"distance_m":5000}', 'the field `time_min` is missing. Add it.'],
    [
      'vdot_from_race',
      '{"distance_m":"5000","time_min":20}',
      'the field `distance_m` must be number, not "5000". Correct it.',
    ],
    ['vdot_from_race', '{"distance_m":-5,"time_min":20}', 'the field `distance_m` must be >0, not -5. Correct it.'],
    [
      'vdot_from_race',
      '{"distance_m":5000,"time_min":1e999}',
      'the field `time_min` must be a finite number, not Infinity. Correct it.',
    ],
    [
      'vdot_from_race',
      '{"distance_m":5000,"time_min":20,"wind":1}',
      'unknown field `wind`. Remove it, or correct its name.',
    ],
    ['vdot_from_race', '[5000, 20]', 'the input must be a JSON object with `distance_m`, `time_min`.'],
    ['vdot_from_race', '{distance_m: 5000}', 'the input is not JSON. Check quotes, commas and brackets.'],
    ['acwr_ewma', '{"loads_28d":[1,2]}', 'the field `loads_28d` must be 28 numbers, not 2. Correct it.'],
    ['ctl_atl_series', '{"loads":[]}', 'the field `loads` must be at least one number, not 0. Correct it.'],
    [
      'critical_speed_2p_distance_time',
      '{"points_m_s":[[400,70]]}',
      'the field `points_m_s` must be at least two efforts, not 1. Correct it.',
    ],
    [
      'daniels_training_pace_s_per_km_published',
      '{"vdot":50,"zone":"X"}',
      'the field `zone` must be ("E_fast" | "E_slow" | "M" | "T" | "I" | "R"), not "X". Correct it.',
    ],
  ])('%s %s names the field and what to do', async (metric, input, says) => {
    expect(await science(metric, input)).toEqual({ code: 1, out: '', err: `${metric}: ${says}` })
  })

  test('a metric that does not exist is bad usage, and one of like name is offered', async () => {
    expect(await science('vdot_race_time', '{}')).toEqual({
      code: 2,
      out: '',
      err: 'tandem: there is no metric `vdot_race_time`; perhaps `race_time_from_vdot_formula`, `race_time_from_vdot_published_table`, `vdot_from_race`. See `tandem science --list`.',
    })
  })

  test.each([
    [[], '`science` needs a metric and its input, `--list`, `--vectors`, `--backtest` or `--stored`'],
    [['riegel'], '`science riegel` needs its input as JSON, in quotes'],
    [['riegel', '{"d1_m":', '5000}'], '`science` takes one metric and one input; put the JSON in quotes'],
    [['--stored', 'a', 'b'], '`--stored` takes exactly one folder'],
    [['--backtest'], '`--backtest` takes exactly one folder'],
    [['--vectors'], '`--vectors` takes exactly one file'],
    [['--vectors', 'a.json', 'b.json'], '`--vectors` takes exactly one file'],
    [['riegel', '--vectors', 'a.json'], '`--vectors` stands alone, but for `--json`'],
    [['--list', 'riegel'], '`--list` stands alone, but for `--json`'],
    [['riegel', '{}', '--unit', 'km'], '`science` has no option `--unit`'],
  ])('science %j is bad usage', async (words, says) => {
    expect(await tandem('science', ...words)).toEqual({
      code: 2,
      out: '',
      err: `tandem: ${says}. See \`tandem --help\`.`,
    })
  })
})

test('tandem science --list names every figure with its inputs, unit, trust and source', async () => {
  const { code, out } = await tandem('science', '--list')
  expect({ code, heads: out.split('\n').filter(line => / → /.test(line)).length }).toEqual({
    code: 0,
    heads: metrics.length,
  })
  expect(out.split('\n\n').find(text => text.startsWith('riegel'))).toBe(
    [
      'riegel → s (published)',
      '  d1_m: m',
      '  t1_s: s',
      '  d2_m: m',
      '  k: exponent, 1.06 if left out',
      '  formula: T₂ = T₁ (D₂ ÷ D₁)^k, k 1.06',
      '  holds for about 3.5 to 230 minutes; flatters the marathon of runners with little weekly distance',
      '  source: Riegel 1981, American Scientist 69:285',
    ].join('\n'),
  )
  const json = JSON.parse((await tandem('science', '--list', '--json')).out)
  expect(json.metrics.map(({ name }: { readonly name: string }) => name)).toEqual(metrics.map(({ name }) => name))
})

describe('tandem science --vectors', () => {
  const row = (out: unknown, more: object = {}) => ({
    kind: 'formula',
    in: { rpe_cr10: 5, minutes: 60 },
    out,
    tolerance: 0,
    source: 'Foster 2001',
    ...more,
  })

  test('prints each formula row that misses, each reference beside ours, and last the count', async () => {
    const file = write('rows.json', {
      session_rpe: [row(300), row(310, { tolerance: 5 }), row(290, { kind: 'reference' }), row(300, { in: {} })],
      foster_strain: [row(1)],
      hadley_temp_dewpoint_pct: [
        row(
          { sum: 145, low_pct: 3, high_pct: 4 },
          { in: { temp_f: 74, dewpoint_f: 71 }, tolerance: { high_pct: 0.6 } },
        ),
      ],
    })
    expect(await tandem('science', '--vectors', file)).toEqual({
      code: 1,
      out: [
        'missed     session_rpe row 2 {"rpe_cr10":5,"minutes":60}: ours 300, expected 310 ± 5',
        'reference  session_rpe row 3 {"rpe_cr10":5,"minutes":60}: ours 300, theirs 290 ± 0, apart; Foster 2001',
        'missed     session_rpe row 4 {}: ours not known (session_rpe: the field `rpe_cr10` is missing. Add it.), expected 300 ± 0',
        'missed     foster_strain row 1 {"rpe_cr10":5,"minutes":60}: ours not known (there is no metric of this name), expected 1 ± 0',
        '2 passed, 3 failed',
      ].join('\n'),
      err: '',
    })
  })

  test('a reference that stands apart fails nothing', async () => {
    const file = write('beside.json', { session_rpe: [row(300), row(1, { kind: 'reference' })] })
    const { code, out } = await tandem('science', '--vectors', file)
    expect({ code, last: out.split('\n').at(-1) }).toEqual({ code: 0, last: '1 passed, 0 failed' })
  })

  test('every published formula row of the fixture is within its tolerance', async () => {
    const { code, out } = await tandem('science', '--vectors', 'test/fixtures/science-vectors.json', '--json')
    const { passed, failed, rows } = JSON.parse(out)
    expect({ code, passed, failed, rows: rows.length }).toEqual({ code: 0, passed: 277, failed: 0, rows: 277 })
  })

  test.each<[string, unknown, string]>([
    ['empty.json', '', 'the file is empty. Write or export it again.'],
    ['text.json', 'riegel', 'this is not JSON. Check commas, quotes and brackets.'],
    [
      'kind.json',
      { riegel: [row(1, { kind: 'guess' })] },
      'the field `riegel.0.kind` must be ("formula" | "reference"), not "guess". Correct it.',
    ],
  ])('%s is refused with its place', async (name, content, says) => {
    const file = write(name, content)
    expect(await tandem('science', '--vectors', file)).toEqual({ code: 1, out: '', err: `${file}: ${says}` })
  })
})

test('help shows how', () => {
  for (const usage of ["tandem science <metric> '<json>' [--json]", 'tandem science --vectors <file> [--json]'])
    expect(help).toContain(usage)
})
