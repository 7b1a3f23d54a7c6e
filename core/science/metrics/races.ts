/** Figures from races: what a result shows, what it foretells, and the paces that follow. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { cameronMetres, cameronSecondsFor, riegelExponent, riegelSeconds, riegelSecondsFor } from '../equivalents.ts'
import { type MetricValue, metric, positive } from '../metric.ts'
import {
  effortSeconds,
  oxygenCost,
  paceAtShare,
  raceSeconds,
  speedAt,
  sustainableShare,
  trainingPaces,
  vdotOfEffort,
} from '../vdot.ts'

const daniels = 'Daniels & Gilbert 1979, Oxygen Power'
const vdotTable = [30, 85] as const
const vdot = positive('ml/kg/min', vdotTable)
const effortMinutes = [effortSeconds.least / 60, effortSeconds.most / 60] as const
const tableOf = 'Daniels, Running Formula, 3rd edition 2013'
const zoneNames = ['E_fast', 'E_slow', 'M', 'T', 'I', 'R'] as const

/** Slower than a stroll the formula gives less than nothing. */
const aboveZero = (oxygen: number): Reading<MetricValue> =>
  oxygen > 0 ? known(oxygen) : unknown('this is slower than the formula knows')

const cost = metric({
  name: 'daniels_vo2_cost',
  unit: 'ml/kg/min',
  trust: 'published',
  source: daniels,
  holds: 'running speeds on the flat, about 100 to 450 m/min',
  inputs: { velocity_m_min: positive('m/min', [100, 450]) },
  evaluate: ({ velocity_m_min }) => aboveZero(oxygenCost(velocity_m_min)),
})

const share = metric({
  name: 'daniels_fraction_vo2max',
  unit: 'share of VO2max',
  trust: 'published',
  source: daniels,
  holds: 'efforts of about 3.5 to 240 minutes',
  inputs: { time_min: positive('min', effortMinutes) },
  evaluate: ({ time_min }) => known(sustainableShare(time_min)),
})

const fromRace = metric({
  name: 'vdot_from_race',
  unit: 'ml/kg/min',
  trust: 'published',
  source: daniels,
  holds: 'efforts of about 3.5 to 240 minutes; equal performance at average economy',
  inputs: { distance_m: positive('m'), time_min: positive('min', effortMinutes) },
  evaluate: ({ distance_m, time_min }) => aboveZero(vdotOfEffort(distance_m, time_min * 60)),
})

/** Two names for one formula: beside a program that solves it, and beside the printed table. */
const raceTime = (name: string, source: string) =>
  metric({
    name,
    unit: 's',
    trust: 'published',
    source,
    holds: 'VDOT 30 to 85, times of about 3.5 to 240 minutes; a marathon needs marathon training',
    inputs: { vdot, distance_m: positive('m', [800, 42_195]) },
    evaluate: ({ vdot, distance_m }) => known(raceSeconds(vdot, distance_m)),
  })

const printedPace = metric({
  name: 'daniels_training_pace_s_per_km_published',
  unit: 's/km',
  trust: 'convention',
  source: tableOf,
  holds: 'VDOT 30 to 85; T within 0.7 s/km of the table, E 3.4, I 2.6; M is printed slower below 45; R is least sure',
  inputs: { vdot, zone: { type: 'choice', of: zoneNames } },
  evaluate: ({ vdot, zone }) => {
    const paces = trainingPaces(vdot)
    switch (zone) {
      case 'E_fast':
        return known(paces.E.fast)
      case 'E_slow':
        return known(paces.E.slow)
      case 'M':
      case 'T':
      case 'I':
      case 'R':
        return known(paces[zone].fast)
    }
  },
})

const paceOfShare = metric({
  name: 'daniels_training_pace_s_per_km_formula',
  unit: 's/km',
  trust: 'published',
  source: `${daniels}, inverted at a fixed share of VDOT`,
  holds: 'VDOT 30 to 85',
  inputs: {
    vdot,
    fraction_of_vdot: { type: 'number', unit: 'share', above: 0, most: 1.5, meant: [0.5, 1.1] },
    /** Only a name beside the figure. */
    zone: { type: 'choice', of: zoneNames, usual: 'T' },
  },
  evaluate: ({ vdot, fraction_of_vdot }) => known(paceAtShare(vdot, fraction_of_vdot)),
})

const speedAtVdot = metric({
  name: 'vvdot_polynomial_m_min',
  unit: 'm/min',
  trust: 'published',
  source: `${daniels}, solved exactly (the polynomial of GoldenCheetah is up to 0.21 m/min beside it)`,
  holds: 'VDOT 30 to 85',
  inputs: { vdot },
  evaluate: ({ vdot }) => known(speedAt(vdot)),
})

const riegel = metric({
  name: 'riegel',
  unit: 's',
  trust: 'published',
  source: 'Riegel 1981, American Scientist 69:285',
  holds: 'about 3.5 to 230 minutes; flatters the marathon of runners with little weekly distance',
  inputs: {
    d1_m: positive('m'),
    t1_s: positive('s', [riegelSeconds.least, riegelSeconds.most]),
    d2_m: positive('m'),
    k: { type: 'number', unit: 'exponent', least: 1, most: 1.5, meant: [1.01, 1.15], usual: riegelExponent },
  },
  evaluate: ({ d1_m, t1_s, d2_m, k }) => known(riegelSecondsFor(d1_m, t1_s, d2_m, k)),
})

const cameronDistance = positive('m', [cameronMetres.least, cameronMetres.most])
const cameron = metric({
  name: 'cameron',
  unit: 's',
  trust: 'convention',
  source: 'Cameron, metric form as printed on goandrace.com',
  holds: '400 m to 50 miles; fitted to records',
  inputs: { d1_m: cameronDistance, t1_s: positive('s'), d2_m: cameronDistance },
  evaluate: ({ d1_m, t1_s, d2_m }) => known(cameronSecondsFor(d1_m, t1_s, d2_m)),
})

export const races = [
  cost,
  share,
  fromRace,
  raceTime('race_time_from_vdot_formula', `${daniels}, by bisection`),
  raceTime('race_time_from_vdot_published_table', `${daniels}, beside ${tableOf}`),
  printedPace,
  paceOfShare,
  speedAtVdot,
  riegel,
  cameron,
]
