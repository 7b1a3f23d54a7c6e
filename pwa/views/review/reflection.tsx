/** The end of a week: the figures stand by rule; mood, confidence and execution only a coach can say (S70–S72). */
import { useRef, useState } from 'preact/hooks'
import { addDays, type Day, mondayOf, weekdayOf } from '../../../core/model/day.ts'
import type { Reflection } from '../../../core/model/review.ts'
import type { Assessment } from '../../../core/reports/desk/assessment.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { formatSpan } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { App } from '../../state/app.ts'
import s from './reflection.module.css'

const blank: Reflection = { mood: '', confidence: '', execution: '', focus: '', habit: '' }

const fields: readonly { readonly name: keyof Reflection; readonly label: string; readonly hint: string }[] = [
  { name: 'mood', label: 'Mood', hint: 'How they came through the week.' },
  { name: 'confidence', label: 'Confidence', hint: 'What they believe they can do now.' },
  { name: 'execution', label: 'Quality of execution', hint: 'How the work was done, not how much.' },
  { name: 'focus', label: 'Next week’s focus', hint: 'One sentence they can repeat.' },
  { name: 'habit', label: 'The habit that helped', hint: 'One, to keep.' },
]

/** The week a reflection is of: from Friday on the one that runs, before that the last. */
export const reflectedWeek = (day: Day): Day => (weekdayOf(day) >= 5 ? mondayOf(day) : addDays(mondayOf(day), -7))

type WeekendProps = { readonly app: App; readonly space: string; readonly assessment: Assessment }

export const Weekend = ({ app, space, assessment }: WeekendProps) => {
  const [said, setSaid] = useState(blank)
  const [words, setWords] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const summary = useRef<HTMLElement>(null)
  const week = reflectedWeek(assessment.day)
  const facts = week === assessment.week ? assessment.facts : assessment.soFar
  const looking = app.looking.value?.space.id === space ? app.looking.value : null
  const isSent = looking?.plan.reviews?.some(one => one.week === week && one.reflection !== null) ?? false
  const isEmpty = [...Object.values(said), words].every(text => text.trim() === '')
  const send = async (event: Event) => {
    event.preventDefault()
    if (isEmpty || looking === null) return
    setBusy(true)
    const reflection = Object.fromEntries(Object.entries(said).map(([name, text]) => [name, text.trim()])) as Reflection
    const numbers = facts.map(({ title, says }) => `${title}: ${says}`)
    const nothing = { approves: [], edits: [], declines: [], answers: null }
    const wrong = await app.act.sendReview(
      { week, numbers, outcome: null, did: [], reflection, words: words.trim() },
      nothing,
    )
    setBusy(false)
    setFault(wrong)
    if (wrong !== null) return
    // Why: the button can do nothing more, and a focus on it would be lost; the line above says that it was sent.
    summary.current?.focus()
    setSaid(blank)
    setWords('')
  }
  return (
    <details class={s.weekend}>
      <summary ref={summary}>
        Weekend reflection, {formatSpan(week, addDays(week, 6))}
        {isSent && (
          <span class={s.sent}>
            <Icon name="check" /> sent
          </span>
        )}
      </summary>
      <form class={s.form} onSubmit={event => void send(event)}>
        <p class={s.numbers}>
          <Icon name="rule" /> By rule:{' '}
          {forReader(facts.map(({ title, says }) => `${title.toLowerCase()} ${says}`).join('; '))}.
        </p>
        {fields.map(({ name, label, hint }) => (
          <Field key={name} label={label} hint={hint}>
            <input
              maxLength={500}
              value={said[name]}
              onInput={event => setSaid({ ...said, [name]: event.currentTarget.value })}
            />
          </Field>
        ))}
        <Field label="Your words">
          <textarea rows={2} maxLength={4000} value={words} onInput={event => setWords(event.currentTarget.value)} />
        </Field>
        {fault !== null && (
          <p class={s.fault} role="alert">
            {fault}
          </p>
        )}
        <Button type="submit" variant="primary" disabled={busy || isEmpty || looking === null}>
          Send the reflection
        </Button>
      </form>
    </details>
  )
}
