/** Planned sessions as entries of intervals.icu's calendar, and what writing them would change there. */
import * as v from 'valibot'
import { parse } from '../../../core/lib/parse.ts'
import { err, ok, type Result } from '../../../core/lib/result.ts'
import type { Sport } from '../../../core/model/activity.ts'
import type { Day } from '../../../core/model/day.ts'
import type { Session } from '../../../core/model/session.ts'
import { printWorkout } from '../../../core/workout/text.ts'

/** By this an entry is known to be ours: whatever lacks it is never touched. */
const ours = 'tandem:'

const typeOf: Readonly<Record<Sport, string>> = {
  run: 'Run',
  ride: 'Ride',
  swim: 'Swim',
  walk: 'Walk',
  strength: 'WeightTraining',
  other: 'Other',
}

/** What leaves the device of a session: its day, sport, title and steps; no note, no reason, no name. */
export type SentEvent = {
  readonly external_id: string
  readonly category: 'WORKOUT'
  readonly start_date_local: string
  readonly type: string
  readonly name: string
  readonly description: string
}

const pad = (value: number): string => String(value).padStart(2, '0')

export const eventOf = ({ id, day, sport, title, steps, startMinute, purpose }: Session): SentEvent => ({
  external_id: `${ours}${id}`,
  category: 'WORKOUT',
  start_date_local: `${day}T${pad(Math.floor((startMinute ?? 0) / 60))}:${pad((startMinute ?? 0) % 60)}:00`,
  type: typeOf[sport],
  name: title.trim() || purpose,
  description: steps.length === 0 ? '' : printWorkout(steps),
})

const theirSchema = v.object({
  id: v.union([v.number(), v.pipe(v.string(), v.maxLength(40))]),
  external_id: v.nullish(v.string()),
  start_date_local: v.nullish(v.string()),
  type: v.nullish(v.string()),
  name: v.nullish(v.string()),
  description: v.nullish(v.string()),
})
type Their = v.InferOutput<typeof theirSchema>

/** What writing would do, before it is done. */
export type Preview = {
  readonly create: readonly SentEvent[]
  readonly change: readonly { readonly at: string; readonly event: SentEvent }[]
  readonly same: number
  /** Entries that Tandem wrote and that are planned no more; they stay until the athlete removes them there. */
  readonly left: readonly string[]
  /** Entries of others in these days, which stay as they are. */
  readonly others: number
}

const isSame = (their: Their, event: SentEvent): boolean =>
  (['start_date_local', 'type', 'name'] as const).every(part => their[part] === event[part]) &&
  (their.description ?? '').trim() === event.description.trim()

/** Compares what is planned with the calendar as intervals.icu told it; the text when it is none. */
export const previewOf = (sessions: readonly Session[], told: string): Result<Preview, string> => {
  let value: unknown
  try {
    value = JSON.parse(told)
  } catch {
    return err('no calendar')
  }
  const list = parse(v.array(theirSchema), value)
  if (!list.ok) return err(`no calendar at ${list.error.at}`)
  const theirs = list.value
  const byId = new Map(
    theirs.flatMap(one => (one.external_id?.startsWith(ours) ? [[one.external_id, one] as const] : [])),
  )
  const events = sessions.map(eventOf)
  const planned = new Set(events.map(({ external_id }) => external_id))
  const create: SentEvent[] = []
  const change: { at: string; event: SentEvent }[] = []
  for (const event of events) {
    const their = byId.get(event.external_id)
    if (their === undefined) create.push(event)
    else if (!isSame(their, event)) change.push({ at: String(their.id), event })
  }
  return ok({
    create,
    change,
    same: events.length - create.length - change.length,
    left: [...byId].flatMap(([id, { name }]) => (planned.has(id) ? [] : [name ?? id])),
    others: theirs.length - byId.size,
  })
}

/** The sessions from a day on that are to be sent: planned ones, as far as is asked. */
export const toSend = (sessions: readonly Session[], from: Day, to: Day): readonly Session[] =>
  sessions.filter(({ day, purpose }) => day >= from && day <= to && purpose !== 'rest')
