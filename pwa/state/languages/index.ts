/** The languages there are; each is loaded when it is spoken. */
import { type LanguageCode, type Sentences, speak } from '../language.ts'

type Language = { readonly code: LanguageCode; readonly name: string; readonly load: () => Promise<Sentences> }

export const languages: readonly Language[] = [
  { code: 'en', name: 'English', load: async () => ({}) },
  { code: 'de', name: 'Deutsch', load: async () => (await import('./de.ts')).sentences },
]

/** Speaks a language; where its file cannot be had, English stays. */
export const speakIn = async (code: LanguageCode): Promise<void> => {
  try {
    const language = languages.find(one => one.code === code)
    speak((await language?.load()) ?? {})
  } catch {
    speak({})
  }
}
