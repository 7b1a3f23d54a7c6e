/** The schools of zones a runner may be shown, each from the thresholds that are known, or why it cannot be drawn. */

import { sum } from '../lib/math.ts'
import { known, type Reading, unknown } from '../lib/reading.ts'
import type { Activity } from '../model/activity.ts'
import type { Thresholds } from '../model/athlete.ts'
import type { FigureId } from './figures.ts'
import { trainingPaces, vdotOfThresholdPace } from './vdot.ts'
import {
  type Band,
  bandOf,
  frielHeartRateZones,
  frielPaceZones,
  karvonenHeartRate,
  percentOfMaxEdges,
  percentOfMaxZones,
  secondsInBands,
  threeZones,
} from './zones.ts'

export const zoneSystemIds = ['friel-hr', 'karvonen', 'percent-max', 'three', 'own', 'friel-pace', 'daniels'] as const
export type ZoneSystemId = (typeof zoneSystemIds)[number]

/** `bands` in bpm, or in m/s from slow to fast. */
export type ZoneSystem = {
  readonly id: ZoneSystemId
  readonly title: string
  readonly by: 'heart-rate' | 'pace'
  readonly figure: FigureId
  readonly bands: Reading<readonly Band[]>
}

type Given = Omit<Thresholds, 'origin'>

/** Where only the second threshold is known the first stands at this share of it: the end of Friel's zone 2. */
const firstOfSecond = 0.89

const need = (value: number | null, what: string): Reading<number> =>
  value === null ? unknown(`no ${what} is known`) : known(value)

const karvonen = (maxHr: number, restHr: number): readonly Band[] =>
  percentOfMaxEdges.map((percent, i) => {
    const next = percentOfMaxEdges[i + 1]
    return {
      name: String(i + 1),
      from: karvonenHeartRate(maxHr, restHr, percent / 100),
      to: next === undefined ? null : karvonenHeartRate(maxHr, restHr, next / 100),
    }
  })

/** Half open bands whose edges lie halfway between neighbouring paces: every speed belongs to one. */
const daniels = (thresholdSPerKm: number): readonly Band[] => {
  const { E, M, T, I, R } = trainingPaces(vdotOfThresholdPace(thresholdSPerKm))
  const names = ['slower', 'E', 'M', 'T', 'I', 'R'] as const
  const between = (a: number, b: number) => 1000 / ((a + b) / 2)
  const edges = [
    0,
    1000 / E.slow,
    between(E.fast, M.slow),
    between(M.fast, T.slow),
    between(T.fast, I.slow),
    between(I.fast, R.slow),
  ]
  return names.map((name, i) => ({ name, from: edges[i]!, to: edges[i + 1] ?? null }))
}

const mapped = <A, B>(reading: Reading<A>, to: (value: A) => B): Reading<B> =>
  reading.known ? known(to(reading.value)) : reading

const ownBands = (edges: readonly number[]): readonly Band[] =>
  edges.map((from, i) => ({ name: String(i + 1), from, to: edges[i + 1] ?? null }))

/** All schools in the order they are offered. `own` are the lower edges in bpm that the athlete set themselves. */
export const zoneSystemsOf = (
  { maxHr, restHr, thresholdHr, thresholdPaceSPerKm }: Given,
  own: readonly number[] | null,
): readonly ZoneSystem[] => {
  const threshold = need(thresholdHr, 'threshold heart rate')
  const max = need(maxHr, 'maximum heart rate')
  const rest = need(restHr, 'resting heart rate')
  const pace = need(thresholdPaceSPerKm, 'threshold pace')
  const reserve = max.known && rest.known && max.value <= rest.value ? unknown('maximum is not above rest') : rest
  return [
    {
      id: 'friel-hr',
      title: 'Friel, heart rate',
      by: 'heart-rate',
      figure: 'zones-friel-hr',
      bands: mapped(threshold, frielHeartRateZones),
    },
    {
      id: 'karvonen',
      title: 'Karvonen, share of reserve',
      by: 'heart-rate',
      figure: 'zones-karvonen',
      bands: max.known ? mapped(reserve, value => karvonen(max.value, value)) : max,
    },
    {
      id: 'percent-max',
      title: 'Share of maximum',
      by: 'heart-rate',
      figure: 'zones-percent-max',
      bands: mapped(max, percentOfMaxZones),
    },
    {
      id: 'three',
      title: 'Three zones',
      by: 'heart-rate',
      figure: 'zones-three',
      bands: mapped(threshold, value => threeZones(firstOfSecond * value, value)),
    },
    {
      id: 'own',
      title: 'My own, heart rate',
      by: 'heart-rate',
      figure: 'zones-own',
      bands: own === null ? unknown('no zones of one’s own are set') : known(ownBands(own)),
    },
    {
      id: 'friel-pace',
      title: 'Friel, pace',
      by: 'pace',
      figure: 'zones-friel-pace',
      bands: mapped(pace, frielPaceZones),
    },
    { id: 'daniels', title: 'Daniels, pace', by: 'pace', figure: 'zones-daniels', bands: mapped(pace, daniels) },
  ]
}

/** Widths of the bins in which a summary keeps its seconds: bpm, and seconds per kilometre. */
const hrBin = 2
const paceBin = 5

/** Seconds in each band of a system, and below the first; null where the activity's summary does not say. */
export const timeInZones = (
  activity: Pick<Activity, 'hrSeconds' | 'paceSeconds'>,
  by: ZoneSystem['by'],
  bands: readonly Band[],
): { readonly seconds: readonly number[]; readonly below: number } | null => {
  const bins = by === 'heart-rate' ? activity.hrSeconds : activity.paceSeconds
  if (bins === null) return null
  const all = sum(bins.map(([, seconds]) => seconds))
  const seconds =
    by === 'heart-rate'
      ? secondsInBands(bins, hrBin, bands)
      : bands.map(band =>
          sum(bins.filter(([edge]) => bandOf(bands, 1000 / (edge + paceBin / 2)) === band).map(([, time]) => time)),
        )
  return { seconds, below: all - sum(seconds) }
}
