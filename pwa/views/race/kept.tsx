/** Fields that keep themselves: what is typed is kept when the hand rests, and what another coach writes meanwhile appears. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import { Field } from '../../parts/field.tsx'

/** A pause in typing that long is a word finished (milliseconds). */
const restMs = 700

type Kept<T> = {
  readonly label: string
  readonly hint?: string
  readonly value: T
  readonly onKeep: (value: T) => Promise<unknown>
}

/** The text of a field: the stored one until somebody types, then theirs until it is kept. */
const useKept = (stored: string, keep: (text: string) => Promise<unknown>) => {
  const [typed, setTyped] = useState<string | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef<{ readonly text: string | null; readonly keep: typeof keep }>({ text: null, keep })
  latest.current = { text: typed, keep }
  const flush = () => {
    clearTimeout(waiting.current)
    const { text, keep: keepNow } = latest.current
    if (text === null) return
    latest.current = { text: null, keep: keepNow }
    // Why false: what could not be kept, or read, stays as it was typed.
    void keepNow(text).then(kept => setTyped(now => (kept !== false && now === text ? null : now)))
  }
  useEffect(() => flush, [])
  return {
    text: typed ?? stored,
    type: (text: string) => {
      setTyped(text)
      clearTimeout(waiting.current)
      waiting.current = setTimeout(flush, restMs)
    },
    flush,
  }
}

export const KeptText = ({
  label,
  hint,
  value,
  onKeep,
  most = 2000,
  rows = 2,
}: Kept<string> & { readonly most?: number; readonly rows?: number }) => {
  const { text, type, flush } = useKept(value, onKeep)
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <textarea rows={rows} maxLength={most} value={text} onInput={e => type(e.currentTarget.value)} onBlur={flush} />
    </Field>
  )
}

type KeptValueProps<T> = Kept<T | null> & {
  readonly say: (value: T) => string
  /** Undefined where it is none. */
  readonly read: (text: string) => T | undefined
  readonly fault: string
  readonly numeric?: boolean
}

/** A value that is typed as text; an empty field says that it is not known. */
export const KeptValue = <T,>({ label, hint, value, onKeep, say, read, fault, numeric = false }: KeptValueProps<T>) => {
  const [isWrong, setIsWrong] = useState(false)
  const { text, type, flush } = useKept(value === null ? '' : say(value), async words => {
    const next = words.trim() === '' ? null : read(words.trim())
    setIsWrong(next === undefined)
    return next !== undefined && onKeep(next)
  })
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={isWrong ? fault : null}>
      <input
        inputMode={numeric ? 'numeric' : 'text'}
        value={text}
        onInput={e => type(e.currentTarget.value)}
        onBlur={flush}
      />
    </Field>
  )
}

export const readWhole =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const value = Math.round(Number(text.replace(',', '.')))
    return value >= least && value <= most ? value : undefined
  }

/** Seconds of `H:MM:SS` or `MM:SS`. */
export const readSeconds = (text: string): number | undefined => {
  const parts = /^(?:(\d{1,3}):)?(\d{1,2}):([0-5]\d)$/.exec(text)
  const seconds = parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : undefined
  return seconds !== undefined && seconds >= 300 && seconds <= 700_000 ? seconds : undefined
}

/** Minutes after midnight of `HH:MM`. */
export const readMinute = (text: string): number | undefined => {
  const parts = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined
}

export const KeptClock = (given: Kept<number | null>) => (
  <KeptValue {...given} say={sayClock} read={readSeconds} fault="Write a time as 3:29:00." />
)
