/** A text that several write in at once: what the hand types goes out letter by letter, what others type comes in around it. */
import { useEffect, useRef } from 'preact/hooks'
import { caretAfter, type Splice, spliceAfter, spliceBetween } from '../../../core/lib/splice.ts'
import { Field } from '../../parts/field.tsx'
import type { OpenText } from '../../state/race-texts.ts'

type SharedTextProps = {
  readonly label: string
  readonly hint?: string
  readonly rows?: number
  /** Letters at most. */
  readonly most: number
  /** As it was read last; while it is open what stands in it is read from itself. */
  readonly value: string
  readonly open: () => Promise<OpenText | string>
  readonly onFault: (says: string) => void
}

/** Puts a text into the field; the hand stays where it is in the words. */
const show = (area: HTMLTextAreaElement, words: string, splices: readonly Splice[]): void => {
  if (area.value === words) return
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area
  area.value = words
  // Why only there: to set a selection elsewhere would scroll to it.
  if (document.activeElement !== area) return
  area.setSelectionRange(caretAfter(selectionStart, splices), caretAfter(selectionEnd, splices), selectionDirection)
  area.scrollTop = scrollTop
}

const between = (before: string, now: string): readonly Splice[] => {
  const splice = spliceBetween(before, now)
  return splice === null ? [] : [splice]
}

/** Binds a text field to a shared text. */
class Binding {
  readonly #area: HTMLTextAreaElement
  /** What stood in the field and in the shared text when they were last the same. */
  #same: string
  #text: OpenText | null = null
  #isOpening = false
  #isComposing = false
  #stop = () => {}
  #isOver = false

  constructor(area: HTMLTextAreaElement, value: string) {
    this.#area = area
    this.#same = value
    area.value = value
  }

  /** Something was read anew. */
  told(value: string): void {
    if (this.#isOpening || this.#isComposing || this.#area.value !== this.#same) return
    const words = this.#text?.read() ?? value
    show(this.#area, words, between(this.#same, words))
    this.#same = words
  }

  async typed(open: SharedTextProps['open'], onFault: SharedTextProps['onFault']): Promise<void> {
    if (this.#isComposing || this.#isOpening) return
    if (this.#text === null) {
      this.#isOpening = true
      const text = await open()
      this.#isOpening = false
      if (typeof text === 'string') {
        onFault(text)
        return
      }
      this.#text = text
      this.#stop = this.#isOver ? () => {} : text.watch(splices => this.#arrived(splices))
    }
    this.#send(this.#text, onFault)
  }

  /** Why held back: a letter that is being composed of several would be torn by a change under it. */
  compose(isComposing: boolean): void {
    this.#isComposing = isComposing
  }

  close(): void {
    this.#isOver = true
    this.#stop()
  }

  #send(text: OpenText, onFault: SharedTextProps['onFault']): void {
    const area = this.#area
    const typed = area.value
    const mine = spliceBetween(this.#same, typed, area.selectionStart)
    const fault = mine === null ? null : text.type(spliceAfter(mine, between(this.#same, text.read())))
    if (fault !== null) {
      onFault(fault)
      return
    }
    const words = text.read()
    show(area, words, between(typed, words))
    this.#same = words
  }

  #arrived(splices: readonly Splice[]): void {
    if (this.#text === null || this.#isComposing) return
    const words = this.#text.read()
    show(this.#area, words, splices)
    this.#same = words
  }
}

export const SharedText = ({ label, hint, rows = 2, most, value, open, onFault }: SharedTextProps) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<Binding | null>(null)
  useEffect(() => {
    binding.current = new Binding(area.current!, value)
    return () => binding.current?.close()
  }, [])
  useEffect(() => binding.current?.told(value), [value])
  const type = () => void binding.current?.typed(open, onFault)
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <textarea
        ref={area}
        rows={rows}
        maxLength={most}
        defaultValue={value}
        onInput={type}
        onCompositionStart={() => binding.current?.compose(true)}
        onCompositionEnd={() => {
          binding.current?.compose(false)
          type()
        }}
      />
    </Field>
  )
}
