/** Figures of a morning and of a run: the pulse's own rhythm, drift, and how hard the time was shared out. */
import { unknown } from '../../lib/reading.ts'
import { lnRmssd } from '../baseline.ts'
import { decouplingPercent, efficiencyFactor, secondHalfChange } from '../drift.ts'
import { leastShare, polarizationIndex } from '../intensity.ts'
import { metric, type NumberField, orUnknown, positive } from '../metric.ts'

const bpm = positive('bpm', [60, 230])
const share: NumberField = { type: 'number', unit: 'share of time', least: 0, most: 1, meant: [leastShare, 1] }
/** Shares are rounded before they are given; further from one than this they are no shares of one time. */
const roundingOfShares = 0.02

/** The index, and the same where there is no middling time: the rule for it is part of the formula. */
const polarization = (name: string, source: string) =>
  metric({
    name,
    unit: 'index',
    trust: 'published',
    source,
    holds: 'shares that add up to 1; unsure where a zone has less than 1 %; above 2 with Z1 > Z3 > Z2 is polarized',
    inputs: { z1: share, z2: share, z3: share },
    evaluate: ({ z1, z2, z3 }) =>
      Math.abs(z1 + z2 + z3 - 1) > roundingOfShares
        ? unknown('`z1`, `z2` and `z3` do not add up to 1')
        : orUnknown(polarizationIndex([z1, z2, z3]), 'without easy or with hardly any hard time there is no index'),
  })

export const withinRuns = [
  metric({
    name: 'ln_rmssd',
    unit: 'ln ms',
    trust: 'published',
    source: 'natural logarithm of rMSSD',
    holds: 'mornings measured alike; judge by the mean of a week against one’s own band',
    inputs: { rmssd_ms: positive('ms', [5, 300]) },
    evaluate: ({ rmssd_ms }) => orUnknown(lnRmssd(rmssd_ms), '`rmssd_ms` must be above 0'),
  }),
  metric({
    name: 'aerobic_decoupling_pct',
    unit: '%, positive is drift',
    trust: 'convention',
    source: 'Friel; GoldenCheetah and Runalyze with the same sign',
    holds: 'steady runs of 45 minutes and more, grade-adjusted on hills; heat and pauses confound',
    inputs: { speed1: positive('any speed'), hr1: bpm, speed2: positive('the same'), hr2: bpm },
    evaluate: ({ speed1, hr1, speed2, hr2 }) =>
      orUnknown(
        decouplingPercent({ speed: speed1, hr: hr1 }, { speed: speed2, hr: hr2 }),
        'heart rate must be above 0',
      ),
  }),
  metric({
    name: 'efficiency_factor',
    unit: 'm/min per bpm',
    trust: 'convention',
    source: 'Friel, TrainingPeaks',
    holds: 'steady runs of one athlete, alike in heat and hills',
    inputs: { ngp_m_per_min: positive('m/min'), hr: bpm },
    evaluate: ({ ngp_m_per_min, hr }) => orUnknown(efficiencyFactor(ngp_m_per_min, hr), '`hr` must be above 0'),
  }),
  polarization('polarization_index', 'Treff 2019, Front Physiol 10:707'),
  polarization('polarization_index_zero_z2', 'Treff 2019, the rule for Z2 = 0 as recalled'),
  metric({
    name: 'second_half_change_pct',
    unit: '%, positive is slower',
    trust: 'published',
    source: 'Deaner 2015',
    holds: 'halves of one distance, pauses taken out',
    inputs: { half1_s: positive('s'), half2_s: positive('s') },
    evaluate: ({ half1_s, half2_s }) => orUnknown(secondHalfChange(half1_s, half2_s), '`half1_s` must be above 0'),
  }),
]
