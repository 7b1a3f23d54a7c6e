/** Several sessions of the calendar picked at once: copied, cut, pasted on other days or for another athlete, removed. */
import { useState } from 'preact/hooks'
import { type Day, daysBetween, mondayOf } from '../../../core/model/day.ts'
import type { SessionId } from '../../../core/model/ids.ts'
import type { Session } from '../../../core/model/session.ts'
import { copiesOf } from '../../../core/plan/copy-week.ts'
import type { CalendarKey } from '../../parts/calendar-keys.ts'
import type { CalendarModel } from '../../parts/day-model.ts'
import { formatCount } from '../../parts/format.ts'
import type { App, Looking } from '../../state/app.ts'
import { copied } from '../../state/copied.ts'
import { isCoached } from '../../state/roles.ts'
import { attempt } from './attempt.ts'

type Given = { readonly app: App; readonly looking: Looking; readonly model: CalendarModel }

export type Picks = {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  /** Answers whether the key was for the picked sessions. */
  readonly onKey: (key: CalendarKey, day: Day) => boolean
  readonly extend: (from: Day, to: Day) => void
  readonly week: (day: Day) => void
  readonly copy: (day: Day, isCut?: boolean) => void
  readonly paste: (day: Day) => void
  readonly remove: () => void
  readonly clear: () => void
}

const none: ReadonlySet<string> = new Set()

export const usePicks = ({ app, looking, model }: Given): Picks => {
  const [picked, setPicked] = useState<ReadonlySet<string>>(none)
  const planned = looking.advice.plan.sessions.flatMap(one => (one.replacedBy === null ? [one.session] : []))
  const all: readonly Session[] = [...planned, ...looking.desk.sessions]
  // Why: what somebody else took away meanwhile is picked no more.
  const ids: ReadonlySet<string> = new Set(all.flatMap(({ id }) => (picked.has(id) ? [id] : [])))
  const mayPick = looking.as === 'coach'
  const idsOn = (days: readonly Day[]) => all.filter(({ day }) => days.includes(day)).map(({ id }) => id as string)
  const clear = () => setPicked(none)
  const add = (more: readonly string[]) => setPicked(new Set([...ids, ...more]))
  const pickDay = (day: Day) => {
    const there = idsOn([day])
    if (there.length > 0 && there.every(id => ids.has(id)))
      setPicked(new Set([...ids].filter(id => !there.includes(id))))
    else if (there.length > 0) add(there)
    else app.say('There is no session on this day to pick.')
  }
  const week = (day: Day) => add(all.filter(one => mondayOf(one.day) === mondayOf(day)).map(({ id }) => id))

  const copy = (day: Day, isCut = false) => {
    const chosen = ids.size > 0 ? all.filter(({ id }) => ids.has(id)) : all.filter(one => one.day === day)
    const first = chosen.map(one => one.day).toSorted()[0]
    if (first === undefined) return app.say('Pick a session first, or walk to a day that has one.')
    const monday = mondayOf(first)
    const isWeek = chosen.length > 1 && idsOf(all, monday).every(id => chosen.some(one => one.id === id))
    copied.value = {
      sessions: chosen,
      from: isWeek ? monday : first,
      isWeek,
      space: looking.space.id,
      athlete: looking.content.profile.name || 'This athlete',
      isCut,
    }
    clear()
    const what = isWeek ? `The week (${formatCount(chosen.length, 'session')})` : formatCount(chosen.length, 'session')
    app.say(`${what} ${isCut ? 'cut' : 'copied'}. Walk to a day, also of another athlete, and press Ctrl+V.`)
  }
  /** Of those picked, the ones that stand in the plan as a coach wrote them on their day. */
  const writtenOf = (chosen: readonly Session[]): readonly SessionId[] =>
    chosen.flatMap(({ id, day }) => (model.sessions.get(id)?.visible.written?.day === day ? [id] : []))
  const leftOut = (count: number) =>
    count > 0 &&
    app.say(`${formatCount(count, 'session')} left: a draft, or where a decision put it. Take it by itself.`)

  const paste = (day: Day) => {
    const held = copied.value
    if (held === null) return app.say('Nothing is copied yet. Ctrl+C copies what is picked.')
    const days = daysBetween(held.from, held.isWeek ? mondayOf(day) : day)
    if (held.isCut && held.space === looking.space.id) {
      const moving = writtenOf(held.sessions)
      leftOut(held.sessions.length - moving.length)
      copied.value = null
      if (moving.length > 0 && days !== 0) void attempt(app.act.moveSessions(moving, days))
      return
    }
    const copies = copiesOf(held.sessions, days, all, app.newId)
    if (copies.length === 0) return app.say('All of it stands there already; a race is not copied.')
    const from = held.space === looking.space.id ? '' : ` from ${held.athlete}`
    const says = `Pasted${from} as drafts: ${formatCount(copies.length, 'session')}. Only coaches see them.`
    void attempt(app.act.keepDrafts(copies, says))
  }
  const remove = () => {
    const going = writtenOf(all.filter(({ id }) => ids.has(id)))
    leftOut(ids.size - going.length)
    clear()
    if (going.length > 0) void attempt(app.act.removeSessions(going))
  }

  const does: Partial<Record<CalendarKey, (day: Day) => void>> = {
    pick: pickDay,
    'pick-week': week,
    copy: day => copy(day),
    paste,
    ...(isCoached(looking.space) ? { cut: (day: Day) => copy(day, true) } : {}),
    ...(ids.size > 0 ? { unpick: clear } : {}),
    ...(ids.size > 0 && isCoached(looking.space) ? { remove } : {}),
  }
  return {
    ids,
    toggle: id => mayPick && setPicked(new Set(ids.has(id) ? [...ids].filter(one => one !== id) : [...ids, id])),
    onKey: (key, day) => {
      const act = mayPick ? does[key] : undefined
      act?.(day)
      return act !== undefined
    },
    extend: (from, to) => mayPick && add(idsOn([from, to])),
    week,
    copy,
    paste,
    remove,
    clear,
  }
}

const idsOf = (all: readonly Session[], monday: Day) =>
  all.filter(({ day }) => mondayOf(day) === monday).map(({ id }) => id)
