/** Plan and done side by side, a week or a month at a time; sessions are added, opened, moved and removed here. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { addDays, type Day, daysFrom, mondayOf, parseDay, weekFrom } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { Button } from '../parts/button.tsx'
import { addMonths, type CalendarKey } from '../parts/calendar-keys.ts'
import { totalsOf } from '../parts/day-model.ts'
import { formatCount, formatDay, formatSpan } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { areKeysShown, isTyping, useKeyLines } from '../parts/keys-help.tsx'
import { MonthGrid } from '../parts/month-grid.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import type { App, Looking, View } from '../state/app.ts'
import { isCoached } from '../state/roles.ts'
import s from './calendar.module.css'
import { whyNotMove } from './session/ask-move.ts'
import { attempt } from './session/attempt.ts'
import { CalendarFrame } from './session/calendar-frame.tsx'
import { CalendarMenu } from './session/calendar-menu.tsx'
import { speaksForAthlete, useCalendar } from './session/looking.ts'
import { PickedBar } from './session/picked-bar.tsx'
import { usePicks } from './session/picks.ts'
import type { SeasonWeeksProps } from './session/season-weeks.tsx'
import { type Open, SessionDialogs } from './session/session-dialogs.tsx'
import { newSession } from './session/templates.ts'
import { Totals } from './session/totals.tsx'

type Shows = 'week' | 'month' | 'season'

/** Six weeks at most: every week that holds a day of the month. */
const weeksOf = (day: Day, shows: Shows): readonly (readonly Day[])[] => {
  if (shows !== 'month') return [weekFrom(mondayOf(day))]
  const first = `${day.slice(0, 8)}01` as Day
  const last = addDays(addMonths(first, 1), -1)
  return daysFrom(mondayOf(first), last)
    .filter(one => one === mondayOf(one))
    .map(weekFrom)
}

const keys = [
  { keys: ['←', '→', '↑', '↓'], does: 'walk by a day or a week' },
  { keys: ['Home', 'End'], does: 'Monday, Sunday' },
  { keys: ['PgUp', 'PgDn'], does: 'the period before, the next' },
  { keys: ['Enter'], does: 'open the day' },
  { keys: ['N'], does: 'new session (coach)' },
  { keys: ['M'], does: 'move to…' },
  { keys: ['Delete'], does: 'remove the session, with undo (coach)' },
  { keys: ['X'], does: 'pick the sessions of the day (coach); Shift with an arrow picks on, Ctrl+A the week' },
  { keys: ['Ctrl', 'C / X / V'], does: 'copy, cut and paste what is picked, also for another athlete (coach)' },
  { keys: ['T'], does: 'today' },
] as const

/** Loaded when it is first shown. */
const SeasonView = (props: SeasonWeeksProps) => {
  const loaded = useLoaded(() => import('./session/season-weeks.tsx'), true)
  return loaded === null ? <p aria-busy="true">Reading the season…</p> : <loaded.SeasonWeeks {...props} />
}

const Calendar = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const model = useCalendar(app, looking)
  const today = app.now.value.day
  const unit = app.preferences.value.distance
  const isCoach = looking.as === 'coach'
  const writes = isCoached(looking.space)
  const { query } = useLocation()
  const asked = parseDay(query.day ?? '')
  const [focus, setFocus] = useState<Day>(asked ?? today)
  const [shows, setShows] = useState<Shows>('week')
  const [open, setOpen] = useState<Open | null>(null)
  useKeyLines('Calendar', keys)
  useEffect(() => {
    if (asked === undefined) return
    setFocus(asked)
    const session = query.session as SessionId | undefined
    setOpen(session && model.sessions.has(session) ? { type: 'session', id: session } : { type: 'day', day: asked })
  }, [query.day, query.session])
  const picks = usePicks({ app, looking, model })
  const weeks = weeksOf(focus, shows)
  const from = weeks[0]![0]!
  const to = weeks.at(-1)![6]!

  useEffect(() => {
    // Why: after the frame has said which screen this is.
    const later = setTimeout(() => app.showPresence('calendar', focus))
    return () => clearTimeout(later)
  }, [app, focus])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === 't') setFocus(app.now.value.day)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [app])

  const move = (id: SessionId, day: Day) => {
    const item = model.sessions.get(id)
    if (!item || item.visible.session.day === day) return
    const why = isCoach ? null : whyNotMove(looking, app.now.value, item.visible, day)
    if (why === null) void attempt(app.act.moveSession(item.visible, day))
    else app.say(`Your coach decides about ${formatDay(day, 'long')}: ${why}.`)
  }
  const openDay = (day: Day) => {
    const { sessions, drafts, life, extra, waiting } = model.on(day)
    const only = sessions[0]
    if (only && sessions.length + drafts.length + life.length + extra.length + waiting.length === 1)
      setOpen({ type: 'session', id: only.visible.session.id })
    else setOpen({ type: 'day', day })
  }
  const addTo = (day: Day) => setOpen({ type: 'edit', session: newSession(app.newId(), day), isNew: true })
  const onKey = (key: CalendarKey, day: Day) => {
    if (picks.onKey(key, day) || !(key === 'new' || key === 'move' || key === 'remove')) return
    const there = model.on(day).sessions
    const only = there[0]?.visible.session
    if (key === 'new') {
      if (isCoach) addTo(day)
      else setOpen({ type: 'day', day })
    } else if (!only || there.length > 1) setOpen({ type: 'day', day })
    else if (key === 'move' && (writes || speaksForAthlete(looking))) setOpen({ type: 'move', id: only.id })
    else if (key === 'remove' && writes && there[0]?.visible.written) void attempt(app.act.removeSession(only.id))
    else setOpen({ type: 'session', id: only.id })
  }
  const step = (by: 1 | -1) => setFocus(shows === 'month' ? addMonths(focus, by) : addDays(focus, by * 7))
  const period = shows === 'month' ? 'month' : 'week'
  const label = shows === 'month' ? formatDay(focus, 'month') : formatSpan(from, to)

  return (
    <div class={s.calendar}>
      <header class={s.head}>
        <h1 class={s.title}>{label}</h1>
        <div class={s.steps}>
          <Button small aria-label={`The ${period} before`} onClick={() => step(-1)}>
            <Icon name="arrow-left" />
          </Button>
          <Button small onClick={() => setFocus(today)}>
            Today
          </Button>
          <Button small aria-label={`The next ${period}`} onClick={() => step(1)}>
            <Icon name="arrow-right" />
          </Button>
        </div>
        <Segmented
          label="Show"
          options={[
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
            { value: 'season', label: 'Season' },
          ]}
          value={shows}
          onChange={setShows}
        />
        <span class={s.gap} />
        <span class={s.keys}>
          <Button variant="plain" small aria-label="Keys" onClick={() => (areKeysShown.value = true)}>
            ?
          </Button>
        </span>
        <CalendarMenu app={app} looking={looking} day={focus} picks={picks} />
        {isCoach && (
          <>
            <Button small onClick={() => setOpen({ type: 'desk' })}>
              Desk{looking.desk.sessions.length > 0 ? ` · ${formatCount(looking.desk.sessions.length, 'draft')}` : ''}
            </Button>
            <Button small onClick={() => setOpen({ type: 'library', day: focus })}>
              Library
            </Button>
            <Button small onClick={() => setOpen({ type: 'season', day: focus })}>
              Races and phases
            </Button>
            <Button small variant="primary" onClick={() => addTo(focus)}>
              <Icon name="plus" /> Session
            </Button>
          </>
        )}
      </header>
      <CalendarFrame looking={looking} focus={focus} today={today} />
      {isCoach && <PickedBar picks={picks} day={focus} mayWrite={writes} />}
      {shows === 'season' ? (
        <SeasonView
          app={app}
          looking={looking}
          model={model}
          focus={focus}
          onFocus={setFocus}
          onWeek={monday => {
            setFocus(monday)
            setShows('week')
          }}
        />
      ) : (
        <MonthGrid
          label={label}
          weeks={weeks}
          on={model.on}
          unit={unit}
          size={shows === 'week' ? 'card' : 'line'}
          focus={focus}
          isOutside={day => shows === 'month' && day.slice(0, 7) !== focus.slice(0, 7)}
          canDrag
          totals={monday => (
            <Totals totals={totalsOf(model, monday, addDays(monday, 6))} unit={unit} compact={shows === 'month'} />
          )}
          onFocus={setFocus}
          onOpenDay={openDay}
          onOpen={id => setOpen({ type: 'session', id })}
          onOpenDraft={session => setOpen({ type: 'draft', session })}
          onDrop={move}
          picked={picks.ids}
          onPick={picks.toggle}
          onExtend={picks.extend}
          onKey={onKey}
        />
      )}
      <SessionDialogs app={app} looking={looking} model={model} open={open} onOpen={setOpen} />
    </div>
  )
}

const CalendarView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  return looking === null ? null : <Calendar key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'calendar',
  path: '/calendar',
  title: 'Calendar',
  icon: 'calendar',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: CalendarView,
}
