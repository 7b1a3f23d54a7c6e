/** A line in which somebody says something: a comment, a note, a page of two. Empty again once it is kept. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import s from './say-line.module.css'

type SayLineProps = {
  readonly label: string
  /** What stands on the button: `Send`, `Note`. */
  readonly word: string
  /** Room for more than one line. */
  readonly tall?: boolean
  /** Who can be named: `@` offers them, Tab or Enter writes the first. */
  readonly names?: readonly string[]
  /** It was asked for: what is typed next stands in it. */
  readonly begins?: boolean
  /** Escape leaves the line; without it Escape is for whoever stands around. */
  readonly onLeave?: () => void
  /** True once it is kept; the words stay where it was not. */
  readonly onSay: (words: string) => Promise<boolean>
}

/** The names that go on with what was begun after the last `@`. */
const begun = (words: string, names: readonly string[]): readonly string[] => {
  const typed = /(?:^|\s)@([^\s@]*)$/.exec(words)?.[1]?.toLowerCase()
  return typed === undefined ? [] : names.filter(name => name.toLowerCase().startsWith(typed)).slice(0, 4)
}

export const SayLine = ({ label, word, tall = false, names = [], begins = false, onLeave, onSay }: SayLineProps) => {
  const [words, setWords] = useState('')
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  // Why with the drawing and not after it: what is typed as soon as the line is seen stands in it.
  useLayoutEffect(() => {
    if (begins) box.current?.focus()
  }, [])
  const offered = begun(words, names)
  const name = (one: string) => {
    setWords(words.replace(/@[^\s@]*$/, `@${one} `))
    box.current?.focus()
  }
  const field = {
    ref: box,
    'aria-label': label,
    placeholder: label,
    value: words,
    maxLength: 4000,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && onLeave) {
        event.stopPropagation()
        onLeave()
      }
      if (offered[0] === undefined || (event.key !== 'Tab' && event.key !== 'Enter') || event.shiftKey) return
      // Why: a name that stands there whole is sent with Enter like any other word.
      if (event.key === 'Enter' && words.toLowerCase().endsWith(`@${offered[0].toLowerCase()}`)) return
      event.preventDefault()
      name(offered[0])
    },
  }
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
      {offered.length > 0 && (
        <p class={s.names} role="status">
          {offered.map(one => (
            <Button key={one} small onClick={() => name(one)}>
              @{one}
            </Button>
          ))}
        </p>
      )}
    </form>
  )
}
