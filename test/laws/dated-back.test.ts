/** Whoever signs with a clock wrong by up to a day is never dated back; whoever goes behind what they said or saw always is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../core/model/log.ts'
import { datedBack, standAfter } from '../../core/peer/dated-back.ts'
import { always } from '../kit/always.ts'

type Said = { readonly device: string; readonly seq: number; readonly at: number; readonly after?: unknown }
const entry = ({ device, seq, at, after }: Said): LogEntry =>
  ({
    id: `${device}-${seq}`,
    signed: { alg: 'ES256', signature: '', statement: { device, seq, at, ...(after ? { after } : {}) } },
    verified: { ok: true },
  }) as unknown as LogEntry

const names = ['ann', 'ben', 'cas']
/** Each turn: who speaks, whose words they fetch before, and how many minutes went by. */
const turns = fc.array(
  fc.record({ who: fc.nat(2), from: fc.nat(2), fetches: fc.boolean(), passed: fc.nat({ max: 3000 }) }),
  { minLength: 1, maxLength: 40 },
)
const clocks = fc.tuple(...names.map(() => fc.integer({ min: -1440, max: 1440 })))

/** What three devices say that follow the rule, each knowing its own words and what it fetched. */
const spoken = (
  clocks: readonly number[],
  turns: readonly { who: number; from: number; fetches: boolean; passed: number }[],
) => {
  const knows = names.map((): readonly LogEntry[] => [])
  const all: LogEntry[] = []
  let now = 10_000
  for (const { who, from, fetches, passed } of turns) {
    now += passed
    if (fetches) knows[who] = [...new Set([...knows[who]!, ...knows[from]!])]
    const device = names[who]!
    const { after, at } = standAfter(device as never, knows[who]!, now + clocks[who]!)
    const seq = all.filter(({ signed }) => (signed.statement.device as string) === device).length + 1
    const said = entry({ device, seq, at, ...(after.length === 0 ? {} : { after }) })
    all.push(said)
    knows[who] = [...knows[who]!, said]
  }
  return { all, knows }
}

test('clocks wrong by a day either way: no word is dated back, in whatever order the words are read', () => {
  always(
    fc.property(clocks, turns, fc.nat(), (clocks, turns, turn) => {
      const { all } = spoken(clocks, turns)
      const mixed = all.toSorted(
        (a, b) => ((a.id.length * turn) % 7) - ((b.id.length * turn) % 7) || (a.id < b.id ? 1 : -1),
      )
      expect([...datedBack(all)]).toEqual([])
      expect([...datedBack(mixed)]).toEqual([])
    }),
  )
})

test('a word dated before anything its device had said, or said it had seen, is dated back; all others stand', () => {
  always(
    fc.property(clocks, turns, fc.nat(2), fc.integer({ min: 1, max: 100_000 }), (clocks, turns, who, back) => {
      const { all, knows } = spoken(clocks, turns)
      const device = names[who]!
      const mine = all.filter(({ signed }) => (signed.statement.device as string) === device)
      const { after, at } = standAfter(device as never, knows[who]!, 0)
      fc.pre(at > 0)
      const forged = entry({ device, seq: mine.length + 1, at: Math.max(0, at - back), after })
      expect([...datedBack([...all, forged])]).toEqual([forged.id])
      const silent = entry({ device, seq: mine.length + 1, at: 0 })
      expect([...datedBack([...all, silent])]).toEqual(mine.length === 0 ? [] : [silent.id])
    }),
  )
})

test('somebody’s word dated years ahead dates nobody else’s there', () => {
  const far = entry({ device: 'ann', seq: 1, at: 50_000_000 })
  expect(standAfter('ben' as never, [far], 1_000)).toEqual({ after: [], at: 1_000 })
  const near = entry({ device: 'cas', seq: 1, at: 2_000 })
  expect(standAfter('ben' as never, [far, near], 1_000)).toEqual({ after: [['cas', 1]], at: 2_000 })
})
