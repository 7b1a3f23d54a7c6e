/** The three questions of a coach, answered in a sentence each: what changed, why, and what next (S64). */
import type { Finding, JudgedProposal, Trust } from '../../model/advice.ts'
import { addDays, daysBetween } from '../../model/day.ts'
import { sayDay } from '../../model/say-day.ts'
import { isPoorNight } from '../../signals/basis/nights.ts'
import { sayNext } from '../basis/next-session.ts'
import type { Reporting } from '../report.ts'
import type { Fact } from './facts.ts'

/** Said by a word and an icon, never by a colour alone. `not-known` is no kind of fine. */
export const standings = ['needs-you', 'look', 'not-known', 'on-track'] as const
export type Standing = (typeof standings)[number]

export type Answers = {
  readonly standing: Standing
  readonly changed: string
  readonly why: string
  readonly next: string
  readonly evidence: readonly string[]
  readonly trust: Trust | null
}

/** What is no reason to look: one is good news, the other is the lack of any. */
const quiet: readonly Finding['kind'][] = ['fitness-confirmed', 'data-missing']
/** The finding to begin with, where there are several. */
const gravest: readonly Finding['kind'][] = [
  'pain-recurring',
  'missed-in-a-row',
  'motivation-falling',
  'soreness-repeated',
  'sleep-short',
  'run-spike',
  'session-missed',
  'week-rise',
  'heart-rate-unusual',
]
const gravity = ({ kind }: Finding): number => (gravest.indexOf(kind) + gravest.length + 1) % (gravest.length + 1)

const mostChips = 6
const lookBack = 10

export const waitingOf = (proposals: readonly JudgedProposal[]): readonly JudgedProposal[] =>
  proposals.filter(({ verdict }) => verdict.level !== 'auto')

const sentence = (text: string): string => {
  const whole = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?”]$/.test(whole) ? whole : `${whole}.`
}

const clipped = (words: string): string => (words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words)

/** What may lie behind it: what life brought, what the athlete wrote, and what the body said; each with its day. */
const reasons = ({ context }: Reporting, changed: string) => {
  const { day, content, checkIns, outcomes, sessions, playbook } = context
  const first = addDays(day, -lookBack)
  const life = content.lifeEvents
    .filter(({ from, to }) => to >= first && from <= addDays(day, 3))
    .map(({ kind, from, note }) => ({
      says: `${kind} from ${sayDay(from)}${note === '' ? '' : `: ${clipped(note)}`}`,
      line: `${from}: ${kind}`,
    }))
  const titles = new Map(sessions.map(session => [session.id, session]))
  const written = [...outcomes.values()].flatMap(({ session, said, comment }) => {
    const of = titles.get(session)
    if (said !== 'not-done' || comment === '' || of === undefined || of.day < first || of.day > day) return []
    return [{ says: `they wrote “${clipped(comment)}”`, line: `${of.day}: ${of.title}, not done` }]
  })
  const recent = checkIns.filter(one => one.day >= first)
  const notes = recent.flatMap(({ day: on, note }) =>
    note === null || daysBetween(on, day) > 4
      ? []
      : [{ says: `they wrote “${clipped(note)}”`, line: `${on}: check-in` }],
  )
  const poor = recent.filter(one => isPoorNight(one, playbook.thresholds))
  const nights =
    poor.length < 2 || changed.includes('night')
      ? []
      : [{ says: `${poor.length} poor nights in ${lookBack} days`, line: `${poor.at(-1)!.day}: poor night` }]
  const stressed = recent.filter(({ stress }) => (stress ?? 0) >= 4)
  const stress =
    stressed.length === 0 || changed.includes('stress')
      ? []
      : [{ says: `stress ${stressed.at(-1)!.stress} of 5`, line: `${stressed.at(-1)!.day}: stress` }]
  return [...written.slice(-1), ...life, ...notes.slice(-1), ...nights, ...stress].slice(0, 3)
}

const standingOf = ({ escalation, findings, proposals, context }: Reporting): Standing => {
  if (escalation !== null) return 'needs-you'
  if (waitingOf(proposals).length > 0 || findings.some(({ kind }) => !quiet.includes(kind))) return 'look'
  const nothing = context.history.activities.length === 0 && context.checkIns.length === 0
  return nothing || findings.some(({ kind }) => kind === 'data-missing') ? 'not-known' : 'on-track'
}

const nextFor = (given: Reporting, standing: Standing): string => {
  const waiting = waitingOf(given.proposals)
  const ahead = sayNext(given.context)
  if (standing === 'needs-you') return `Answer the alert. ${ahead}`
  if (waiting.length > 0) {
    const more = waiting.length > 1 ? `, and ${waiting.length - 1} more` : ''
    return sentence(`decide: ${waiting[0]!.title}${more}`)
  }
  if (standing === 'not-known') return `Ask what happened on these days. ${ahead}`
  return standing === 'look' ? `Nothing is drafted. ${ahead}` : ahead
}

/** The three sentences, with what they rest on. */
export const answersOf = (given: Reporting, facts: readonly Fact[]): Answers => {
  const standing = standingOf(given)
  const loud = given.findings.filter(({ kind }) => !quiet.includes(kind)).toSorted((a, b) => gravity(a) - gravity(b))
  const missing = given.findings.filter(({ kind }) => kind === 'data-missing')
  const spoken = standing === 'not-known' ? missing : loud.slice(0, 2)
  const causes = given.escalation?.causes ?? []
  const mileage = facts.find(({ id }) => id === 'mileage')
  const done = facts.find(({ id }) => id === 'missed')
  const changed =
    causes.length > 0
      ? causes.map(({ says }) => says).join('; ')
      : spoken.length > 0
        ? spoken.map(({ says }) => says).join('; ')
        : `last week ${mileage?.says ?? ''}; missed: ${done?.says ?? ''}`
  const why = reasons(given, changed)
  const evidence = [
    ...causes.flatMap(one => one.evidence),
    ...(causes.length > 0 ? [] : spoken.flatMap(one => one.evidence)),
    ...why.map(({ line }) => line),
  ]
  const unusual = standing === 'on-track' ? 'nothing unusual was told' : 'no reason was told'
  return {
    standing,
    changed: sentence(changed),
    why: sentence(why.length === 0 ? unusual : why.map(({ says }) => says).join('; ')),
    next: nextFor(given, standing),
    evidence: [...new Set(evidence)].slice(0, mostChips),
    trust: causes.length > 0 ? null : (spoken[0]?.trust ?? null),
  }
}
