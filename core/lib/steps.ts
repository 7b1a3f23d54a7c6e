/** Long work in steps, so that whoever runs it may do something else in between. */

/** Gives nothing between its steps and its answer at the end. */
export type Steps<T> = Generator<undefined, T, undefined>

/** All steps without a pause. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
