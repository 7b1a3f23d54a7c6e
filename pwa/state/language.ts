/** The words of the screens in the person's language: sentence by sentence, English where a sentence is not there yet. */
import { signal } from '@preact/signals'

/** A language by its English sentences. */
export type Sentences = Readonly<Record<string, string>>
export type LanguageCode = 'en' | 'de'

const spoken = signal<Sentences>({})

/** Shows everything in these sentences from now on. */
export const speak = (sentences: Sentences): void => {
  spoken.value = sentences
}

/** An English sentence in the person's language; `{name}` stands for what is given under that name. */
export const t = (english: string, given: Readonly<Record<string, string | number>> = {}): string =>
  (spoken.value[english] ?? english).replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(given, name) ? String(given[name]) : whole,
  )

/** Marks a sentence that is put into the person's language where it is shown. */
export const english = <T extends string>(sentence: T): T => sentence
