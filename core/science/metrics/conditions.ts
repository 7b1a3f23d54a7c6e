/** Figures of circumstance: heat, altitude, days off, and weight. */
import { known } from '../../lib/reading.ts'
import { altitudeRange, oxygenLossPercent } from '../altitude.ts'
import { dewPoint, elyBands, offCourseRecord, slowingByDewPoint, slowingByWbgt } from '../heat.ts'
import { shareAfterDaysOff, shareWithCrossTraining, vdotAtWeight } from '../layoff.ts'
import { metric, type NumberField, notNegative, orUnknown, positive } from '../metric.ts'

const fahrenheit: NumberField = { type: 'number', unit: '°F', least: -100, most: 150, meant: [20, 110] }
const celsius = (low: number, high: number): NumberField => ({
  type: 'number',
  unit: '°C',
  least: -80,
  most: 70,
  meant: [low, high],
})

export const conditions = [
  metric({
    name: 'hadley_temp_dewpoint_pct',
    unit: '°F, %, %',
    trust: 'convention',
    source: 'Hadley 2013, printed bands',
    holds: 'continuous running, half of it for repeats; above a sum of 180 °F no hard running, and no figure',
    inputs: { temp_f: fahrenheit, dewpoint_f: fahrenheit },
    evaluate: ({ temp_f, dewpoint_f }) => {
      const slowing = slowingByDewPoint(temp_f, dewpoint_f)
      return known({ sum: temp_f + dewpoint_f, low_pct: slowing?.low ?? null, high_pct: slowing?.high ?? null })
    },
  }),
  metric({
    name: 'dew_point_c',
    unit: '°C',
    trust: 'published',
    source: 'Magnus, constants of Alduchov & Eskridge 1996',
    holds: 'air of −40 to 50 °C',
    inputs: { t_c: celsius(-40, 50), rh_pct: { type: 'number', unit: '%', above: 0, most: 100 } },
    evaluate: ({ t_c, rh_pct }) => orUnknown(dewPoint(t_c, rh_pct), '`rh_pct` must be above 0'),
  }),
  metric({
    name: 'mantzios_wbgt_slowdown_pct',
    unit: '%, %',
    trust: 'published',
    source: 'Mantzios 2022, 1,258 races',
    holds: 'elite athletes; slower runners lose more',
    inputs: { wbgt_c: celsius(-5, 32) },
    evaluate: ({ wbgt_c }) => known(slowingByWbgt(wbgt_c)),
  }),
  metric({
    name: 'ely2007_top_men_pct_off_course_record',
    unit: '% off the course record',
    trust: 'published',
    source: 'Ely 2007, MSSE 39:487; measured means (SD 1.5 to 2.3), not a formula',
    holds: 'the first men of marathons; slower runners lose more',
    inputs: { wbgt_band_c: { type: 'choice', of: elyBands } },
    evaluate: ({ wbgt_band_c }) => known(offCourseRecord[wbgt_band_c]),
  }),
  metric({
    name: 'altitude_vo2max_loss_pct_linear',
    unit: '% of VO2max',
    trust: 'published',
    source: 'Wehrlin & Hallén 2006',
    holds: 'elite runners on arrival, 300 to 2,800 m',
    inputs: {
      altitude_m: { type: 'number', unit: 'm', least: -500, most: 9000, meant: [-500, altitudeRange.to] },
    },
    evaluate: ({ altitude_m }) => known(oxygenLossPercent(altitude_m)),
  }),
  metric({
    name: 'daniels_fvdot_after_days_off',
    unit: 'share of VDOT',
    trust: 'convention',
    source: 'Daniels, VDOT O2 2018',
    holds: 'days without running; no less than 0.8, or 0.9 with cross-training',
    inputs: { days_off: notNegative('days') },
    evaluate: ({ days_off }) =>
      known({
        no_cross_training: shareAfterDaysOff(days_off),
        with_cross_training: shareWithCrossTraining(days_off),
      }),
  }),
  metric({
    name: 'daniels_vdot_weight_adjust',
    unit: 'ml/kg/min',
    trust: 'convention',
    source: 'Daniels, VDOT O2 2018',
    holds: 'weight that does no work',
    inputs: {
      vdot: positive('ml/kg/min', [20, 90]),
      kg_before: positive('kg', [30, 200]),
      kg_now: positive('kg', [30, 200]),
    },
    evaluate: ({ vdot, kg_before, kg_now }) => known(vdotAtWeight(vdot, kg_before, kg_now)),
  }),
]
