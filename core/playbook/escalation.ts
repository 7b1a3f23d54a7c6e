/** What has to reach the coach at once: one alert for everything that is wrong, until somebody answers it (§7). */
import { findings } from '../findings/index.ts'
import { painWithin } from '../findings/pain-recurring.ts'
import type { Finding, FindingKind } from '../model/advice.ts'
import { addDays, type Day, parseDay } from '../model/day.ts'
import type { LogEntry } from '../model/log.ts'
import { type Context, dayAt } from '../signals/basis/context.ts'

/** One reason for an alert. `code` is a letter that stays its own for good: answers are kept by it. */
export type Cause = {
  readonly code: string
  readonly says: string
  readonly since: Day
  readonly latest: Day
  readonly evidence: readonly string[]
}

/** `id` names the set of causes, so that the same alert on two devices is one and a worse one is another. */
export type Escalation = { readonly id: string; readonly since: Day; readonly causes: readonly Cause[] }

const codes: readonly (readonly [string, readonly FindingKind[]])[] = [
  ['R', ['soreness-repeated']],
  ['T', ['sleep-dipping', 'soreness-rising', 'motivation-falling']],
  ['P', ['pain-recurring']],
  ['M', ['motivation-falling']],
  ['S', ['missed-in-a-row']],
  ['L', ['life-stress']],
]
/** Of these one alone is no alert: it takes a second, or the other kind beside it. */
const unusual = 'heart-rate-unusual'
const resting = 'resting-hr-high'
/** The findings that an alert can rest on; the others never reach the coach by themselves. */
export const alarming = findings.filter(
  ({ id }) => id === unusual || id === resting || codes.some(([, kinds]) => kinds.includes(id)),
)

/** Strong pain, wherever it is. */
const strongPain = 4
const windowDays = 7

/** Everything that asks for the coach, answered or not. */
export const causesOf = (context: Context, found: readonly Finding[]): readonly Cause[] => {
  const fromFindings = codes.flatMap(([code, kinds]) => {
    const each = kinds.map(kind => found.filter(finding => finding.kind === kind))
    return each.every(some => some.length > 0) ? [cause(code, each.flat())] : []
  })
  const strong = (painWithin(context, windowDays) ?? []).filter(({ level }) => level >= strongPain)
  const pain = strong.map(({ day, site, level }) => ({ day, line: `${day}: ${site} pain ${level} of 5` }))
  const hearts = found.filter(({ kind }) => kind === unusual)
  const atRest = found.filter(({ kind }) => kind === resting)
  const heart =
    hearts.length > 1 || (hearts.length > 0 && atRest.length > 0) ? [cause('U', [...hearts, ...atRest])] : []
  const asks = saidIn(context, isAsking).map(({ day, words }) => ({ day, line: `${day}: “${words}”` }))
  const words = saidIn(context, isWorried).map(({ day, words }) => ({ day, line: `${day}: “${words}”` }))
  const causes = [
    ...fromFindings,
    ...heart,
    ...fromLines('H', 'strong pain', pain),
    ...fromLines('W', 'they wrote', words),
    ...fromLines('A', 'they ask for you', asks),
  ]
  // Why: low motivation is part of the worn athlete's three signs, not one more alert beside them.
  const isWorn = causes.some(({ code }) => code === 'T')
  return causes.filter(({ code }) => !(isWorn && code === 'M'))
}

const cause = (code: string, found: readonly Finding[]): Cause => {
  const evidence = found.flatMap(finding => finding.evidence)
  const days = evidence.flatMap(line => parseDay(line.slice(0, 10)) ?? []).sort()
  const latest = found.map(({ day }) => day).sort()
  return {
    code,
    says: found.map(({ says }) => says).join(', '),
    since: days[0] ?? latest[0]!,
    latest: latest.at(-1)!,
    evidence: [...new Set(evidence)],
  }
}

const fromLines = (
  code: string,
  says: string,
  lines: readonly { readonly day: Day; readonly line: string }[],
): readonly Cause[] => {
  if (lines.length === 0) return []
  const days = lines.map(({ day }) => day).sort()
  const quoted = [...new Set(lines.map(({ line }) => line.slice(12)))].join(', ')
  return [
    {
      code,
      says: `${says}: ${quoted}`,
      since: days[0]!,
      latest: days.at(-1)!,
      evidence: lines.map(({ line }) => line),
    },
  ]
}

// Why these words: fear, panic, quitting and pain are answered by a person, never by the automation (S49).
const worry =
  /\b(panic\w*|afraid|scared?|scary|fear\w*|anxious|anxiety|dread\w*|terrified|quit\w*|giv(e|ing) up|gave up|hopeless|pain\w*|hurt\w*|injur\w*)\b/i
const noWorry =
  /\b(no|not|without|zero|free of|isn.t|wasn.t|didn.t|doesn.t|nothing)\s+(any\s+|a\s+|more\s+|in\s+)?(pain\w*|hurt\w*|scared|afraid|injur\w*)|\bpain[- ]?free\b|\bpainless\b/gi

/** Whether a person's words ask for a person. */
export const isWorried = (words: string): boolean => worry.test(words.replace(noWorry, ''))

const asking =
  /\b(can we (talk|speak|chat)|(talk|speak|chat) (to|with) (you|(my |the )?coach)|call me|need to talk|need (you|(my |the )?coach))\b/i

/** Whether the athlete asks for the coach. */
export const isAsking = (words: string): boolean => asking.test(words)

type Words = { readonly day: Day; readonly words: string }

/** What the athlete wrote in the last seven days that a person should answer, as written. */
const saidIn = (
  { content, checkIns, outcomes, history, day }: Context,
  matters: (words: string) => boolean,
): readonly Words[] => {
  const all: Words[] = [
    ...content.comments.map(({ day: on, words }) => ({ day: on, words })),
    ...checkIns.flatMap(({ day: on, note }) => (note === null ? [] : [{ day: on, words: note }])),
    ...[...outcomes.values()].map(({ at, comment }) => ({ day: dayAt(at), words: comment })),
    ...history.activities.flatMap(({ day: on, comment }) => (comment === null ? [] : [{ day: on, words: comment }])),
  ]
  const [before, last] = [addDays(day, -windowDays), addDays(day, 1)]
  return all
    .filter(({ day: on, words }) => on <= last && on > before && matters(words))
    .sort((a, b) => (a.day + a.words < b.day + b.words ? -1 : 1))
}

const prefix = 'alert-'

/** The letters of the causes that an alert, or an answer to it, names. */
export const causesNamed = (item: string): string => item.slice(prefix.length)

/** Minutes by which a device's clock may run ahead of this one's and its word still count as said. */
const clockAhead = 1440

/** The coach's answers to alerts up to a moment, without those taken back by then: all that an alert reads of the log. */
export const answersIn = (log: readonly LogEntry[], at: number): readonly LogEntry[] => {
  const byCoach = log.filter(({ verified, signed: { statement } }) => {
    const { type, role } = statement
    const isAbout = type === 'answered' || type === 'undone'
    // Why: an answer just given must not wait for this device's clock; its own may be the minute ahead.
    return isAbout && verified.ok && (role === 'owner' || role === 'coach') && statement.at <= at + clockAhead
  })
  const undone = new Set<string>(
    byCoach.flatMap(({ signed: { statement } }) => (statement.type === 'undone' ? [statement.item] : [])),
  )
  return byCoach.filter(({ id, signed: { statement } }) => {
    return statement.type === 'answered' && statement.item.startsWith(prefix) && !undone.has(id)
  })
}

/**
 * The alert that waits for an answer, if any. A cause is answered by a coach's later word, and stays quiet for the
 * playbook's hours even where it goes on; a cause that is new, or shows again after that, alerts again.
 */
export const escalationOf = (
  context: Context,
  found: readonly Finding[],
  log: readonly LogEntry[],
  at: number,
): Escalation | null => {
  const answers = answersIn(log, at).map(({ signed: { statement } }) => ({
    codes: causesNamed(statement.item),
    at: statement.at,
  }))
  const quiet = context.playbook.thresholds.quietHours * 60
  const open = causesOf(context, found).filter(
    ({ code, latest }) =>
      !answers.some(answer => answer.codes.includes(code) && (dayAt(answer.at) >= latest || at - answer.at < quiet)),
  )
  if (open.length === 0) return null
  const letters = open.map(({ code }) => code).sort()
  return { id: `${prefix}${letters.join('')}`, since: open.map(({ since }) => since).sort()[0]!, causes: open }
}
