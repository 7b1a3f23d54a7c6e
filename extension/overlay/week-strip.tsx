/** The week at the bottom of a page whose days were not recognised: right days, only not in the page's own cells. */
import { addDays, type Day, weekFrom } from '../../core/model/day.ts'
import type { OverlayDay } from '../messages.ts'
import { DayParts, hasContent, type Undo } from './day-card.tsx'
import { dateWords, shortDayWords } from './words.ts'

export type StripState = { readonly monday: Day; readonly folded: boolean }

export const WeekStrip = (props: {
  readonly state: StripState
  readonly today: Day
  readonly days: ReadonlyMap<Day, OverlayDay>
  readonly notRecognised: readonly string[]
  readonly change: (state: StripState) => void
  readonly undo: Undo
}) => {
  const { state, today, days, notRecognised, change, undo } = props
  const week = weekFrom(state.monday)
  const move = (by: number) => () => change({ ...state, monday: addDays(state.monday, by) })
  const badge = notRecognised.length > 0 && (
    <p class="badge" role="note">
      Shown here because {notRecognised.join('; ')}.
    </p>
  )
  if (state.folded)
    return (
      <section class="strip folded" aria-label="Tandem, your week">
        <button type="button" aria-expanded="false" onClick={() => change({ ...state, folded: false })}>
          Tandem: show my week
        </button>
      </section>
    )
  return (
    <section class="strip" aria-label="Tandem, your week">
      <div class="bar">
        <h2>
          Tandem · {dateWords(week[0]!)} – {dateWords(week[6]!)}
        </h2>
        <button type="button" aria-label="Earlier week" onClick={move(-7)}>
          ‹
        </button>
        <button type="button" aria-label="Later week" onClick={move(7)}>
          ›
        </button>
        <button type="button" aria-expanded="true" onClick={() => change({ ...state, folded: true })}>
          Fold away
        </button>
      </div>
      {badge}
      <ol class="week">
        {week.map(day => {
          const there = days.get(day)
          return (
            <li key={day} class={day === today ? 'today' : ''} data-day={day}>
              <h3>{shortDayWords(day)}</h3>
              {hasContent(there) ? <DayParts day={there} undo={undo} /> : <p class="rest">nothing planned</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
