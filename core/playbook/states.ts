/** The states that make rules stricter: each derived from data or set by a person, each known or not (§3). */
import { finding as dataMissing, isThin } from '../findings/data-missing.ts'
import { strains } from '../findings/life-stress.ts'
import { injuredSites, finding as painRecurring, painWithin } from '../findings/pain-recurring.ts'
import { mean } from '../lib/math.ts'
import { known, unknown } from '../lib/reading.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { addDays, type Day, daysBetween, daysFrom } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import type { Phase } from '../model/season.ts'
import type { Context } from '../signals/basis/context.ts'
import { bestEffortBetween } from '../signals/basis/thresholds.ts'
import type { Escalation } from './escalation.ts'
import type { Answer, Case, States } from './rule.ts'

const no: Answer = known<false>(false)
const when = (says: string | undefined): Answer => known(says ?? false)

/** `days` are today and the days a change writes: a state on any of them counts. */
export const statesOf = (
  context: Context,
  escalation: Escalation | null,
  by: Case['by'],
  days: readonly Day[],
): States => ({
  peak: phase('peak', context, days),
  taper: phase('taper', context, days),
  'race-week': raceWeek(context, days),
  'injury-history': injuryHistory(context),
  pain: pain(context, by),
  escalated: when(escalation === null ? undefined : `an alert waits for an answer since ${sayDay(escalation.since)}`),
  ill: life(['sick'], 'ill', context, days),
  travel: life(['travel'], 'travelling', context, days),
  'life-event': life([...strains, 'holiday'], 'life comes first', context, days),
  // Why: the athlete’s own move reads no measurement, and its rules do not ask for these two.
  plateau: by === 'athlete' ? no : plateau(context),
  'thin-data': by === 'athlete' ? no : thinData(context),
  'coach-heavy': when(context.content.profile.preset === 'coach-heavy' ? 'the coach-heavy preset is on' : undefined),
})

const phase = (kind: Phase['kind'], { frame }: Context, days: readonly Day[]): Answer => {
  const one = frame.phases.find(({ kind: of, from, to }) => of === kind && days.some(day => from <= day && day <= to))
  return when(one && `${kind} from ${sayDay(one.from)} to ${sayDay(one.to)}`)
}

/** Days before a race in which it counts as race week. */
const raceDays = { A: 7, B: 3, C: -1 } as const

const raceWeek = ({ frame }: Context, days: readonly Day[]): Answer => {
  const race = frame.races.find(({ day: on, priority }) =>
    days.some(day => on >= day && daysBetween(day, on) <= raceDays[priority]),
  )
  return when(race && `${race.name} is on ${sayDay(race.day)}`)
}

const injuryHistory = (context: Context): Answer => {
  const sites = [...injuredSites(context)].sort()
  return when(sites.length === 0 ? undefined : `${sites.join(', ')} injury on file`)
}

const painDays = 7

const pain = (context: Context, by: Case['by']): Answer => {
  const recurring = painRecurring.find(context)
  if (recurring.known && recurring.value[0]) return known(recurring.value[0].says)
  const pains = painWithin(context, painDays)
  const last = pains?.at(-1)
  if (last) return known(`${last.site} pain ${last.level} of 5 on ${sayDay(last.day)}`)
  // Why: who moves a session is who would say that it hurts, so their silence while acting is an answer. Beside an
  // automatic change a week without a word is not.
  return pains !== null || by === 'athlete' ? no : unknown('no check-in in the last 7 days')
}

const life = (
  kinds: readonly LifeEvent['kind'][],
  says: string,
  { content }: Context,
  days: readonly Day[],
): Answer => {
  const event = content.lifeEvents.find(
    ({ kind, from, to }) => kinds.includes(kind) && days.some(day => from <= day && day <= to),
  )
  return when(event && `${says}, ${event.kind} from ${sayDay(event.from)} to ${sayDay(event.to)}`)
}

/** No better result for six weeks, looked for against the half year before (convention). */
const plateauDays = 42
const beforeDays = 138

const plateau = ({ history, loads, day }: Context): Answer => {
  const since = addDays(day, 1 - plateauDays)
  const before = bestEffortBetween(history, addDays(since, -beforeDays), addDays(since, -1))
  const lately = bestEffortBetween(history, since, day)
  if (!before || !lately) return unknown('too little on file to tell a plateau')
  if (lately.vdot > before.vdot) return no
  const now = meanLoad(since, addDays(day, -1), loads)
  const then = meanLoad(addDays(since, -plateauDays), addDays(since, -1), loads)
  if (now === undefined || then === undefined) return unknown('the load of the last weeks is not known')
  return when(now >= then ? 'no better result for six weeks while load held' : undefined)
}

/** The mean of the days whose load is known; undefined where a quarter or more is not. */
const meanLoad = (from: Day, to: Day, loads: Context['loads']): number | undefined => {
  const days = daysFrom(from, to)
  const values = days.flatMap(day => {
    const load = loads.get(day)?.load
    return load?.known ? [load.value] : []
  })
  return values.length > 0.75 * days.length ? mean(values) : undefined
}

const thinData = (context: Context): Answer => {
  const missing = dataMissing.find(context)
  if (!missing.known) return missing
  // Why: a marked holiday explains the silence, and still nothing is known of those days.
  return when(missing.value[0]?.says ?? (isThin(context) ? 'little has arrived lately' : undefined))
}
