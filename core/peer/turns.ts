/** In which order the pieces of a change can be put down, each on what is there before it. */
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

export type Turns = {
  /** Each after everything it rests on. */
  readonly structs: readonly Struct[]
  /** The piece of this change in which an id lies; undefined where it lies in none. */
  readonly at: (id: Y.ID) => Struct | undefined
}

/** More writers than any honest change has: a device writes anew at every opening, and sends soon. */
const mostWriters = 200

/** What a piece stands beside or in, before the document has it: its neighbours, and the entry that holds it. */
export const restsOf = (struct: Struct): readonly Y.ID[] =>
  struct instanceof Y.Item
    ? [struct.origin, struct.rightOrigin, struct.parent as unknown].filter(id => id instanceof Y.ID)
    : []

/**
 * The pieces in turn, or undefined where one rests on itself or on what can only come after it: Yjs would stop half
 * way, or keep it waiting for ever. Every piece must rest on this change or on the document.
 */
export const inTurn = (doc: Y.Doc, structs: readonly Struct[]): Turns | undefined => {
  const byWriter = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = byWriter.get(struct.id.client)
    if (own) own.push(struct)
    else byWriter.set(struct.id.client, [struct])
  }
  if (byWriter.size > mostWriters) return undefined
  const turns: Struct[] = []
  const done = new Map([...byWriter.keys()].map(client => [client, 0]))
  const laid = new Map([...byWriter.keys()].map(client => [client, Y.getState(doc.store, client)]))
  const isLaid = ({ client, clock }: Y.ID) => clock < (laid.get(client) ?? Number.POSITIVE_INFINITY)
  for (let before = -1; before < turns.length; ) {
    before = turns.length
    for (const [client, own] of byWriter) {
      let place = done.get(client)!
      for (let struct = own[place]; struct && restsOf(struct).every(isLaid); struct = own[++place]) {
        turns.push(struct)
        laid.set(client, struct.id.clock + struct.length)
      }
      done.set(client, place)
    }
  }
  if (turns.length < structs.length) return undefined
  return { structs: turns, at: id => pieceAt(byWriter.get(id.client) ?? [], id.clock) }
}

/** By halving: a change may hold a great many. */
const pieceAt = (own: readonly Struct[], clock: number): Struct | undefined => {
  let [low, high] = [0, own.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { id, length } = own[middle]!
    if (clock < id.clock) high = middle
    else if (clock >= id.clock + length) low = middle + 1
    else return own[middle]
  }
  return undefined
}
