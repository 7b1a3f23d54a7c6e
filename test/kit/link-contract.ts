/** What every link must do, run for each of them. */
import { afterEach, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connect, Link, LinkOptions } from '../../core/peer/link.ts'
import { until } from './peers.ts'

type Ended = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly told: readonly string[]
  readonly link: Link
}

/** `plug` gives each device its own way into the same network. */
export const linkContract = (plug: (device: string) => Connect): void => {
  const ends: Ended[] = []
  afterEach(() => {
    for (const { link, awareness, doc } of ends.splice(0)) {
      link.stop()
      awareness.destroy()
      doc.destroy()
    }
  })
  const join = (device: string, room = 'R'.repeat(43), doc = new Y.Doc()): Ended => {
    const awareness = new Awareness(doc)
    const told: string[] = []
    const options: LinkOptions = {
      room,
      password: 'P'.repeat(43),
      signaling: ['ws://127.0.0.1:1'],
      iceServers: [],
      doc,
      awareness,
      onStatus: ({ link, peers }) => told.push(`${link} ${peers}`),
    }
    const end = { doc, awareness, told, link: plug(device)(options) }
    ends.push(end)
    return end
  }
  const list = ({ doc }: Ended) => doc.getArray('list').toArray()

  test('what was there before arrives, and what is written later, both ways', async () => {
    const before = new Y.Doc()
    before.getArray('list').push(['before'])
    const [one, two] = [join('one', undefined, before), join('two')]
    await until('it arrived', () => list(two).length === 1)
    two.doc.getArray('list').push(['later'])
    await until('the answer arrived', () => list(one).length === 2)
    expect(list(one)).toEqual(['before', 'later'])
    expect(Y.encodeStateVector(one.doc)).toEqual(Y.encodeStateVector(two.doc))
  })
  test('says how many others are there', async () => {
    const one = join('one')
    const two = join('two')
    await until('they met', () => one.link.peers() === 1 && two.link.peers() === 1)
    two.link.stop()
    await until('it is alone', () => one.link.peers() === 0)
    expect([one.told.includes('connected 1'), one.told.at(-1)]).toEqual([true, 'searching 0'])
  })
  test('shows who is there, and no longer when they left', async () => {
    const [one, two] = [join('one'), join('two')]
    two.awareness.setLocalStateField('at', 'here')
    await until('it is seen', () => one.awareness.getStates().get(two.awareness.clientID)?.at === 'here')
    two.link.stop()
    await until('it is gone', () => !one.awareness.getStates().has(two.awareness.clientID))
    expect(two.awareness.getLocalState()).toEqual({ at: 'here' })
  })
  test('carries nothing once it is stopped, and everything when somebody comes again', async () => {
    const [one, two] = [join('one'), join('two')]
    await until('they met', () => one.link.peers() === 1)
    two.link.stop()
    one.doc.getArray('list').push(['meanwhile'])
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(list(two)).toEqual([])
    join('two', undefined, two.doc)
    await until('it arrived', () => list(two).length === 1)
  })
  test('keeps rooms apart', async () => {
    const [one, two, other] = [join('one'), join('two'), join('three', 'O'.repeat(43))]
    one.doc.getArray('list').push(['ours'])
    await until('it arrived', () => list(two).length === 1)
    expect([list(other), other.link.peers()]).toEqual([[], 0])
  })
}
