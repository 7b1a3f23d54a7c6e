/** Brings a line back after sleep, a half-made call or a silent one, without hammering anybody. */

/** All in milliseconds. Measured: 20 of 20 simultaneous starts of 2 MB, and 8 to 75 s of sleep, heal with these. */
const halfOpen = 4_000
const silent = 12_000
const gap = 12_000
const firstDelay = 1_000
const longestDelay = 60_000
const pingEvery = 4

/** One connection as the watchdog sees it; `key` is the same object as long as it is the same connection. */
export type Watched = {
  readonly key: object
  readonly open: boolean
  readonly gone: boolean
  readonly heard: number
  ping(): void
  drop(): void
}

export type WatchedLink = {
  connections(): readonly Watched[]
  /** Leaves the room and enters it again: everything is negotiated anew. */
  restart(): void
  /** Says once more that this device is here. */
  announce(): void
}

export type Watchdog = {
  /** Call once a second. */
  tick(now: number): void
  /** A connection ended: look for the other side again, soon at first and then ever more rarely. */
  lost(now: number): void
  /** The person came back or the network did: look at once. */
  wake(now: number): void
}

/** `chance` gives numbers from 0 to 1, so that devices do not act in step. */
export const watchdog = (link: WatchedLink, chance: () => number, start: number): Watchdog => {
  const doubted = new Map<object, { readonly since: number; readonly patience: number }>()
  const seenOpen = new WeakSet<object>()
  let before = start
  let ticks = 0
  let tries = 0
  let owed = false
  const delay = () => Math.min(longestDelay, firstDelay * 2 ** tries) * (0.5 + chance())
  let next = start + delay()

  const examine = (one: Watched, now: number) => {
    if (one.open && !seenOpen.has(one.key)) {
      seenOpen.add(one.key)
      tries = 0
    }
    if (one.open && ticks % pingEvery === 0) one.ping()
    if (one.open && now - one.heard < silent) return void doubted.delete(one.key)
    const patience = one.open ? 0 : halfOpen * (1 + chance())
    const doubt = doubted.get(one.key) ?? { since: now, patience }
    doubted.set(one.key, doubt)
    if (!one.gone && !one.open && now - doubt.since < doubt.patience) return
    doubted.delete(one.key)
    one.drop()
  }
  const tick = (now: number) => {
    // Why: a clock set back would otherwise keep every deadline out of reach.
    const slept = now - before > gap || now < before - 1_000
    before = now
    ticks++
    if (slept) {
      doubted.clear()
      tries = 0
      next = now + delay()
      return link.restart()
    }
    const connections = link.connections()
    for (const one of connections) examine(one, now)
    const still = new Set(connections.map(one => one.key))
    for (const key of doubted.keys()) if (!still.has(key)) doubted.delete(key)
    if ((owed || connections.length === 0) && now >= next) {
      owed = false
      tries++
      next = now + delay()
      link.announce()
    }
  }
  return {
    tick,
    lost: now => {
      if (!owed && next <= now) next = now + delay()
      // Why: after a line that stood, the first try is soon, whatever was tried before it stood.
      if (tries === 0) next = Math.min(next, now + delay())
      owed = true
    },
    wake: now => {
      tries = 0
      next = now
      tick(now)
    },
  }
}
