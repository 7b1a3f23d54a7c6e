/** In the week of a race: the way to its card, and what was to be remembered today. */
import { type Day, daysBetween } from '../../../core/model/day.ts'
import type { Looking } from '../../state/app.ts'
import s from '../today.module.css'

/** The card is at hand from so many days before the race to two after it, when it is talked about. */
const daysBefore = 7
const daysAfter = 2

export const RaceWeek = ({ looking, today }: { readonly looking: Looking; readonly today: Day }) => {
  const race = looking.advice.plan.races.find(({ day }) => {
    const left = daysBetween(today, day)
    return left <= daysBefore && left >= -daysAfter
  })
  const reminders = looking.privatePages
    .flatMap(({ notes }) => notes)
    .filter(({ kind, day }) => kind === 'reminder' && day === today)
  if (race === undefined && reminders.length === 0) return null
  const published = race === undefined ? undefined : looking.raceFile(race.id).published.at(-1)
  const left = race === undefined ? 0 : daysBetween(today, race.day)
  return (
    <section class={s.panel}>
      {race !== undefined && (
        <>
          <h2>
            <a href={`/race/${race.id}`}>{left < 0 ? `After ${race.name}` : `Race card: ${race.name}`}</a>
          </h2>
          <p class={s.soft}>
            {left < 0
              ? 'Say how it was while it is fresh.'
              : published === undefined
                ? looking.as === 'coach'
                  ? 'No plan for it is published yet.'
                  : 'Your coach has not published a plan for it yet.'
                : `Version ${published.number} is on this device, also without a network.`}
          </p>
        </>
      )}
      {reminders.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
    </section>
  )
}
