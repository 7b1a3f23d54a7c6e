/** Where the six facts of a week come from, as the roster and the Monday review show them. */
import { figure } from './figure.ts'

const checkIns = 'the athlete’s check-ins'

export const weeks = {
  'week-mileage': figure(
    'Mileage of the week',
    'Runs from Monday to Sunday added up, beside the week before; marked where it is more than 1.3 times that.',
    'km',
    'the recordings; the mark is ours',
    '“at least” where a day has no data; a rise alone says little, the longest single run says more',
    'ours',
  ),
  'week-intensity': figure(
    'Intensity of the week',
    'Time of all runs below, between and above the two thresholds, in percent; marked below 60 % easy.',
    '%',
    'three zones after Seiler; the mark is ours',
    'by heart rate or pace, whichever was recorded; short bouts of heart rate lag behind the effort',
    'convention',
  ),
  'week-missed': figure(
    'Missed sessions',
    'Planned sessions of days that have ended and are on file, to which nothing done fits; life events leave the count.',
    'sessions',
    'ours',
    'a match may be wrong, and is put right on the activity; days nobody spoke for are not counted as missed',
    'ours',
  ),
  'week-sleep': figure(
    'Sleep of the week',
    'Nights rated 1 or 2 of 5, or shorter than the playbook says, of those spoken of; the mean of their hours.',
    'nights, hours',
    `${checkIns}, else a watch`,
    'nights nobody spoke of are not counted either way',
    'convention',
  ),
  'week-soreness': figure(
    'Soreness and pain',
    'Days of soreness above what the playbook allows, and every pain said, with its place and level.',
    'of 5',
    checkIns,
    'as good as what was said; silence is not health',
    'ours',
  ),
  'week-readiness': figure(
    'Readiness',
    'Means of fatigue, motivation and stress as said, with resting heart rate and its variability beside the usual, and form.',
    'of 5; bpm, ms and load where marked',
    `${checkIns}, mornings, and training`,
    'figures side by side, never one score: no single number of readiness is validated',
    'convention',
  ),
} as const
