/** What a coach's note can say of a session today, each from what is on file, or unknown with why. */
import { sayClock } from '../../lib/clock.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Activity } from '../../model/activity.ts'
import type { Profile } from '../../model/athlete.ts'
import { type Day, daysBetween } from '../../model/day.ts'
import { sayDay } from '../../model/say-day.ts'
import type { Phase, Race } from '../../model/season.ts'
import type { Session } from '../../model/session.ts'
import { sayAmount } from '../../workout/amount.ts'
import { type PaceRange, zonePaces } from '../../workout/cues.ts'
import { estimateSession, flatten } from '../../workout/estimate.ts'
import { heartOfRange } from '../../workout/ranges.ts'
import { effortCue, purposeWord, warmUp } from '../../workout/words.ts'
import type { NoteFacts } from './note-template.ts'

export type NoteGiven = {
  readonly session: Session
  readonly profile: Profile
  /** As the engine uses them today; the profile's own where it has none better. */
  readonly thresholds: Profile['thresholds']
  readonly activities: readonly Activity[]
  /** Sessions that were done as an activity, by that activity. */
  readonly doneAs: ReadonlyMap<string, Session>
  readonly phases: readonly Phase[]
  readonly races: readonly Race[]
  /** How this coach writes distances and paces. */
  readonly unit: 'km' | 'mi'
}

const metresOf = { km: 1000, mi: 1609.344 } as const

const orUnknown = (value: string | null | undefined, why: string): Reading<string> =>
  value === null || value === undefined || value === '' ? unknown(why) : known(value)

const sayDuration = (seconds: number): string =>
  sayAmount({ unit: 's', value: Math.max(60, Math.round(seconds / 60) * 60) })

export const noteFacts = (given: NoteGiven): NoteFacts => {
  const { session, profile, thresholds, phases, races, unit } = given
  const { day } = session
  const sayDistance = (metres: number) => `${Number((metres / metresOf[unit]).toFixed(1))} ${unit}`
  const { durationS, distanceM } = estimateSession(session, thresholds)
  const paces = zonePaces(thresholds)
  const noPace = 'no threshold pace is on file'
  const pace = (range: PaceRange | undefined) => {
    if (range === undefined) return unknown(noPace)
    const [fast, slow] = [range.fast, range.slow].map(seconds => sayClock((seconds * metresOf[unit]) / 1000))
    return known(fast === slow ? `${fast} /${unit}` : `${fast}–${slow} /${unit}`)
  }
  const own = { ...thresholds, ownZonesHr: profile.ownZonesHr ?? null }
  const easy = heartOfRange({ type: 'range', of: 'hr-zone', from: 2, to: 2 }, own)
  const runs = given.activities.filter(activity => activity.sport === 'run' && activity.day < day)
  const last = runs.toSorted(byDay).at(-1)
  const lastEasy = runs
    .filter(({ id, meanHr }) => meanHr !== null && given.doneAs.get(id)?.purpose === 'easy')
    .toSorted(byDay)
    .at(-1)
  const race = races.filter(one => one.day >= day).toSorted(byDay)[0]
  const phase = phases.find(({ from, to }) => from <= day && day <= to)
  const work = flatten(session.steps).find(step => step.role === 'work')
  const days = race === undefined ? 0 : daysBetween(day, race.day)
  return {
    athlete: orUnknown(profile.name.split(' ')[0], 'the athlete has no name yet'),
    session: known(session.title.trim() || purposeWord[session.purpose]),
    duration: durationS.known ? known(sayDuration(durationS.value)) : durationS,
    distance: distanceM.known ? known(sayDistance(distanceM.value)) : distanceM,
    effort: work ? known(effortCue(work.target, work.role)) : unknown('the session has no steps'),
    'warm-up': orUnknown(warmUp(session), 'this session needs no warm-up of its own'),
    'easy pace': pace(paces?.E),
    'marathon pace': pace(paces?.M),
    'threshold pace': pace(paces?.T),
    'interval pace': pace(paces?.I),
    'easy heart rate': easy ? known(String(easy.high)) : unknown('no threshold heart rate is on file'),
    'last run': last ? known(sayRun(last, sayDistance)) : unknown('no run is on file'),
    'last easy heart rate': lastEasy
      ? known(String(Math.round(lastEasy.meanHr!)))
      : unknown('no easy run with a heart rate is on file'),
    race: race ? known(race.name) : unknown('no race is ahead'),
    'days to race': race ? known(`${days} ${days === 1 ? 'day' : 'days'}`) : unknown('no race is ahead'),
    phase: phase ? known(phase.kind) : unknown('the day is in no phase'),
    objective: orUnknown(phase?.objective, 'the phase has no objective'),
  }
}

const byDay = (a: { readonly day: Day }, b: { readonly day: Day }): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0

const sayRun = ({ day, distanceM, durationS }: Activity, sayDistance: (metres: number) => string): string =>
  `${distanceM === null ? sayDuration(durationS) : sayDistance(distanceM)} on ${sayDay(day)}`
