/** The browser's own model, on this device (the Prompt API); nothing leaves. */
import { err, ok } from '../../../core/lib/result.ts'
import type { Narrator } from './narrator.ts'

type Session = {
  prompt(text: string, options: { readonly signal: AbortSignal }): Promise<unknown>
  destroy(): void
}

/** As browsers give it: Chrome since 148 to pages. `null` where there is none. */
export type LanguageModel = {
  availability(): Promise<string>
  create(options: { readonly initialPrompts: readonly object[]; readonly signal: AbortSignal }): Promise<Session>
}

export const languageModelHere = (): LanguageModel | null =>
  (globalThis as { readonly LanguageModel?: LanguageModel }).LanguageModel ?? null

export const builtIn = (model: LanguageModel | null): Narrator => ({
  reword: async ({ system, text }, signal) => {
    if (model === null) return err({ type: 'NotHere' })
    try {
      const state = await model.availability()
      // Why not "downloadable": asking then would fetch gigabytes that nobody wanted.
      if (state !== 'available') return err({ type: state === 'unavailable' ? 'NotHere' : 'NotReady' })
      const session = await model.create({ initialPrompts: [{ role: 'system', content: system }], signal })
      try {
        const answer = await session.prompt(text, { signal })
        return typeof answer === 'string'
          ? ok({ text: answer, model: 'the browser’s model' })
          : err({ type: 'Rubbish' })
      } finally {
        session.destroy()
      }
    } catch {
      return err({ type: signal.aborted ? 'TimedOut' : 'Rubbish' })
    }
  },
})
