/** When the day a person opened the app for is on the screen: until then nothing else is begun. */
import { effect } from '@preact/signals'
import type { Ends } from './create-app.ts'

/** Milliseconds from what was read to its being drawn, with the screen's own parts loaded. */
const drawing = 150
/** However long the reading takes: so much later (milliseconds) the rest begins all the same. */
const atMost = 2_000

/** Resolves at once where nothing is waited for; else when what is being opened has stood for a moment, or cannot be. */
export const shownIn = ({ opening }: Pick<Ends, 'opening'>): Promise<void> =>
  new Promise(resolve => {
    if (opening.peek().state !== 'opening') return resolve()
    const last = setTimeout(resolve, atMost)
    const stop = effect(() => {
      if (opening.value.state === 'opening') return
      clearTimeout(last)
      setTimeout(() => {
        stop()
        resolve()
      }, drawing)
    })
  })
