/** The calendar's grid: one week or a month of days, to be walked with the arrow keys or dragged upon. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Day, weekdayOf } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { type CalendarKey, calendarKey, stepFrom } from './calendar-keys.ts'
import { DayCell, sayDay } from './day-cell.tsx'
import type { DayModel } from './day-model.ts'
import { type DistanceUnit, formatDay } from './format.ts'
import { phaseWord } from './life-words.ts'
import s from './month-grid.module.css'

type MonthGridProps = {
  readonly label: string
  /** Monday first, seven days each. */
  readonly weeks: readonly (readonly Day[])[]
  readonly on: (day: Day) => DayModel
  readonly unit: DistanceUnit
  readonly size: 'line' | 'card'
  readonly focus: Day
  /** Days of another month are drawn fainter. */
  readonly isOutside: (day: Day) => boolean
  readonly canDrag: boolean
  readonly totals: (monday: Day) => ComponentChildren
  readonly onFocus: (day: Day) => void
  readonly onOpenDay: (day: Day) => void
  readonly onOpen: (session: SessionId) => void
  readonly onOpenDraft: (session: Session) => void
  readonly onDrop: (session: SessionId, day: Day) => void
  /** The sessions picked; a press with Ctrl or Shift picks one, Shift with an arrow the days passed. */
  readonly picked: ReadonlySet<string>
  readonly onPick: (session: string) => void
  readonly onExtend: (from: Day, to: Day) => void
  /** A key on the day in focus. */
  readonly onKey: (key: CalendarKey, day: Day) => void
}

const isPicked = ({ sessions, drafts }: DayModel, picked: ReadonlySet<string>): boolean =>
  sessions.some(({ visible }) => picked.has(visible.session.id)) || drafts.some(({ id }) => picked.has(id))

export const MonthGrid = (props: MonthGridProps) => {
  const { weeks, on, unit, size, focus, isOutside, onFocus, onOpenDay, onDrop, onKey } = props
  const grid = useRef<HTMLTableElement>(null)
  const walked = useRef(false)
  const [drag, setDrag] = useState<{ readonly session: SessionId; readonly over: Day | null } | null>(null)

  // Why with the drawing and not after it: the next key is for the day that was walked to.
  useLayoutEffect(() => {
    if (!walked.current) return
    walked.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${focus}"]`)?.focus()
  }, [focus])

  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey)
    const step = isPlain && stepFrom(event.key, focus, size === 'card' ? 'week' : 'month')
    if (step) {
      event.preventDefault()
      walked.current = true
      if (event.shiftKey) props.onExtend(focus, step)
      onFocus(step)
      return
    }
    const cell = event.target as HTMLElement
    if (cell.dataset.day === undefined) return
    if (isPlain && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      onOpenDay(focus)
      return
    }
    const key = calendarKey(event)
    if (!key) return
    event.preventDefault()
    onKey(key, focus)
  }

  return (
    <div class={s.frame}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by arrow keys is the APG grid
        role="grid"
        aria-multiselectable="true"
        aria-label={props.label}
        class={`${s.grid} ${s[size]}`}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr class={s.names}>
            {weeks[0]!.map(day => (
              <th key={day} scope="col" class={s.name}>
                {formatDay(day, 'weekday')}
              </th>
            ))}
            <th scope="col" class={`${s.name} ${s.totalsName}`}>
              Week
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(days => (
            <tr key={days[0]} class={s.row}>
              {days.map((day, i) => {
                const model = on(day)
                const isPhaseStart = model.phase !== null && (i === 0 || model.phase.from === day)
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens for keys
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid can be selected
                  <td
                    key={day}
                    data-day={day}
                    tabIndex={day === focus ? 0 : -1}
                    aria-label={sayDay(model, unit)}
                    aria-selected={isPicked(model, props.picked)}
                    {...(model.isToday ? { 'aria-current': 'date' as const } : {})}
                    class={[
                      s.cell,
                      model.isToday && s.today,
                      day === focus && s.selected,
                      isOutside(day) && s.outside,
                      model.life.length > 0 && s.life,
                      weekdayOf(day) > 5 && s.weekend,
                      drag?.over === day && s.over,
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    onClick={() => {
                      onFocus(day)
                      if (day === focus) onOpenDay(day)
                    }}
                    onFocus={() => day !== focus && onFocus(day)}
                    onDragOver={event => {
                      if (!drag) return
                      event.preventDefault()
                      if (drag.over !== day) setDrag({ ...drag, over: day })
                    }}
                    onDrop={event => {
                      event.preventDefault()
                      if (drag) onDrop(drag.session, day)
                      setDrag(null)
                    }}
                  >
                    {model.phase && (
                      <span class={`${s.phase} ${s[model.phase.kind]}`}>
                        {isPhaseStart && <span class={s.phaseName}>{phaseWord[model.phase.kind]}</span>}
                      </span>
                    )}
                    <DayCell
                      model={model}
                      unit={unit}
                      size={size}
                      canDrag={props.canDrag}
                      onOpen={props.onOpen}
                      onOpenDraft={props.onOpenDraft}
                      picked={props.picked}
                      onPick={props.onPick}
                      onDrag={session => setDrag(session === null ? null : { session, over: null })}
                    />
                  </td>
                )
              })}
              <td class={s.totals}>{props.totals(days[0]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
