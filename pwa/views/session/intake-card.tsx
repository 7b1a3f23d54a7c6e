/** Where the first questions stand: on the athlete's day while something is open, on their page for the coach. */
import { type IntakeTopic, intakeTopics, whileMissing } from '../../../core/model/intake.ts'
import s from '../today.module.css'

type Given = { readonly missing: readonly IntakeTopic[] }

/** Whether so little is told that the questions come before everything else. */
export const isUntold = (missing: readonly IntakeTopic[]): boolean => missing.length >= intakeTopics.length - 2

export const IntakeCard = ({ missing }: Given) => {
  if (missing.length === 0) return null
  const told = intakeTopics.length - missing.length
  return (
    <section class={s.panel}>
      <h2>{isUntold(missing) ? 'A few questions first' : 'Still open about you'}</h2>
      <p class={s.soft}>
        {isUntold(missing)
          ? 'Seven short questions, two minutes. Skip what you like; what you skip is never assumed.'
          : whileMissing[missing[0]!]}
      </p>
      <p class={s.soft}>
        <a href="/intake">{told === 0 ? 'Begin' : 'Go on'}</a>, {told} of {intakeTopics.length} told.
      </p>
    </section>
  )
}

/** What the coach does not know yet, and what each of it costs. */
export const NotTold = ({ missing }: Given) =>
  missing.length === 0 ? null : (
    <section class={s.panel}>
      <h2>Not told yet</h2>
      <ul>
        {missing.map(topic => (
          <li key={topic}>{whileMissing[topic]}</li>
        ))}
      </ul>
    </section>
  )
