/** Long work beside the screen: a slice at a time, so that a hand on it is answered within a frame. */
import type { Steps } from '../../core/lib/steps.ts'

/** So long (ms) the page may work on what nobody waits for. */
const sliceMs = 10

/** Runs steps in slices; undefined where it was no longer wanted before the end. */
export const inSlices = async <T>(steps: Steps<T>, isWanted: () => boolean = () => true): Promise<T | undefined> => {
  while (isWanted()) {
    await new Promise(resolve => setTimeout(resolve))
    const until = performance.now() + sliceMs
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (step.done) return step.value
  }
  return undefined
}
