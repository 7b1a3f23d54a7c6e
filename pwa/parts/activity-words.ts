/** What activities and their sources are called. */
import type { Activity, Source, Sport } from '../../core/model/activity.ts'

export const sportWord: Readonly<Record<Sport, string>> = {
  run: 'Run',
  ride: 'Ride',
  swim: 'Swim',
  walk: 'Walk',
  strength: 'Strength',
  other: 'Other',
}

export const sourceWord: Readonly<Record<Source['kind'], string>> = {
  fit: 'FIT file',
  tcx: 'TCX file',
  gpx: 'GPX file',
  'strava-archive': 'Strava archive',
  intervals: 'intervals.icu',
  'garmin-export': 'Garmin export',
  trainingpeaks: 'TrainingPeaks export',
  'running-page': 'running page',
  'check-in-form': 'check-in form',
  typed: 'typed by hand',
  sample: 'sample',
}

/** The kinds of source of an activity, each once. */
export const sourceWords = ({ sources }: Activity): string =>
  [...new Set(sources.map(({ kind }) => sourceWord[kind]))].join(', ')

/** What an activity is called: its own name, or its sport. */
export const nameOf = ({ name, sport }: Activity): string => name ?? sportWord[sport]
