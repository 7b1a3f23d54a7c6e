/** A change as the rules see it: what it does to load, hard days, key sessions and the athlete's time. */

import { confirmedBy } from '../findings/fitness-confirmed.ts'
import { guardOf } from '../findings/run-spike.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { known, type Reading, unknown } from '../lib/reading.ts'
import { mondayOf } from '../model/day.ts'
import type { ChangeKind, Edit } from '../model/edit.ts'
import { applyEdit } from '../model/edit.ts'
import type { StandingChange } from '../model/plan.ts'
import { sayDay, sayDistance } from '../model/say-day.ts'
import { isHard, type Session } from '../model/session.ts'
import { isEasyDay } from '../proposals/basis/next.ts'
import { hardNear, isFree, lifeOn, minutesOn } from '../proposals/basis/places.ts'
import { isEqualLoad } from '../proposals/basis/swap.ts'
import type { Context } from '../signals/basis/context.ts'
import { longestBefore } from '../signals/longest-run.ts'
import { estimateSession, flatten } from '../workout/estimate.ts'
import type { Escalation } from './escalation.ts'
import { kinds } from './kinds.ts'
import type { Answer, Case } from './rule.ts'
import { statesOf } from './states.ts'

const no: Answer = known<false>(false)

/**
 * What a change really is, whatever it calls itself: a move writes the day alone, an easing of an easy day its title
 * and steps, an equal swap adds one session, new paces write nothing. Anything else asks.
 */
export const honestKind = ({ kind, after, adds, pace }: Edit, session: Session): ChangeKind => {
  const writes = Object.keys(after)
  const writesOnly = (...fields: string[]) => adds === null && writes.every(field => fields.includes(field))
  if (kind === 'move-session') return writesOnly('day') ? kind : 'swap-other'
  if (kind === 'ease-easy-day')
    return !writesOnly('title', 'steps') ? 'swap-other' : isEasyDay(session) ? kind : 'ease-key'
  if (kind === 'swap-equal') return adds !== null && writes.length === 0 ? kind : 'swap-other'
  if (kind === 'recompute-zones') return pace !== undefined && writesOnly() ? kind : 'swap-other'
  return kind
}

/** A change that stands already, as far as the week's count of them needs (R4). */
export type Made = Pick<StandingChange, 'type' | 'edit'>

/** `session` is the one the edit names, as it stands before it. */
export const caseOf = (
  edit: Edit,
  session: Session,
  by: Case['by'],
  context: Context,
  escalation: Escalation | null,
  standing: readonly Made[],
): Case => {
  const { playbook } = context
  const kind = honestKind(edit, session)
  const layer = kinds[kind].layer
  const isOn = layer !== null && playbook.layers[layer] === 'on'
  const may = (name: keyof typeof playbook.mayApply) => isOn && playbook.mayApply[name]
  const result = edit.adds ?? applyEdit(edit, session)
  const isPlaced = edit.adds !== null || result.day !== session.day
  return {
    kind,
    by,
    allowed: {
      'recompute-zones': may('recompute-zones'),
      'ease-easy-day': may('ease-easy-day'),
      'move-session': may('move-session'),
      'swap-equal': may('swap-equal'),
      'athlete-moves': playbook.athleteMayMove,
    },
    states: statesOf(context, escalation, by, [context.day, session.day, result.day]),
    loadRise: loadRise(session, result, context),
    easedBy: easedBy(session, result, context),
    zoneMove: kind === 'recompute-zones' ? zoneMove(edit, context) : known(0),
    madeThisWeek: known(madeIn(mondayOf(result.day), standing, context)),
    onSwapList: onSwapList(edit, session, context),
    unavailable: isPlaced ? unavailable(result, by, context) : no,
    hardDayNear: isPlaced ? nearHardDay(result, edit, context) : no,
    beyondLongestRun: isPlaced && by === 'rule' ? beyondGuard(result, context) : no,
    lowersKey: lowersKey(edit, session, result),
    otherWeek: known(mondayOf(result.day) !== mondayOf(session.day) && `${sayDay(result.day)} is in another week`),
    locked: kind === 'recompute-zones' ? no : known(locked(session)),
  }
}

/** How far new paces move the threshold; not known where no result on file shows exactly them. */
const zoneMove = ({ pace }: Edit, context: Context): Reading<number> => {
  const confirmed = confirmedBy(context)
  if (!pace || !confirmed || confirmed.shows !== pace.after) return unknown('no result on file shows these paces')
  return known(Math.abs(percentOf(pace.before, pace.after)))
}

const locked = ({ locked, purpose }: Session): string | false =>
  purpose === 'race' ? 'a race is never moved or changed by a rule' : locked && 'the coach locked it'

/** Percent, away from zero to a tenth, so that a small rise is a rise. */
const percentOf = (before: number, after: number): number => {
  const percent = Math.round(((100 * (after - before)) / before) * 1e6) / 1e5
  return (percent > 0 ? Math.ceil(percent) : Math.floor(percent)) / 10
}

const sameSteps = (a: Session, b: Session): boolean =>
  a.steps === b.steps || canonical(a.steps as Json) === canonical(b.steps as Json)

const loadRise = (before: Session, after: Session, { thresholds }: Context): Reading<number> => {
  if (sameSteps(before, after) && before.sport === after.sport) return known(0)
  const was = estimateSession(before, thresholds).load
  const is = estimateSession(after, thresholds).load
  if (!was.known) return was
  if (!is.known) return is
  return was.value === 0 ? unknown('the planned load was nothing') : known(percentOf(was.value, is.value))
}

/** By amounts where all steps are in one unit, since then no pace is needed; else by load. */
const easedBy = (before: Session, after: Session, context: Context): Reading<number> => {
  const units = new Set([...flatten(before.steps), ...flatten(after.steps)].map(({ amount }) => amount.unit))
  if (units.size !== 1 || units.has('lap')) {
    const rise = loadRise(before, after, context)
    return rise.known ? known(-rise.value) : rise
  }
  const sum = ({ steps }: Session) =>
    flatten(steps).reduce((total, { amount }) => total + (amount.unit === 'lap' ? 0 : amount.value), 0)
  return sum(before) === 0 ? unknown('the session has no steps') : known(-percentOf(sum(before), sum(after)))
}

const madeIn = (monday: string, standing: readonly Made[], { sessions }: Context): number =>
  standing.filter(({ type, edit }) => {
    if (edit.pace !== undefined) return false
    const day = edit.adds?.day ?? edit.after.day ?? sessions.find(({ id }) => id === edit.session)?.day
    return type === 'applied' && day !== undefined && mondayOf(day) === monday
  }).length

/** Exactly as the coach's list has it, for a session that is known to be missed, at an equal load. */
const onSwapList = ({ adds }: Edit, session: Session, context: Context): Reading<boolean> => {
  if (!adds) return known(false)
  const steps = canonical(adds.steps as Json)
  const listed = context.playbook.swaps.some(
    ({ from, to, title, steps: listed, offered }) =>
      offered &&
      from === session.purpose &&
      to === adds.purpose &&
      title === adds.title &&
      canonical(listed as Json) === steps,
  )
  if (!listed || adds.sport !== session.sport || adds.key !== session.key || adds.locked || adds.day < context.day)
    return known(false)
  const state = context.matches.get(session.id)?.state
  if (state === 'unknown') return unknown('nobody has said whether the session was missed')
  const was = estimateSession(session, context.thresholds).load
  const is = estimateSession(adds, context.thresholds).load
  if (!was.known || !is.known) return unknown('its load cannot be compared')
  return known(state === 'missed' && isEqualLoad(was.value, is.value, context.playbook.thresholds.swapLighterPercent))
}

const unavailable = (session: Session, by: Case['by'], context: Context): Answer => {
  const { day } = session
  const life = lifeOn(context, day)
  if (life) return known(`${sayDay(day)}: ${life.kind}`)
  const has = minutesOn(context, day)
  const seconds = estimateSession(session, context.thresholds).durationS
  const needs = seconds.known ? Math.ceil(seconds.value / 60) : null
  if (has === 0) return known(`${sayDay(day)} has no time for training`)
  if (has !== null && needs !== null && needs > has) return known(`${sayDay(day)} has ${has} minutes, not ${needs}`)
  // Why: who moves a session knows their own day; only a rule has to be told.
  if (by === 'athlete') return no
  if (!isFree(day, null, context, new Set())) return known(`${sayDay(day)} holds a session already`)
  return has === null || needs === null ? unknown(`nobody has said how much time ${sayDay(day)} has`) : no
}

const nearHardDay = (session: Session, { session: from }: Edit, context: Context): Answer => {
  if (!isHard(session)) return no
  const near = hardNear(session.day, from, context)
  return known(near ? `${near.title} on ${sayDay(near.day)} is less than two days away` : false)
}

const beyondGuard = (session: Session, context: Context): Answer => {
  if (session.sport !== 'run') return no
  const metres = estimateSession(session, context.thresholds).distanceM
  const longest = longestBefore(context, session.day)
  if (!metres.known) return metres
  if (!longest.known) return longest
  const guard = guardOf(longest.value, context)
  return known(metres.value > guard && `${sayDistance(metres.value)} is past the guard of ${sayDistance(guard)}`)
}

const lowersKey = ({ adds, after }: Edit, before: Session, result: Session): Answer => {
  if (!before.key) return no
  if (!result.key) return known('the session would no longer be key')
  if (isHard(before) && !isHard(result)) return known(`${before.purpose} would become ${result.purpose}`)
  if (adds === null && after.steps !== undefined && !sameSteps(before, result))
    return known('the work of a key session would change')
  return no
}
