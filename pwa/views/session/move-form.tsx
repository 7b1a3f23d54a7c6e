/** Move to another day without dragging: the days of this week and the next, each with what stands there. */
import { addDays, type Day, mondayOf, weekFrom } from '../../../core/model/day.ts'
import type { DayModel, DaySession } from '../../parts/day-model.ts'
import { formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { lifeWord } from '../../parts/life-words.ts'
import { PurposeSign, titleOf } from '../../parts/purpose.tsx'
import s from './move.module.css'

type MoveFormProps = {
  readonly item: DaySession
  readonly on: (day: Day) => DayModel
  /** An athlete's own moves stay in the week. */
  readonly weeks: 1 | 3
  readonly onMove: (day: Day) => void
}

export const MoveForm = ({ item, on, weeks, onMove }: MoveFormProps) => {
  const { session } = item.visible
  const monday = mondayOf(session.day)
  const starts = weeks === 1 ? [monday] : [addDays(monday, -7), monday, addDays(monday, 7)]
  return (
    <div class={s.moves}>
      {starts.map((start, i) => (
        <section key={start} aria-label={`Week of ${formatDay(start, 'short')}`}>
          {weeks > 1 && (
            <h3 class={s.weekName} tabIndex={-1} {...(start === monday ? { 'data-first': 'here' } : {})}>
              {['The week before', 'The same week', 'The week after'][i]}
            </h3>
          )}
          <ul class={s.days}>
            {weekFrom(start).map(day => {
              const model = on(day)
              return (
                <li key={day}>
                  <button type="button" class={s.dayChoice} disabled={day === session.day} onClick={() => onMove(day)}>
                    <span class={s.dayName}>{formatDay(day)}</span>
                    <span class={s.there}>
                      {day === session.day && 'where it is now'}
                      {model.life.map(event => (
                        <span key={event.id} class={s.thing}>
                          <Icon name="heart" /> {lifeWord[event.kind]}
                        </span>
                      ))}
                      {day !== session.day &&
                        model.sessions.map(({ visible }) => (
                          <span key={visible.session.id} class={s.thing}>
                            <PurposeSign purpose={visible.session.purpose} /> {titleOf(visible.session)}
                          </span>
                        ))}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
