/** What the shown days stand in: the phase with its objective, the next race and how far off it is, or where to begin. */
import { type Day, daysBetween } from '../../../core/model/day.ts'
import { phaseWord } from '../../parts/life-words.ts'
import type { Looking } from '../../state/app.ts'
import s from '../calendar.module.css'

type CalendarFrameProps = { readonly looking: Looking; readonly focus: Day; readonly today: Day }

export const CalendarFrame = ({ looking, focus, today }: CalendarFrameProps) => {
  const { phases, races, sessions } = looking.advice.plan
  const race = races.filter(one => one.day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
  const phase = phases.find(one => one.from <= focus && focus <= one.to)
  const inDays = race ? daysBetween(today, race.day) : 0
  return (
    <p class={s.frame}>
      {phase && (
        <span>
          <strong>{phaseWord[phase.kind]}</strong>
          {phase.objective === '' ? '' : ` · ${phase.objective}`}
        </span>
      )}
      {race && (
        <span>
          <a href={`/race/${race.id}`}>{race.name}</a>{' '}
          {inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : `in ${inDays} days`}
        </span>
      )}
      {looking.as === 'coach' && sessions.length + looking.desk.sessions.length === 0 && (
        <span>Nothing is written yet. Choose a day and add a session; the season holds races and phases.</span>
      )}
    </p>
  )
}
