/** The engine over an athlete's past, day by day, with only what was known on each day: what it would have done. */
import { type Look, lookAt } from '../engine.ts'
import type { Finding, JudgedProposal } from '../model/advice.ts'
import { addDays, type Day, weekdayOf } from '../model/day.ts'
import type { LogEntry } from '../model/log.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Escalation } from '../playbook/index.ts'
import { type LookTime, newMornings, type Past, situationOn } from './past.ts'
import { carriedOut } from './unsigned.ts'

/** What is asked: a playbook over the days from one to another, both included. */
export type DryRun = {
  readonly past: Past
  readonly playbook: Playbook
  readonly from: Day
  readonly to: Day
}

/** `since` is the first day of the run on which it was seen, without a day between; new where that is the day itself. */
export type DryFinding = { readonly finding: Finding; readonly since: Day }
/** `since` is the first day on which it was drafted at this level. One at `auto` would have been applied that day. */
export type DryProposal = { readonly proposal: JudgedProposal; readonly since: Day }
/** The alert that waits on a day; `since` is the day on which it reached the coach in this form. */
export type DryAlert = { readonly alert: Escalation; readonly since: Day }

/** One day of the run. Nobody answers in it: what is asked waits until it expires, an alert stays while its causes do. */
export type DryDay = {
  readonly day: Day
  readonly findings: readonly DryFinding[]
  readonly proposals: readonly DryProposal[]
  readonly alert: DryAlert | null
}

/** What the run carries from day to day. */
type Memory = {
  readonly findings: ReadonlyMap<string, Day>
  readonly proposals: ReadonlyMap<string, Day>
  readonly alert: DryAlert | null
  readonly made: readonly LogEntry[]
}

/**
 * One day a step, so that a worker can say how far it is and stop. Each day is looked at in the evening, and in the
 * morning where that shows something new; what may be applied is applied and stands from then on, as it would have.
 */
export function* dryRun({ past, playbook, from, to }: DryRun): Generator<DryDay, void, void> {
  const mornings = newMornings(past)
  let memory: Memory = { findings: new Map(), proposals: new Map(), alert: null, made: [] }
  for (let day = from; day <= to; day = addDays(day, 1)) {
    // Why Mondays too: what is said of the week before is said before Monday's session.
    const early = mornings.has(day) || weekdayOf(day) === 1
    const morning = early ? lookOn(day, 'morning', past, playbook, memory.made) : null
    const evening = lookOn(day, 'evening', past, playbook, morning?.made ?? memory.made)
    const seen = seenOn(day, morning === null ? [evening.look] : [morning.look, evening.look], memory)
    yield seen
    memory = remember(seen, memory, evening.made)
  }
}

/** Changes longer ago than this concern no session that is still looked at. */
const madeDays = 60

/** One look, and the statements a device would have signed after it. */
const lookOn = (
  day: Day,
  time: LookTime,
  past: Past,
  playbook: Playbook,
  made: readonly LogEntry[],
): { readonly look: Look; readonly made: readonly LogEntry[] } => {
  const situation = situationOn(past, playbook, day, time, made)
  // Why: whether a session that only the run added would have been done, nobody knows.
  const added = new Set(made.flatMap(({ signed }) => signed.statement.edit?.adds?.id ?? []))
  const look = lookAt(situation, ({ id, day: on }) => on >= day || !added.has(id))
  const automatic = look.proposals.filter(({ verdict }) => verdict.level === 'auto')
  const entries = automatic.flatMap((proposal, i) => {
    const target = look.visible.sessions.find(({ session }) => session.id === proposal.edit.session)?.session
    const at = { at: situation.now.at, seq: made.length + i + 1 }
    return target ? [carriedOut('applied', proposal, target, playbook, past.athlete, at)] : []
  })
  const oldest = situation.now.at - madeDays * 1440
  return { look, made: [...made.filter(({ signed }) => signed.statement.at >= oldest), ...entries] }
}

/** Findings about one session or one day's event are their own; the others go on while they speak. */
const ofAnEvent: readonly Finding['kind'][] = ['run-spike', 'session-missed', 'fitness-confirmed', 'easy-too-hard']
export const nameOfFinding = ({ kind, session, day }: Finding): string =>
  ofAnEvent.includes(kind) || session !== null ? `${kind} ${session ?? ''} ${day}` : kind
export const nameOfProposal = ({ id, verdict }: JudgedProposal): string => `${id} ${verdict.level}`

const seenOn = (day: Day, both: readonly Look[], before: Memory): DryDay => {
  const findings = new Map(both.flatMap(look => look.findings.map(one => [nameOfFinding(one), one] as const)))
  const proposals = new Map(both.flatMap(look => look.proposals.map(one => [nameOfProposal(one), one] as const)))
  // Why the worse of two: an alert of the morning has reached the coach, whatever the evening shows.
  const alerts = both.flatMap(({ escalation }) => (escalation === null ? [] : [escalation]))
  const alert = alerts.toSorted((a, b) => b.causes.length - a.causes.length)[0]
  return {
    day,
    findings: [...findings].map(([name, finding]) => ({ finding, since: before.findings.get(name) ?? day })),
    proposals: [...proposals].map(([name, proposal]) => ({ proposal, since: before.proposals.get(name) ?? day })),
    alert: alert === undefined ? null : { alert, since: isKnown(alert, before.alert) ? before.alert!.since : day },
  }
}

/** An alert with no cause that the one before did not have is the same alert. */
const isKnown = ({ causes }: Escalation, before: DryAlert | null): boolean =>
  before !== null && causes.every(({ code }) => before.alert.causes.some(one => one.code === code))

const remember = (seen: DryDay, before: Memory, made: readonly LogEntry[]): Memory => ({
  findings: new Map(seen.findings.map(({ finding, since }) => [nameOfFinding(finding), since])),
  proposals: new Map([
    ...before.proposals,
    ...seen.proposals.map(({ proposal, since }) => [nameOfProposal(proposal), since] as const),
  ]),
  alert: seen.alert,
  made,
})
