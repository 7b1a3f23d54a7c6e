/** One number of the playbook in its sentence, changed where it stands and only inside its bounds. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { type ThresholdName, thresholdBounds } from '../../../core/model/playbook.ts'
import type { Sentence } from '../../../core/playbook/index.ts'
import { thresholdWords } from '../../parts/playbook-words.ts'
import s from './threshold.module.css'

/** The sentence round its number: what stands before it and after it; all of it before, where the number is a word. */
export const roundNumber = (says: string, value: number): readonly [string, string] => {
  const at = says.search(new RegExp(`(?<![\\d.])${value}(?![\\d.]\\d)`))
  return at < 0 ? [says, ''] : [says.slice(0, at), says.slice(at + String(value).length)]
}

/** What is wrong with a number that was typed, in a sentence; null where it may stand. */
export const whyNot = (name: ThresholdName, text: string): string | null => {
  const { low, high } = thresholdBounds[name]
  const value = Number(text)
  const within = `from ${thresholdWords(name, low)} to ${thresholdWords(name, high)}`
  if (text.trim() === '' || !Number.isInteger(value)) return `A whole number ${within} stands here.`
  return value < low || value > high
    ? `${thresholdWords(name, value)} was not taken: this may be set ${within}. The bounds are guardrails.`
    : null
}

type ThresholdProps = {
  readonly sentence: Sentence & { readonly threshold: NonNullable<Sentence['threshold']> }
  /** Null where the reader may not change it. */
  readonly onChange: ((value: number) => void) | null
}

export const Threshold = ({ sentence: { says, threshold }, onChange }: ThresholdProps) => {
  const { name, value, low, high } = threshold
  const [fault, setFault] = useState<string | null>(null)
  // Why kept: the page is drawn anew whenever something arrives, and must not write over what is being typed.
  const [typed, setTyped] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => setFault(null), [value])
  if (onChange === null) return <span>{says}</span>
  const [before, after] = roundNumber(says, value)
  const isWord = after === '' && before === says
  return (
    <span class={s.sentence}>
      {before}
      {isWord && ' '}
      <input
        ref={box}
        class={s.number}
        type="number"
        inputMode="numeric"
        min={low}
        max={high}
        step={1}
        required
        style={{ width: `${String(high).length + 3.4}ch` }}
        value={typed ?? value}
        aria-label={says}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        onInput={event => setTyped(event.currentTarget.value)}
        onChange={event => {
          const { value: text } = event.currentTarget
          setTyped(null)
          const why = whyNot(name, text)
          setFault(why)
          if (why === null) onChange(Number(text))
        }}
      />
      {isWord && name.endsWith('Minutes') && ' min'}
      {after}
      {fault !== null && (
        <span id={id} class={s.fault} role="alert">
          {' '}
          {fault}
        </span>
      )}
    </span>
  )
}
