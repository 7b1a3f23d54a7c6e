/** Figures of heart rate: zones, and the load that follows from it. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { impulseAtShare, impulseConstants, impulseLoad } from '../load.ts'
import { type MetricValue, metric, type NumberField, notNegative } from '../metric.ts'
import { edwardsImpulse, luciaImpulse } from '../weighted-minutes.ts'
import { frielHeartRateZones, karvonenHeartRate } from '../zones.ts'

const bpm = (low: number, high: number): NumberField => ({
  type: 'number',
  unit: 'bpm',
  above: 0,
  most: 300,
  meant: [low, high],
})
const maxHr = bpm(120, 230)
const restHr = bpm(28, 110)
const thresholdHr = bpm(90, 220)
const shareOfReserve: NumberField = { type: 'number', unit: 'share of reserve', least: 0, most: 1.2, meant: [0, 1] }

/** Whose constants: the literature's for women are 0.86 and 1.67, those of widely used programs 0.64 and 1.67. */
const sexes = { type: 'choice', of: ['male', 'female', 'female_0.64', 'female_0.86'] } as const
type Sex = (typeof sexes.of)[number]

/** `female` alone means what the metric's own source uses, which its description says. */
const constantsOf = (sex: Sex, plain: 'literature' | 'programs') => {
  if (sex === 'male') return impulseConstants.male
  const literature = sex === 'female_0.86' || (sex === 'female' && plain === 'literature')
  return literature ? impulseConstants.female : impulseConstants.femaleOfPrograms
}

/** What rests on a reserve says nothing where maximum is not above rest. */
const onReserve = (max: number, rest: number, value: () => MetricValue): Reading<MetricValue> =>
  max > rest ? known(value()) : unknown('`hr_max` must be above `hr_rest`')

const banister = 'Banister 1991, Morton 1990'
const zonesHold = 'threshold from a solo half hour, mean of the last 20 minutes; half-open zones'
const seconds = notNegative('s')
const reservePercent: NumberField = { type: 'number', unit: '% of reserve', least: 0, most: 120, meant: [0, 100] }

const frielZones = metric({
  name: 'friel_run_hr_zones',
  unit: 'bpm, from and below',
  trust: 'convention',
  source: 'Friel',
  holds: zonesHold,
  inputs: { lthr: thresholdHr },
  evaluate: ({ lthr }) =>
    known(Object.fromEntries(frielHeartRateZones(lthr).map(({ name, from, to }) => [name, [from, to]]))),
})

const karvonen = metric({
  name: 'karvonen_hrr_zones',
  unit: 'bpm',
  trust: 'published',
  source: 'Karvonen 1957',
  holds: 'maximum and resting heart rate as observed, not from age',
  inputs: {
    hr_max: maxHr,
    hr_rest: restHr,
    fractions: { type: 'numbers', each: shareOfReserve, length: null },
  },
  evaluate: ({ hr_max, hr_rest, fractions }) =>
    onReserve(hr_max, hr_rest, () => fractions.map(share => karvonenHeartRate(hr_max, hr_rest, share))),
})

const karvonenThreshold = metric({
  name: 'karvonen_default_lthr',
  unit: 'bpm',
  trust: 'convention',
  source: 'Karvonen 1957 at the share that stands in for a threshold nobody has measured',
  holds: 'until a threshold has been measured',
  inputs: { hr_max: maxHr, hr_rest: restHr, hrr_fraction: shareOfReserve },
  evaluate: ({ hr_max, hr_rest, hrr_fraction }) =>
    onReserve(hr_max, hr_rest, () => karvonenHeartRate(hr_max, hr_rest, hrr_fraction)),
})

const asImplemented = metric({
  name: 'banister_trimp_as_implemented',
  unit: 'TRIMP',
  trust: 'convention',
  source: `${banister}, with the women's constants of widely used programs (0.64, 1.67)`,
  holds: 'steady heart rate; over a whole run add the samples, since the mean understates it',
  inputs: { seconds, hrr_pct: reservePercent, sex: sexes },
  evaluate: ({ seconds, hrr_pct, sex }) =>
    known(impulseAtShare(seconds / 60, hrr_pct / 100, constantsOf(sex, 'programs'))),
})

const womenLiterature = metric({
  name: 'banister_trimp_women_literature',
  unit: 'TRIMP',
  trust: 'published',
  source: `${banister}, women 0.86 and 1.67`,
  holds: 'steady heart rate; 1.34 times what programs with 0.64 show',
  inputs: { seconds, hrr_pct: reservePercent },
  evaluate: ({ seconds, hrr_pct }) => known(impulseAtShare(seconds / 60, hrr_pct / 100, impulseConstants.female)),
})

const byBeats = metric({
  name: 'banister_trimp_bpm',
  unit: 'TRIMP',
  trust: 'published',
  source: `${banister}; women 0.86 and 1.67 unless \`female_0.64\` is said`,
  holds: 'steady heart rate between rest and maximum',
  inputs: { minutes: notNegative('min'), hr_avg: bpm(40, 230), hr_rest: restHr, hr_max: maxHr, sex: sexes },
  evaluate: ({ minutes, hr_avg, hr_rest, hr_max, sex }) =>
    onReserve(hr_max, hr_rest, () =>
      impulseAtShare(minutes, Math.max(0, (hr_avg - hr_rest) / (hr_max - hr_rest)), constantsOf(sex, 'literature')),
    ),
})

const edwards = metric({
  name: 'edwards_trimp',
  unit: 'TRIMP',
  trust: 'convention',
  source: 'Edwards 1993',
  holds: 'a maximum heart rate as observed',
  inputs: {
    minutes_in_zones_50_60_70_80_90_100pct_hrmax: { type: 'numbers', each: notNegative('min'), length: 5 },
  },
  evaluate: ({ minutes_in_zones_50_60_70_80_90_100pct_hrmax: minutes }) => known(edwardsImpulse(minutes)),
})

const lucia = metric({
  name: 'lucia_trimp',
  unit: 'TRIMP',
  trust: 'published',
  source: 'Lucia 2003',
  holds: 'thresholds as measured',
  inputs: { minutes_below_vt1_between_above_vt2: { type: 'numbers', each: notNegative('min'), length: 3 } },
  evaluate: ({ minutes_below_vt1_between_above_vt2: minutes }) => known(luciaImpulse(minutes)),
})

const stress = metric({
  name: 'hrss',
  unit: 'load, 100 is an hour at threshold',
  trust: 'convention',
  source: 'Elevate, Sauce, GoldenCheetah: impulse ÷ impulse of an hour at threshold; `female` as there (0.64, 1.67)',
  holds: 'the impulse given must be worked out with the same constants, or it does not cancel',
  inputs: { sex: sexes, hr_max: maxHr, hr_rest: restHr, lthr: thresholdHr, trimp: notNegative('TRIMP') },
  evaluate: ({ sex, hr_max, hr_rest, lthr, trimp }) =>
    lthr > hr_rest
      ? onReserve(hr_max, hr_rest, () =>
          impulseLoad(trimp, (lthr - hr_rest) / (hr_max - hr_rest), constantsOf(sex, 'programs')),
        )
      : unknown('`lthr` must be above `hr_rest`'),
})

const stressOfSteady = metric({
  name: 'hrss_stream_constant',
  unit: 'load, 100 is an hour at threshold',
  trust: 'convention',
  source: 'as `hrss`, for one heart rate held throughout; the constants of women cancel',
  holds: 'heart rates between rest and maximum',
  inputs: { hr: bpm(40, 230), seconds, lthr: thresholdHr, hr_rest: restHr, hr_max: maxHr, sex: sexes },
  evaluate: ({ hr, seconds, lthr, hr_rest, hr_max, sex }) =>
    lthr > hr_rest
      ? onReserve(hr_max, hr_rest, () => {
          const constants = constantsOf(sex, 'literature')
          const shareOf = (beats: number) => Math.max(0, (beats - hr_rest) / (hr_max - hr_rest))
          return impulseLoad(impulseAtShare(seconds / 60, shareOf(hr), constants), shareOf(lthr), constants)
        })
      : unknown('`lthr` must be above `hr_rest`'),
})

export const heartRates = [
  frielZones,
  karvonen,
  karvonenThreshold,
  asImplemented,
  womenLiterature,
  byBeats,
  edwards,
  lucia,
  stress,
  stressOfSteady,
]
