/** How many visitors of one address are here, and how often it may come. */
import type { IncomingMessage } from 'node:http'
import { allowance, type Limits } from './limits.ts'

type Here = { sockets: number; readonly visits: ReturnType<typeof allowance>; left: number }

/** Milliseconds after which an address that is gone is forgotten; by then it has earned its visits again. */
const forgetAfter = 5 * 60_000

/** The doorkeeper of a rendezvous. `now` is in milliseconds. */
export const doorkeeper = (limits: Limits) => {
  const addresses = new Map<string, Here>()
  const forget = (now: number) => {
    for (const [address, { sockets, left }] of addresses)
      if (sockets === 0 && now - left > forgetAfter) addresses.delete(address)
  }
  return {
    /** Lets one more in, or not (null); what it answers is called when the visitor leaves. */
    enter: (address: string, now: number): (() => void) | null => {
      if (!addresses.has(address)) forget(now)
      const visits = allowance(limits.visitBurst, limits.visitsPerSecond, now)
      const here = addresses.get(address) ?? { sockets: 0, visits, left: now }
      addresses.set(address, here)
      if (here.sockets >= limits.socketsPerAddress || !here.visits.spend(1, now)) return null
      here.sockets++
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        here.sockets--
        here.left = Date.now()
      }
    },
  }
}

/**
 * Whose request it is. Behind a proxy of one's own that is the last address the proxy wrote; what a visitor writes
 * before it is not believed.
 */
export const addressOf = ({ socket, headers }: IncomingMessage, behindProxy: boolean): string => {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim()
  return (behindProxy && forwarded) || (socket.remoteAddress ?? 'unknown')
}
