/** Figures for planning: tapers, the way back, race ranges, and what height above the sea and steep descents cost. */
import { known, unknown } from '../../lib/reading.ts'
import { altitudeRange, slowingAtAltitude } from '../altitude.ts'
import { longRaceRange } from '../equivalents.ts'
import { returnSteps } from '../layoff.ts'
import { metric, notNegative, positive } from '../metric.ts'
import { longestPredicted, predictRace, volumeRange } from '../race-prediction.ts'
import { bestTaper, taperShares } from '../taper.ts'
import { langmuirHours } from '../terrain.ts'
import { effortSeconds, vdotOf } from '../vdot.ts'

export const plans = [
  metric({
    name: 'race_prediction',
    unit: 's',
    trust: 'ours',
    source:
      'Daniels & Gilbert 1979, Riegel 1981, volume after Vickers & Vertosick 2016; fitted to 16 marathons of 5 runners',
    holds:
      'flat road races up to a marathon; four of five fall between fast and slow (marathon by races, shorter by hard runs)',
    inputs: {
      distance_m: { type: 'number', unit: 'm', least: 1500, most: longestPredicted * 1.001 },
      best_m: positive('m', [1500, longestPredicted]),
      best_s: positive('s', [effortSeconds.least, effortSeconds.most]),
      weekly_km: notNegative('km a week', [volumeRange.least, volumeRange.most]),
    },
    evaluate: ({ distance_m, best_m, best_s, weekly_km }) => {
      if (vdotOf(best_m, best_s) === undefined || vdotOf(best_m, best_s)! <= 0)
        return unknown('the best effort is outside of what the formulas know')
      const { seconds, fast, slow } = predictRace(distance_m, [best_m, best_s], weekly_km)
      return known({ seconds, fast, slow })
    },
  }),
  metric({
    name: 'long_race_range',
    unit: 's, from fast to slow',
    trust: 'convention',
    source: 'Riegel 1981; exponents as recreational runners show (Vickers & Vertosick 2016)',
    holds: 'beyond the half marathon',
    inputs: { d1_m: positive('m'), t1_s: positive('s', [210, 13_800]), d2_m: positive('m', [21_097, 100_000]) },
    evaluate: ({ d1_m, t1_s, d2_m }) => known(longRaceRange(d1_m, t1_s, d2_m)),
  }),
  metric({
    name: 'taper_shares',
    unit: 'share of usual volume, day by day',
    trust: 'published',
    source: 'Bosquet 2007, MSSE 39:1358; confirmed by Wang 2023',
    holds: 'two weeks with 41 to 60 % taken off did best; intensity and frequency as they were',
    inputs: {
      days: { type: 'number', unit: 'days', least: 1, most: 60, meant: [7, 21], usual: bestTaper.days },
      cut: { type: 'number', unit: 'share', least: 0, most: 0.9, meant: [bestTaper.least, bestTaper.most], usual: 0.5 },
    },
    evaluate: ({ days, cut }) => known([...taperShares(Math.round(days), cut)]),
  }),
  metric({
    name: 'return_load_steps',
    unit: 'days, share of usual load',
    trust: 'convention',
    source: 'Daniels, quoted from memory of the book',
    holds: 'healthy again; pain and illness ask a person, not a table',
    inputs: { days_off: notNegative('days') },
    evaluate: ({ days_off }) => known(returnSteps(days_off).map(step => ({ ...step }))),
  }),
  metric({
    name: 'altitude_race_slowdown_pct',
    unit: '%, %',
    trust: 'convention',
    source: 'Adams 1975 (two miles at 2,300 m) on the line of Wehrlin & Hallén 2006',
    holds:
      'races of some ten minutes and more on arrival; some 2 % comes back within three weeks; short repeats lose less',
    inputs: { altitude_m: { type: 'number', unit: 'm', least: -500, most: 9000, meant: [-500, altitudeRange.to] } },
    evaluate: ({ altitude_m }) => known(slowingAtAltitude(altitude_m)),
  }),
  metric({
    name: 'langmuir_descent_hours',
    unit: 'h, to be added',
    trust: 'convention',
    source: 'Langmuir',
    holds: 'walkers; a floor for trail runners',
    inputs: {
      descent_m: notNegative('m'),
      slope_deg: { type: 'number', unit: '°', least: 0, most: 60, meant: [0, 40] },
    },
    evaluate: ({ descent_m, slope_deg }) => known(langmuirHours(descent_m, slope_deg)),
  }),
]
