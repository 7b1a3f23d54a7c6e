/** The week in seven small days: what each is for and how it went, one press from the day. */
import type { Day } from '../../core/model/day.ts'
import { sayDay } from './day-cell.tsx'
import type { DayModel } from './day-model.ts'
import { type DistanceUnit, formatDay } from './format.ts'
import { Icon } from './icon.tsx'
import { PurposeSign } from './purpose.tsx'
import { statusLook } from './session-status.ts'
import s from './week-strip.module.css'

type WeekStripProps = {
  readonly days: readonly DayModel[]
  readonly unit: DistanceUnit
  readonly onOpen: (day: Day) => void
}

export const WeekStrip = ({ days, unit, onOpen }: WeekStripProps) => (
  <ul class={s.strip} aria-label="This week">
    {days.map(model => {
      const first = model.sessions.find(item => item.visible.replacedBy === null) ?? model.sessions[0]
      return (
        <li key={model.day}>
          <button
            type="button"
            class={`${s.day} ${model.isToday ? s.today : ''}`}
            aria-label={sayDay(model, unit)}
            {...(model.isToday ? { 'aria-current': 'date' as const } : {})}
            onClick={() => onOpen(model.day)}
          >
            <span class={s.name}>{formatDay(model.day, 'weekday').slice(0, 2)}</span>
            <span class={s.number}>{Number(model.day.slice(8))}</span>
            <span class={s.sign}>
              {first ? (
                <PurposeSign purpose={first.visible.session.purpose} />
              ) : model.extra.length > 0 ? (
                <Icon name="run" />
              ) : (
                <span class={s.none}>·</span>
              )}
            </span>
            <span class={s.state}>
              {model.waiting.length > 0 ? (
                <Icon name="coach" />
              ) : first && first.status !== 'planned' ? (
                <Icon name={statusLook[first.status].icon} />
              ) : null}
            </span>
          </button>
        </li>
      )
    })}
  </ul>
)
