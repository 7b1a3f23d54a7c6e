/** Figures from all-out efforts of a few minutes. */
import type { Reading } from '../../lib/reading.ts'
import {
  type CriticalSpeed,
  criticalSpeedByDistance,
  criticalSpeedByInverseTime,
  secondsAtSpeed,
  secondsForDistance,
  secondsUnderCeiling,
} from '../critical-speed.ts'
import { type MetricValue, metric, notNegative, orUnknown, positive } from '../metric.ts'

const fitted = (fit: CriticalSpeed | undefined): Reading<MetricValue> =>
  orUnknown(
    fit && { cs_m_s: fit.speed, dprime_m: fit.reserveM },
    'critical speed needs at least two efforts of different length',
  )

const holds = 'three or more truly all-out efforts of about 2 to 20 minutes; D′ of a runner is usually 100 to 300 m'
const inputs = { cs: positive('m/s', [1.5, 7]), dprime: notNegative('m', [50, 500]) }
const noEnd = 'at or below critical speed the model knows no end'

export const criticalSpeeds = [
  metric({
    name: 'critical_speed_2p_distance_time',
    unit: 'm/s, m',
    trust: 'published',
    source: 'Monod & Scherrer; Smyth & Muniz-Pumares 2020, distance on time',
    holds,
    inputs: { points_m_s: { type: 'efforts' } },
    evaluate: ({ points_m_s }) => fitted(criticalSpeedByDistance(points_m_s)),
  }),
  metric({
    name: 'critical_speed_2p_speed_inverse_time',
    unit: 'm/s, m',
    trust: 'published',
    source: 'Monod & Scherrer, speed on the inverse of time',
    holds,
    inputs: { points_m_s: { type: 'efforts' } },
    evaluate: ({ points_m_s }) => fitted(criticalSpeedByInverseTime(points_m_s)),
  }),
  metric({
    name: 'critical_speed_2p_tlim',
    unit: 's',
    trust: 'published',
    source: 'Monod & Scherrer, t = D′ ÷ (v − CS)',
    holds: 'times of about 2 to 20 minutes',
    inputs: { ...inputs, v: positive('m/s') },
    evaluate: ({ cs, dprime, v }) => orUnknown(secondsAtSpeed({ speed: cs, reserveM: dprime }, v), noEnd),
  }),
  metric({
    name: 'critical_speed_2p_time_for_distance',
    unit: 's',
    trust: 'published',
    source: 'Monod & Scherrer, t = (d − D′) ÷ CS',
    holds: 'times of about 2 to 20 minutes',
    inputs: { ...inputs, distance_m: positive('m') },
    evaluate: ({ cs, dprime, distance_m }) =>
      orUnknown(
        secondsForDistance({ speed: cs, reserveM: dprime }, distance_m),
        'the reserve alone would cover this distance, for which the model says nothing',
      ),
  }),
  metric({
    name: 'critical_speed_3p_tlim',
    unit: 's',
    trust: 'published',
    source: 'Morton 1996',
    holds: 'speeds above critical speed and up to the fastest; the fit is looser than with two parameters',
    inputs: { ...inputs, vmax: positive('m/s', [4, 12]), v: positive('m/s') },
    evaluate: ({ cs, dprime, vmax, v }) =>
      orUnknown(
        secondsUnderCeiling({ speed: cs, reserveM: dprime }, vmax, v),
        v > vmax ? '`v` is above `vmax`, which nobody can run' : noEnd,
      ),
  }),
]
