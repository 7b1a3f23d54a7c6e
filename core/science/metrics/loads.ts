/** Figures of load: one session's, what weeks of it leave behind, and how the latest stands to what went before. */

import { sum } from '../../lib/math.ts'
import { known } from '../../lib/reading.ts'
import { fatigueDays, fitnessDays, towards } from '../fitness.ts'
import { paceLoad, sessionEffort } from '../load.ts'
import { chronicDays, coupledRatio, monotony, strain, uncoupledRatio, weightedRatio } from '../load-change.ts'
import { metric, notNegative, orUnknown, positive } from '../metric.ts'
import { spikeOf } from '../spike.ts'

const load = notNegative('load')
const thresholdPace = positive('s/km', [140, 600])
const fourWeeks = { loads_28d: { type: 'numbers', each: load, length: chronicDays } } as const
const week = { daily_loads: { type: 'numbers', each: load, length: 7 } } as const
const noLoad = 'without any load there is nothing to compare with'
const ratioHolds = 'a description of change, not of risk; hidden before 28 days are known'
const recursion = 'Banister; Sauce, GoldenCheetah and Elevate alike: x += (load − x)(1 − e^(−1/τ))'
const recursionHolds = 'exact as arithmetic; seeded at 0 it takes some 100 days to forget it'

const sessions = [
  metric({
    name: 'rtss',
    unit: 'load, 100 is an hour at threshold',
    trust: 'convention',
    source: 'McGregor, Skiba (TrainingPeaks): 100 · hours · intensity²',
    holds: 'grade-adjusted pace of runs; understates intervals where pace was averaged plainly',
    inputs: {
      duration_s: positive('s'),
      ngp_s_per_km: positive('s/km', [120, 1200]),
      threshold_s_per_km: thresholdPace,
    },
    evaluate: ({ duration_s, ngp_s_per_km, threshold_s_per_km }) =>
      known(paceLoad(duration_s, (duration_s / ngp_s_per_km) * 1000, threshold_s_per_km)),
  }),
  metric({
    name: 'session_rpe',
    unit: 'CR10 × min',
    trust: 'published',
    source: 'Foster 2001',
    holds: 'a rating of the whole session, about half an hour after it',
    inputs: { rpe_cr10: { type: 'number', unit: 'CR10', least: 0, most: 10 }, minutes: notNegative('min') },
    evaluate: ({ rpe_cr10, minutes }) => known(sessionEffort(rpe_cr10, minutes * 60)),
  }),
]

const fitness = [
  metric({
    name: 'ctl_atl_series',
    unit: 'load a day',
    trust: 'convention',
    source: recursion,
    holds: recursionHolds,
    inputs: {
      loads: { type: 'numbers', each: load, length: null },
      ctl0: { ...load, usual: 0 },
      atl0: { ...load, usual: 0 },
      tau_ctl: { ...positive('days', [28, 60]), usual: fitnessDays },
      tau_atl: { ...positive('days', [4, 15]), usual: fatigueDays },
    },
    evaluate: ({ loads, ctl0, atl0, tau_ctl, tau_atl }) =>
      known({
        ctl: loads.reduce((before, load) => towards(before, load, tau_ctl), ctl0),
        atl: loads.reduce((before, load) => towards(before, load, tau_atl), atl0),
      }),
  }),
  metric({
    name: 'ctl_atl_step_real',
    unit: 'load a day',
    trust: 'convention',
    source: recursion,
    holds: recursionHolds,
    inputs: { ctl_prev: load, atl_prev: load, load },
    evaluate: ({ ctl_prev, atl_prev, load }) =>
      known({ ctl: towards(ctl_prev, load, fitnessDays), atl: towards(atl_prev, load, fatigueDays) }),
  }),
]

const change = [
  metric({
    name: 'acwr_rolling_coupled',
    unit: 'ratio',
    trust: 'contested',
    source: 'mean of 7 days ÷ mean of 28; criticised by Impellizzeri 2020',
    holds: ratioHolds,
    inputs: fourWeeks,
    evaluate: ({ loads_28d }) => orUnknown(coupledRatio(loads_28d), noLoad),
  }),
  metric({
    name: 'acwr_rolling_uncoupled_1_to_3wk',
    unit: 'ratio',
    trust: 'contested',
    source: 'week ÷ mean week of the three before; criticised by Impellizzeri 2020',
    holds: ratioHolds,
    inputs: fourWeeks,
    evaluate: ({ loads_28d }) => orUnknown(uncoupledRatio(loads_28d), noLoad),
  }),
  metric({
    name: 'acwr_ewma',
    unit: 'load a day, ratio',
    trust: 'contested',
    source: 'Williams 2017, λ = 2 ÷ (N + 1)',
    holds: ratioHolds,
    inputs: fourWeeks,
    evaluate: ({ loads_28d }) => orUnknown(weightedRatio(loads_28d), noLoad),
  }),
  metric({
    name: 'single_session_spike',
    unit: 'share above, band, hazard rate ratio',
    trust: 'published',
    source: 'Frandsen 2025, BJSM, doi 10.1136/bjsports-2024-109380',
    holds: 'distances of runs; large and prospective, but observed and self-reported, and the middle band is lower',
    inputs: { run_km: positive('km'), longest_last_30d_km: notNegative('km') },
    evaluate: ({ run_km, longest_last_30d_km }) => {
      const spike = longest_last_30d_km > 0 ? spikeOf(run_km * 1000, longest_last_30d_km * 1000) : undefined
      return orUnknown(
        spike && { ratio: spike.share, band: spike.band, hrr: spike.hazard },
        'without a run in the 30 days before there is nothing to compare with',
      )
    },
  }),
  metric({
    name: 'foster_monotony_strain',
    unit: 'load, ratio, load',
    trust: 'convention',
    source: 'Foster 1998, who does not say which spread is meant: both are shown',
    holds: 'seven days; monotony above 2 is called high, and is cut at 10 where every day is the same',
    inputs: week,
    evaluate: ({ daily_loads }) => {
      const same = monotony(daily_loads, 'sample')
      return orUnknown(
        same === undefined
          ? undefined
          : {
              weekly: sum(daily_loads),
              monotony_sample_sd: same,
              strain_sample_sd: strain(daily_loads, 'sample')!,
              monotony_pop_sd: monotony(daily_loads, 'population')!,
              strain_pop_sd: strain(daily_loads, 'population')!,
            },
        noLoad,
      )
    },
  }),
]

export const loads = [...sessions, ...fitness, ...change]
