/** No word is dated before what its signer stood after: their own words, and those of others they said they had seen. */
import { by } from '../lib/order.ts'
import type { DeviceId, StatementId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { Statement } from '../model/statement.ts'

/**
 * Minutes: a clock may be wrong by a day. Why no more: one word dated years ahead would otherwise date everybody's next
 * words there, and every change would be judged as of a day that has not come.
 */
const mostAhead = 1440

type After = NonNullable<Statement['after']>
const saidIn = ({ signed }: LogEntry): Statement => signed.statement

/** Each device's words in the order it said them. */
const byDevice = (log: readonly LogEntry[]): ReadonlyMap<DeviceId, readonly LogEntry[]> => {
  const all = new Map<DeviceId, LogEntry[]>()
  for (const entry of log.toSorted(
    by(
      entry => saidIn(entry).seq,
      ({ id }) => id,
    ),
  )) {
    const some = all.get(saidIn(entry).device)
    if (some === undefined) all.set(saidIn(entry).device, [entry])
    else some.push(entry)
  }
  return all
}

type Chains = ReturnType<typeof byDevice>

/** Goes along one device's chain and knows, at each word, the latest moment it stands after. */
const walker = (chains: Chains) => {
  let latest = 0
  const read = new Map<DeviceId, number>()
  return {
    latest: () => latest,
    /** It said it had seen these: all of each device up to a number. What is not here yet cannot speak yet. */
    see: (after: After) => {
      for (const [device, upTo] of after) {
        const chain = chains.get(device) ?? []
        let place = read.get(device) ?? 0
        for (let entry = chain[place]; entry !== undefined && saidIn(entry).seq <= upTo; entry = chain[place]) {
          if (entry.verified.ok) latest = Math.max(latest, saidIn(entry).at)
          place++
        }
        read.set(device, place)
      }
    },
    say: (at: number) => {
      latest = Math.max(latest, at)
    },
  }
}

/** The words dated before something their signer had said or seen. Given with everything else about them checked. */
export const datedBack = (log: readonly LogEntry[]): ReadonlySet<StatementId> => {
  const chains = byDevice(log)
  const back = new Set<StatementId>()
  for (const chain of chains.values()) {
    const walk = walker(chains)
    for (const entry of chain) {
      if (!entry.verified.ok) continue
      const { at, after } = saidIn(entry)
      walk.see(after ?? [])
      if (at < walk.latest()) back.add(entry.id)
      walk.say(at)
    }
  }
  return back
}

/** How far a device's chain can be stood after: whole, and not dated further ahead than a clock may be wrong. */
const headOf = (chain: readonly LogEntry[], minute: number): number => {
  let head = 0
  for (const entry of chain) {
    const { seq, at } = saidIn(entry)
    const { verified } = entry
    const isUnclear = !verified.ok && (verified.why.type === 'ChainBroken' || verified.why.type === 'DeviceNotInRoster')
    if (seq !== head + 1 || isUnclear || (verified.ok && at > minute + mostAhead)) break
    head = seq
  }
  return head
}

/**
 * What the next word of a device says it has seen since its last one, and when it is dated: by the clock (`minute`,
 * minutes since 1970-01-01 UTC), and never before what it stands after.
 */
export const standAfter = (
  me: DeviceId,
  log: readonly LogEntry[],
  minute: number,
): { readonly after: After; readonly at: number } => {
  const chains = byDevice(log)
  const walk = walker(chains)
  const said = new Map<DeviceId, number>()
  for (const entry of chains.get(me) ?? []) {
    const { at, after } = saidIn(entry)
    for (const [device, upTo] of after ?? []) said.set(device, Math.max(upTo, said.get(device) ?? 0))
    walk.see(after ?? [])
    walk.say(at)
  }
  const after = [...chains]
    .filter(([device]) => device !== me)
    .map(([device, chain]): [DeviceId, number] => [device, headOf(chain, minute)])
    .filter(([device, head]) => head > (said.get(device) ?? 0))
    .toSorted(by(([device]) => device))
    .slice(0, 200)
  walk.see(after)
  return { after, at: Math.max(minute, walk.latest()) }
}
