/** What a watch or a notebook adds to the morning: resting heart rate, heart-rate variability, and one free line. */

import { useState } from 'preact/hooks'
import type { CheckIn } from '../../core/model/check-in.ts'
import { english, t } from '../state/language.ts'
import s from './check-in.module.css'
import { Field } from './field.tsx'

type MoreProps = { readonly checkIn: CheckIn; readonly onChange: (part: Partial<CheckIn>) => void }

type Measured = 'restingHr' | 'hrvMs'
/** Bounds as the check-in's schema has them. */
const measures: Readonly<Record<Measured, { readonly label: string; readonly low: number; readonly high: number }>> = {
  restingHr: { label: english('Resting HR, bpm'), low: 20, high: 150 },
  hrvMs: { label: english('HRV (rMSSD), ms'), low: 1, high: 400 },
}

/** A number as typed: null where nothing stands, undefined where it is none that can be. */
const read = (text: string, which: Measured): number | null | undefined => {
  if (text.trim() === '') return null
  const { low, high } = measures[which]
  const value = Number(text.replace(',', '.'))
  if (!(value >= low && value <= high)) return undefined
  return which === 'restingHr' ? Math.round(value) : value
}

export const More = ({ checkIn, onChange }: MoreProps) => {
  const isSaid = checkIn.restingHr !== null || checkIn.hrvMs !== null || (checkIn.note ?? '') !== ''
  const [note, setNote] = useState(checkIn.note ?? '')
  const keepNote = () => {
    const said = note.trim()
    if (said !== (checkIn.note ?? '')) onChange({ note: said === '' ? null : said })
  }
  return (
    <details class={s.more} open={isSaid}>
      <summary>{t('Resting heart rate, HRV, a line of your own')}</summary>
      <div class={s.measures}>
        <Measure which="restingHr" value={checkIn.restingHr} onChange={restingHr => onChange({ restingHr })} />
        <Measure which="hrvMs" value={checkIn.hrvMs} onChange={hrvMs => onChange({ hrvMs })} />
      </div>
      <Field label={t('Anything else')} hint={t('Your coach reads it as you wrote it.')}>
        <textarea
          rows={2}
          maxLength={2000}
          value={note}
          onInput={event => setNote(event.currentTarget.value)}
          onBlur={keepNote}
        />
      </Field>
    </details>
  )
}

type MeasureProps = {
  readonly which: Measured
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

const Measure = ({ which, value, onChange }: MeasureProps) => {
  const [text, setText] = useState(value === null ? '' : String(value))
  const typed = read(text, which)
  const { label, low, high } = measures[which]
  return (
    <Field
      label={t(label)}
      error={typed === undefined ? t('Between {low} and {high}; leave it empty if unknown.', { low, high }) : null}
    >
      <input
        inputMode="decimal"
        value={text}
        onInput={event => setText(event.currentTarget.value)}
        onBlur={() => typed !== undefined && typed !== value && onChange(typed)}
      />
    </Field>
  )
}
