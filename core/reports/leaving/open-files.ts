/** Everything of an athlete as tables anybody can open: for whoever leaves, and for whoever wants to count for themselves. */
import { type Cell, csv } from '../../lib/csv.ts'
import type { Activity } from '../../model/activity.ts'
import type { AthleteContent, PlanContent } from '../../model/plan.ts'
import { printWorkout } from '../../workout/print.ts'

export type OpenFile = { readonly name: string; readonly text: string }

type Column<T> = readonly [string, (row: T) => Cell]

const table = <T>(name: string, rows: readonly T[], columns: readonly Column<T>[]): OpenFile => ({
  name,
  text: csv(
    columns.map(([head]) => head),
    rows.map(row => columns.map(([, of]) => of(row))),
  ),
})

const sourcesOf = ({ sources }: Activity): string => sources.map(({ kind, name }) => `${kind}: ${name}`).join('; ')

/** Units stand in the heads of the columns; an empty cell is what nobody said. */
export const openTables = (
  content: AthleteContent,
  plan: Pick<PlanContent, 'sessions' | 'races'>,
): readonly OpenFile[] => [
  table('activities.csv', content.activities, [
    ['day', ({ day }) => day],
    ['start (local)', ({ start }) => start],
    ['sport', ({ sport }) => sport],
    ['name', ({ name }) => name],
    ['duration (s)', ({ durationS }) => durationS],
    ['distance (m)', ({ distanceM }) => distanceM],
    ['ascent (m)', ({ ascentM }) => ascentM],
    ['mean heart rate (bpm)', ({ meanHr }) => meanHr],
    ['highest heart rate (bpm)', ({ maxHr }) => maxHr],
    ['temperature (°C)', ({ temperatureC }) => temperatureC],
    ['effort (RPE 0-10)', ({ rpe }) => rpe],
    ['comment', ({ comment }) => comment],
    ['from', sourcesOf],
    ['id', ({ id }) => id],
  ]),
  table('check-ins.csv', content.checkIns, [
    ['day', ({ day }) => day],
    ['sleep (h)', ({ sleepHours }) => sleepHours],
    ['sleep quality (1-5, 5 good)', ({ sleepQuality }) => sleepQuality],
    ['soreness (1-5, 5 very sore)', ({ soreness }) => soreness],
    ['sore where', ({ sorenessSite }) => sorenessSite],
    ['fatigue (1-5, 5 drained)', ({ fatigue }) => fatigue],
    ['stress (1-5, 5 very high)', ({ stress }) => stress],
    ['motivation (1-5, 5 eager)', ({ motivation }) => motivation],
    ['pain where', ({ pain }) => pain?.site ?? null],
    ['pain (1-5, 5 severe)', ({ pain }) => pain?.level ?? null],
    ['resting heart rate (bpm)', ({ restingHr }) => restingHr],
    ['HRV rMSSD (ms)', ({ hrvMs }) => hrvMs],
    ['words', ({ note }) => note],
  ]),
  table('plan.csv', plan.sessions, [
    ['day', ({ day }) => day],
    ['title', ({ title }) => title],
    ['purpose', ({ purpose }) => purpose],
    ['key session', ({ key }) => key],
    ['workout', ({ steps }) => printWorkout(steps)],
    ['notes', ({ notes }) => notes],
    ['id', ({ id }) => id],
  ]),
  table('how-it-went.csv', content.outcomes, [
    ['session', ({ session }) => session],
    ['said', ({ said }) => said],
    ['effort (RPE 0-10)', ({ rpe }) => rpe],
    ['words', ({ comment }) => comment],
    ['activity', ({ activity }) => activity],
  ]),
  table('life.csv', content.lifeEvents, [
    ['from', ({ from }) => from],
    ['to', ({ to }) => to],
    ['what', ({ kind }) => kind],
    ['words', ({ note }) => note],
  ]),
  table('races.csv', plan.races, [
    ['day', ({ day }) => day],
    ['name', ({ name }) => name],
  ]),
]

/** What the folder holds, in words, for whoever opens it in ten years. */
export const openReadme = (name: string, day: string): string =>
  [
    `Everything of ${name} that Tandem held on this device on ${day}.`,
    '',
    'activities.csv    what was done, one line each',
    'check-ins.csv     how the mornings were',
    'plan.csv          what was planned, workouts as text',
    'how-it-went.csv   what was said after sessions',
    'life.csv          days on which life came first',
    'races.csv         races',
    'everything.json   all of it with nothing left out, and every signed decision with the keys to check it',
    'verify.html       open it in a browser and give it everything.json: it says which decisions are whom and untouched',
    '',
    'Tables are comma-separated UTF-8. An empty cell is something nobody said; it is never a zero.',
    '',
  ].join('\n')
