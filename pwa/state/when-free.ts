/** When the app may do what nobody waits for: not while a hand is on it, for a frame that is late is felt at once. */

/** So long (ms) after a press, a turn of the wheel or a touch the hand is taken to be still there. */
const calm = 1_000
/** However busy the hand is: so much later (ms) it is done all the same. */
const atMost = 10_000

let last = Number.NEGATIVE_INFINITY
for (const event of ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const)
  addEventListener(event, () => (last = performance.now()), { capture: true, passive: true })

export const whenFree = async (): Promise<void> => {
  const until = performance.now() + atMost
  for (;;) {
    const now = performance.now()
    const wait = Math.min(last + calm, until) - now
    if (wait <= 0) return
    await new Promise(resolve => setTimeout(resolve, wait))
  }
}
