/** A network in memory that can lose, delay, double and part what devices send each other. */
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connect, LinkOptions } from '../../core/peer/link.ts'

/** Numbers that look like chance and are the same for the same seed (mulberry32): 0 up to, not including, 1. */
export const seeded = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What may happen to a message, as whole percents, and how late it may be in milliseconds. */
export type Weather = { readonly lost: number; readonly doubled: number; readonly late: number }
export const fairWeather: Weather = { lost: 0, doubled: 0, late: 0 }

type End = { readonly options: LinkOptions; readonly name: string; others: number; close(): void }

/** A network in memory. `connect(name)` is a device's own plug. */
export const network = (random: () => number = Math.random) => {
  const rooms = new Map<string, Set<End>>()
  const apart = new Set<string>()
  let weather = fairWeather
  const canTalk = (a: End, b: End) => !apart.has(a.name) && !apart.has(b.name)

  const deliver = (from: End, to: End, message: () => void) => {
    const go = () => {
      if (rooms.get(to.options.room)?.has(to) && canTalk(from, to)) message()
    }
    if (random() * 100 < weather.lost) return
    const times = random() * 100 < weather.doubled ? 2 : 1
    for (let i = 0; i < times; i++) setTimeout(go, random() * weather.late)
  }
  const exchange = (from: End, to: End) => {
    const have = Y.encodeStateVector(to.options.doc)
    const update = Y.encodeStateAsUpdate(from.options.doc, have)
    deliver(from, to, () => Y.applyUpdate(to.options.doc, update, to))
    const { awareness } = from.options
    const here = encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()])
    deliver(from, to, () => applyAwarenessUpdate(to.options.awareness, here, to))
  }
  const others = (end: End) => [...(rooms.get(end.options.room) ?? [])].filter(other => other !== end)
  const tell = (room: string) => {
    for (const end of rooms.get(room) ?? []) {
      const now = others(end).filter(other => canTalk(end, other)).length
      if (now === end.others) continue
      end.others = now
      end.options.onStatus({ link: now > 0 ? 'connected' : 'searching', peers: now })
    }
  }

  const connect =
    (name: string): Connect =>
    options => {
      const send = (update: Uint8Array, origin: unknown) => {
        for (const other of others(end))
          if (origin !== end && canTalk(end, other))
            deliver(end, other, () => Y.applyUpdate(other.options.doc, update, other))
      }
      const show = (
        { added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>,
        origin: unknown,
      ) => {
        if (origin === end) return
        const here = encodeAwarenessUpdate(options.awareness, [...added, ...updated, ...removed])
        for (const other of others(end))
          if (canTalk(end, other)) deliver(end, other, () => applyAwarenessUpdate(other.options.awareness, here, other))
      }
      const end: End = {
        options,
        name,
        others: -1,
        close: () => {
          options.doc.off('update', send)
          options.awareness.off('update', show)
          rooms.get(options.room)?.delete(end)
          const strangers = [...options.awareness.getStates().keys()].filter(id => id !== options.awareness.clientID)
          removeAwarenessStates(options.awareness, strangers, end)
          for (const other of others(end))
            removeAwarenessStates(other.options.awareness, [options.awareness.clientID], other)
          tell(options.room)
        },
      }
      const room = rooms.get(options.room) ?? new Set()
      rooms.set(options.room, room.add(end))
      options.doc.on('update', send)
      options.awareness.on('update', show)
      setTimeout(() => {
        for (const other of others(end))
          if (canTalk(end, other)) {
            exchange(end, other)
            exchange(other, end)
          }
        tell(options.room)
      })
      return { stop: () => end.close(), peers: () => Math.max(0, end.others) }
    }

  return {
    connect,
    setWeather: (next: Weather) => {
      weather = next
    },
    /** Parts a device from all others, or lets it back; who meets again exchanges everything, as a new connection does. */
    setApart: (name: string, isApart: boolean) => {
      if (isApart) apart.add(name)
      else apart.delete(name)
      for (const [room, ends] of rooms) {
        tell(room)
        for (const end of ends)
          if (end.name === name && !isApart)
            for (const other of others(end)) {
              exchange(end, other)
              exchange(other, end)
            }
      }
    },
    /** The documents in one room, by name of the device, for somebody who has the room's secret and means harm. */
    docsOf: (name: string) =>
      [...rooms.values()].flatMap(ends => [...ends].filter(end => end.name === name).map(end => end.options.doc)),
    /** What a device has plugged in, by its name: the document and who is here. */
    endsOf: (name: string) =>
      [...rooms.values()].flatMap(ends => [...ends].filter(end => end.name === name).map(end => end.options)),
    /** Everybody meets everybody once more. */
    meetAgain: () => {
      for (const ends of rooms.values())
        for (const from of ends) for (const to of ends) if (from !== to && canTalk(from, to)) exchange(from, to)
    },
  }
}
export type Network = ReturnType<typeof network>
