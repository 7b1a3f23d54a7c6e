/** The few figures a coach acts on (S100–S107): each says what changed and why it matters, and leads to a decision. */
import { mean } from '../../lib/math.ts'
import type { Finding, Trust } from '../../model/advice.ts'
import type { CheckIn } from '../../model/check-in.ts'
import { addDays, type Day, daysBetween } from '../../model/day.ts'
import { sayDay } from '../../model/say-day.ts'
import type { Session } from '../../model/session.ts'
import type { Context } from '../../signals/basis/context.ts'
import { executionOf } from '../../signals/basis/execution.ts'
import { isPoorNight } from '../../signals/basis/nights.ts'
import type { Reporting } from '../report.ts'
import { waitingOf } from './answers.ts'
import { finishOf } from './finish.ts'

export const decisionPlaces = ['inbox', 'calendar', 'review', 'zones'] as const
export type Row = {
  readonly id: string
  readonly title: string
  readonly changed: string
  readonly matters: string
  /** What there is to decide, and where it is decided. */
  readonly decide: { readonly says: string; readonly to: (typeof decisionPlaces)[number] }
  readonly evidence: readonly string[]
  readonly trust: Trust
}

/** Rows ask for a decision; `quiet` is what asks for none, or is not known, in a few words each. */
export type Dashboard = { readonly rows: readonly Row[]; readonly quiet: readonly string[] }

/** A row, or the few words in which it is quiet. */
type Looked = Row | string
type Looks = (given: Reporting) => Looked

const percent = (share: number): string => `${Math.round(100 * share)} %`

const shareDone = ({ sessions, matches }: Context, from: Day, to: Day): number | null => {
  const states = sessions.flatMap(({ id, day, purpose }) =>
    day >= from && day < to && purpose !== 'rest' ? (matches.get(id)?.state ?? []) : [],
  )
  const count = (state: string) => states.filter(one => one === state).length
  const settled = count('done') + count('missed')
  // Why: with more than a quarter unanswered the share would be a guess.
  return settled < 3 || count('unknown') > 0.25 * (settled + count('unknown')) ? null : count('done') / settled
}

const compliance: Looks = ({ context }) => {
  const { day } = context
  const now = shareDone(context, addDays(day, -28), day)
  const before = shareDone(context, addDays(day, -56), addDays(day, -28))
  if (now === null) return 'compliance not known'
  if (now >= 0.85 && now > (before ?? 0) - 0.1) return `compliance ${percent(now)}`
  return {
    id: 'compliance',
    title: 'Compliance',
    changed: `${percent(now)} done as planned in 28 days${before === null ? '' : `, ${percent(before)} in the 28 before`}.`,
    matters: 'What is planned and not done is another plan than the one you wrote.',
    decide: { says: 'Fit the plan to the week they have.', to: 'calendar' },
    evidence: context.sessions
      .filter(({ id, day: on }) => on >= addDays(day, -28) && on < day && context.matches.get(id)?.state === 'missed')
      .map(({ day: on, title }) => `${on}: ${title}`)
      .slice(-4),
    trust: 'convention',
  }
}

const loadKinds: readonly Finding['kind'][] = ['run-spike', 'week-rise', 'monotony-high', 'intensity-shift']

const whyLoad: Partial<Record<Finding['kind'], string>> = {
  'run-spike': 'A run far beyond the longest of the month before went with more injuries, where weekly ratios did not.',
  'intensity-shift': 'Hard work that comes at once asks more of tendons than they have got used to.',
}

const loadSpikes: Looks = ({ findings, proposals }) => {
  const found = findings.filter(({ kind }) => loadKinds.includes(kind))
  if (found.length === 0) return 'no load spike'
  const isDrafted = waitingOf(proposals).some(one => one.findings.some(({ kind }) => loadKinds.includes(kind)))
  return {
    id: 'load-spikes',
    title: 'Acute load',
    changed: `${found.map(({ says }) => says).join('; ')}.`,
    matters: whyLoad[found[0]!.kind] ?? 'Load that comes at once is harder to take than load that comes by and by.',
    decide: isDrafted
      ? { says: 'Decide the draft that waits.', to: 'inbox' }
      : { says: 'Shorten what is planned next.', to: 'calendar' },
    evidence: found.flatMap(one => one.evidence).slice(0, 4),
    trust: found[0]!.trust,
  }
}

/** The mean of the last seven days and of the four weeks before them; null where too little was said. */
const twoMeans = (context: Context, of: (one: CheckIn) => number | null) => {
  const within = (from: number, to: number) =>
    context.checkIns.flatMap(one => {
      const ago = daysBetween(one.day, context.day)
      const value = ago >= from && ago < to ? of(one) : null
      return value === null ? [] : [value]
    })
  const [now, before] = [within(0, 7), within(7, 35)]
  return {
    now: now.length < 3 ? null : (mean(now) ?? null),
    before: before.length < 7 ? null : (mean(before) ?? null),
  }
}
const clear = 0.6

const fatigue: Looks = ({ context }) => {
  const { now, before } = twoMeans(context, one => one.fatigue)
  if (now === null) return 'fatigue not known'
  if (now < 3.5 && (before === null || now - before < clear)) return `fatigue ${now.toFixed(1)} of 5`
  return {
    id: 'fatigue',
    title: 'Subjective fatigue',
    changed: `${now.toFixed(1)} of 5 in the last week${before === null ? '' : `, ${before.toFixed(1)} in the four before`}.`,
    matters: 'How tired somebody says they are tells of too much before most measurements do.',
    decide: { says: 'A modest deload, or a word with them.', to: 'review' },
    evidence: context.checkIns
      .filter(one => (one.fatigue ?? 0) >= 4)
      .slice(-3)
      .map(one => `${one.day}: fatigue ${one.fatigue} of 5`),
    trust: 'convention',
  }
}

const sleep: Looks = ({ context }) => {
  const { now, before } = twoMeans(context, one => one.sleepQuality)
  const recent = context.checkIns.filter(({ day }) => daysBetween(day, context.day) < 7)
  const poor = recent.filter(one => isPoorNight(one, context.playbook.thresholds))
  if (now === null) return 'sleep not known'
  if (poor.length < 3 && (before === null || before - now < clear)) return `sleep ${now.toFixed(1)} of 5`
  return {
    id: 'sleep',
    title: 'Sleep quality',
    changed: `${now.toFixed(1)} of 5 in the last week${before === null ? '' : `, ${before.toFixed(1)} in the four before`}; ${poor.length} poor nights.`,
    matters: 'Hard work after poor nights costs more than it gives.',
    decide: { says: 'Keep, ease, or move what is hard this week.', to: 'review' },
    evidence: poor.map(({ day }) => `${day}: poor night`).slice(-4),
    trust: 'convention',
  }
}

const execution: Looks = ({ findings }) => {
  const found = findings.filter(({ kind }) => kind === 'execution-poor' || kind === 'easy-too-hard')
  if (found.length === 0) return 'work as planned'
  return {
    id: 'execution',
    title: 'Workout execution',
    changed: `${found.map(({ says }) => says).join('; ')}.`,
    matters: 'Work outside its range trains something else, or the range is not theirs any more.',
    decide: { says: 'Look at the paces they train by.', to: 'zones' },
    evidence: found.flatMap(one => one.evidence).slice(0, 4),
    trust: found[0]!.trust,
  }
}

const nextOf = ({ sessions, matches, day }: Context, fits: (session: Session) => boolean): Session | undefined =>
  sessions.find(
    one => one.day >= day && daysBetween(day, one.day) <= 14 && matches.get(one.id)?.state === 'upcoming' && fits(one),
  )

const lookBackDays = 42
const doneLately = ({ sessions, day }: Context, fits: (session: Session) => boolean): readonly Session[] =>
  sessions.filter(one => one.day < day && daysBetween(one.day, day) <= lookBackDays && fits(one))

const fadeOfLong = 0.04

const longRunFinish: Looks = ({ context }) => {
  const isLong = ({ purpose }: Session) => purpose === 'long'
  const finishes = doneLately(context, isLong).flatMap(session => {
    const id = context.matches.get(session.id)?.activity
    const run = (context.activitiesByDay.get(session.day) ?? []).find(one => one.id === id)
    const slower = run ? finishOf(run) : undefined
    return slower === undefined ? [] : [{ session, slower }]
  })
  const [before, last] = finishes.slice(-2).length === 2 ? finishes.slice(-2) : [undefined, finishes.at(-1)]
  const next = nextOf(context, isLong)
  if (last === undefined) return 'finish of the long run not known'
  if (last.slower < fadeOfLong || next === undefined)
    return `long run finished ${percent(Math.max(0, last.slower))} slower`
  return {
    id: 'long-run-finish',
    title: 'Long-run finish',
    changed: `${sayDay(last.session.day)}: the last third was ${percent(last.slower)} slower than the rest${before ? `; the one before ${percent(Math.max(0, before.slower))}` : ''}.`,
    matters: 'A race is lost in its last third: too long, too fast at first, or too little to eat.',
    decide: { says: `Length, pace and fuel of ${next.title} on ${sayDay(next.day)}.`, to: 'calendar' },
    evidence: [`${last.session.day}: ${last.session.title}`],
    trust: 'ours',
  }
}

/** Repeats with less spread than this are even (ours). */
const evenSpread = 0.03

const intervalStability: Looks = ({ context }) => {
  const hasRepeats = ({ purpose, steps }: Session) =>
    (purpose === 'intervals' || purpose === 'tempo' || purpose === 'hills') &&
    steps.some(({ type }) => type === 'repeat')
  const spreads = doneLately(context, hasRepeats).flatMap(session => {
    const done = executionOf(context, session)
    return done.known && done.value.spread.known ? [{ session, spread: done.value.spread.value }] : []
  })
  const last = spreads.at(-1)
  const before = spreads.at(-2)
  const next = nextOf(context, hasRepeats)
  if (last === undefined) return 'stability of repeats not known'
  const say = (share: number) => `${(100 * share).toFixed(1)} %`
  if (last.spread < evenSpread || next === undefined) return `repeats within ${say(last.spread)}`
  return {
    id: 'interval-stability',
    title: 'Interval stability',
    changed: `${last.session.title} on ${sayDay(last.session.day)}: repeats spread by ${say(last.spread)}${before ? `; the time before ${say(before.spread)}` : ''}.`,
    matters: 'Uneven repeats say that the target was too fast, or the rest too short.',
    decide: { says: `Repeats and target of ${next.title} on ${sayDay(next.day)}.`, to: 'calendar' },
    evidence: [`${last.session.day}: ${last.session.title}`],
    trust: 'ours',
  }
}

const looks: readonly Looks[] = [compliance, loadSpikes, fatigue, sleep, execution, longRunFinish, intervalStability]

export const dashboardOf = (given: Reporting): Dashboard => {
  const all = looks.map(look => look(given))
  return {
    rows: all.filter(one => typeof one !== 'string'),
    quiet: all.filter(one => typeof one === 'string'),
  }
}
