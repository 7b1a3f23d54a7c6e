/** A line in which somebody says something: a comment, a note, a page of two. Empty again once it is kept. */
import { useState } from 'preact/hooks'
import { Button } from './button.tsx'
import s from './say-line.module.css'

type SayLineProps = {
  readonly label: string
  /** What stands on the button: `Send`, `Note`. */
  readonly word: string
  /** Room for more than one line. */
  readonly tall?: boolean
  /** True once it is kept; the words stay where it was not. */
  readonly onSay: (words: string) => Promise<boolean>
}

export const SayLine = ({ label, word, tall = false, onSay }: SayLineProps) => {
  const [words, setWords] = useState('')
  const field = { 'aria-label': label, placeholder: label, value: words, maxLength: 4000 }
  return (
    <form
      class={s.line}
      onSubmit={event => {
        event.preventDefault()
        const said = words.trim()
        if (said !== '') void onSay(said).then(went => went && setWords(''))
      }}
    >
      {tall ? (
        <textarea {...field} rows={2} onInput={event => setWords(event.currentTarget.value)} />
      ) : (
        <input {...field} onInput={event => setWords(event.currentTarget.value)} />
      )}
      <Button type="submit" disabled={words.trim() === ''}>
        {word}
      </Button>
    </form>
  )
}
