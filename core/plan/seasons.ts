/** One season after the other: when each ended, what it held, and how the shown ones are read as one. */
import type * as Y from 'yjs'
import { sha256Hex } from '../lib/bytes.ts'
import type { Hash } from '../lib/hash.ts'
import { by } from '../lib/order.ts'
import { plainText } from '../lib/plain-text.ts'
import type { Profile } from '../model/athlete.ts'
import type { CheckIn } from '../model/check-in.ts'
import { type Day, parseDay } from '../model/day.ts'
import type { DeviceId, PersonId, StatementId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { AthleteContent, PlanContent } from '../model/plan.ts'
import { readAthlete } from './athlete-document.ts'
import { decides, decisionsIn, inOrder } from './decisions.ts'
import { rootOf } from './document.ts'
import { readPlan } from './plan-document.ts'
import { readProfile } from './profile.ts'
import { bySession } from './session-order.ts'

/** All that the documents of one season hold. */
export type SeasonContent = { readonly plan: PlanContent; readonly athlete: AthleteContent }

/**
 * A season a coach ended: `from` is the first day of the next one, `signed` what its content was named when somebody
 * signed it last. `at` in minutes since 1970-01-01 UTC.
 */
export type SeasonEnd = {
  readonly season: number
  readonly from: Day
  readonly id: StatementId
  readonly by: PersonId
  readonly device: DeviceId
  readonly at: number
  readonly signed: Hash | null
}

export const seasonItem = (season: number, from: Day): string => `season/${season}/${from}`

const readItem = (item: string): { readonly season: number; readonly from: Day } | undefined => {
  const [, season = '', day = ''] = /^season\/(\d{1,4})\/(.+)$/.exec(item) ?? []
  const from = parseDay(day)
  return from && { season: Number(season), from }
}

/**
 * The seasons that ended, in order. Of two coaches who end one at the same time the first counts, on every device; one
 * that was taken back never ended, nor did any after it.
 */
export const seasonsIn = (log: readonly LogEntry[]): readonly SeasonEnd[] => {
  const isEnd = ({ verified, signed: { statement } }: LogEntry) =>
    verified.ok && statement.type === 'season-ended' && decides(statement.role)
  if (!log.some(isEnd)) return []
  const entries = inOrder(log)
  const decisions = decisionsIn(entries)
  const said = entries.flatMap(entry => {
    const item = isEnd(entry) ? readItem(entry.signed.statement.item) : undefined
    return item === undefined || decisions.takenBackAt(entry.id) !== undefined ? [] : [{ ...item, entry }]
  })
  const ends: SeasonEnd[] = []
  for (;;) {
    const before = ends.at(-1)?.from
    const mine = said.filter(({ season, from }) => season === ends.length + 1 && !(before && from <= before))
    const first = mine[0]
    if (first === undefined) return ends
    const { by, device, at } = first.entry.signed.statement
    const last = mine.findLast(({ from }) => from === first.from)!
    const signed = last.entry.signed.statement.contentHash
    ends.push({ season: first.season, from: first.from, id: first.entry.id, by, device, at, signed })
  }
}

/** The profile alone, however much else the document holds: a list of two hundred people asks for nothing more. */
export const profileIn = (athlete: Y.Doc, before: SeasonContent | undefined): Profile =>
  before !== undefined && rootOf(athlete, 'profile').size === 0 ? before.athlete.profile : readProfile(athlete).profile

/** What the running season's documents hold. Until somebody writes a profile in them, the last one written holds. */
export const contentOf = (
  docs: { readonly plan: Y.Doc; readonly athlete: Y.Doc },
  before: SeasonContent | undefined,
): SeasonContent => {
  const athlete = readAthlete(docs.athlete)
  const isNew = before !== undefined && rootOf(docs.athlete, 'profile').size === 0
  return {
    plan: readPlan(docs.plan),
    athlete: isNew ? { ...athlete, profile: before.athlete.profile } : athlete,
  }
}

/** What a season held is named alike on every device that has read all of it. */
export const seasonHash = (content: SeasonContent): Hash => sha256Hex(`tandem/season\n${plainText(content)}`) as Hash

/** A season that ended, loaded; `hash` names its content. */
export type PastSeason = {
  readonly season: number
  readonly from: Day
  readonly hash: Hash
  readonly content: SeasonContent
}

/** The entries of all seasons in one list, each under its name as the latest season that has it says. */
const latest = <T>(
  lists: readonly (readonly T[])[],
  nameOf: (entry: NoInfer<T>) => string,
  ...order: readonly ((entry: NoInfer<T>) => string | number)[]
): T[] => [...new Map(lists.flat().map(entry => [nameOf(entry), entry])).values()].toSorted(by(...order))

/** Two words of one day are one: what was said later about a question holds. */
const withAnswers = (before: CheckIn | undefined, later: CheckIn): CheckIn => {
  if (before === undefined) return later
  const said = Object.entries(later).filter(([, answer]) => answer !== null)
  return { ...before, ...Object.fromEntries(said) }
}

const checkInsOf = (athletes: readonly AthleteContent[]): CheckIn[] => {
  const byDay = new Map<Day, CheckIn>()
  for (const checkIn of athletes.flatMap(({ checkIns }) => checkIns))
    byDay.set(checkIn.day, withAnswers(byDay.get(checkIn.day), checkIn))
  return [...byDay.values()].toSorted(by(({ day }) => day))
}

const byId = ({ id }: { readonly id: string }): string => id
const at = (entry: { readonly at: number }): number => entry.at
const day = (entry: { readonly day: Day }): Day => entry.day
const from = (entry: { readonly from: Day }): Day => entry.from

/** The threshold pace as the profile had it when a season ended, and as it stood with every change (s/km). */
export type EndPace = { readonly written: number | null; readonly stood: number | null }

/** What is not loaded of an athlete's past: all that was said before `at`, and what became of the pace meanwhile. */
export type Unloaded = { readonly at: number; readonly paces: readonly EndPace[] }

/** A profile nobody wrote anew since has the pace that its changes left it with, also where those are not loaded. */
export const withEarlierPaces = (athlete: AthleteContent, paces: readonly EndPace[]): AthleteContent => {
  const { thresholds } = athlete.profile
  if (thresholds === null) return athlete
  const pace = paces.reduce(
    (so, { written, stood }) => (so === written && stood !== null ? stood : so),
    thresholds.thresholdPaceSPerKm,
  )
  if (pace === thresholds.thresholdPaceSPerKm) return athlete
  return { ...athlete, profile: { ...athlete.profile, thresholds: { ...thresholds, thresholdPaceSPerKm: pace } } }
}

/**
 * Some seasons that follow each other, the running one last, read as one. What a season planned from the next one's
 * first day on was carried over and stands there, or was taken out there.
 */
export const asOne = (past: readonly PastSeason[], now: SeasonContent): SeasonContent => {
  if (past.length === 0) return now
  const cut = past.map(
    ({ from, content: { plan } }): PlanContent => ({
      ...plan,
      sessions: plan.sessions.filter(({ day }) => day < from),
      phases: plan.phases.filter(phase => phase.from < from),
      races: plan.races.filter(({ day }) => day < from),
      comments: plan.comments.filter(({ day }) => day < from),
    }),
  )
  const plans = [...cut, now.plan]
  const athletes = [...past.map(({ content }) => content.athlete), now.athlete]
  const imported = latest(
    athletes.map(one => one.imported ?? []),
    one => `${one.day}/${one.source.kind}`,
    day,
  )
  const reviewAnswers = latest(
    athletes.map(one => one.reviewAnswers ?? []),
    byId,
    at,
    byId,
  )
  const raceNotes = latest(
    athletes.map(one => one.raceNotes ?? []),
    byId,
    byId,
  )
  return {
    plan: {
      ...now.plan,
      sessions: latest(
        plans.map(one => one.sessions),
        byId,
      ).toSorted(bySession),
      phases: latest(
        plans.map(one => one.phases),
        byId,
        from,
        byId,
      ),
      races: latest(
        plans.map(one => one.races),
        byId,
        day,
        byId,
      ),
      comments: latest(
        plans.map(one => one.comments),
        byId,
        at,
        byId,
      ),
      unreadable: plans.flatMap(one => one.unreadable),
    },
    athlete: {
      ...now.athlete,
      activities: latest(
        athletes.map(one => one.activities),
        byId,
        ({ start }) => start,
        byId,
      ),
      checkIns: checkInsOf(athletes),
      ...(imported.length > 0 ? { imported } : {}),
      ...(reviewAnswers.length > 0 ? { reviewAnswers } : {}),
      ...(raceNotes.length > 0 ? { raceNotes } : {}),
      lifeEvents: latest(
        athletes.map(one => one.lifeEvents),
        byId,
        from,
        byId,
      ),
      outcomes: latest(
        athletes.map(one => one.outcomes),
        ({ session }) => session,
        ({ session }) => session,
      ),
      confirmedDays: [...new Set(athletes.flatMap(one => one.confirmedDays))].sort(),
      comments: latest(
        athletes.map(one => one.comments),
        byId,
        at,
        byId,
      ),
      unreadable: athletes.flatMap(one => one.unreadable),
    },
  }
}

/** Whether an entry of the plan goes on after a day: all that names no day, and what names that day or a later one. */
export const carriesOver = (entry: unknown, from: Day): boolean => {
  const { day, to } = (entry ?? {}) as { readonly day?: unknown; readonly to?: unknown }
  const last = typeof to === 'string' ? to : day
  return typeof last !== 'string' || last >= from
}
