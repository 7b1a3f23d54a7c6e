/** Blocks within blocks, written out: watches and logs know one level, and so do the plan's steps. */
import type { DraftBlock, DraftStep } from './roles.ts'
import type { Place } from './text.ts'

/** A block as it is being read; `indent` is how far in its line begins. */
export type DraftRepeat = {
  readonly type: 'repeat'
  readonly times: number
  readonly steps: Block[]
  readonly heading?: string
  readonly at: Place
  readonly word: string
  readonly indent: number
}
export type Block = DraftStep | DraftRepeat

const isStep = (block: Block): block is DraftStep => block.type === 'step'

/** No longer than this is written out; the reader then says that there are too many. */
const most = 61

/** The same workout with no block inside a block: `2x(4x(a b) c)` is `4x(a b) c 4x(a b) c`. */
export const blocksOf = (blocks: readonly Block[]): readonly DraftBlock[] => {
  const out: DraftBlock[] = []
  for (const block of blocks) {
    if (out.length >= most) return out
    if (isStep(block)) out.push(block)
    else if (block.steps.every(isStep)) {
      const { times, steps, heading } = block
      out.push({ type: 'repeat', times, steps, ...(heading === undefined ? {} : { heading }) })
    } else {
      const once = blocksOf(block.steps)
      const named = block.heading === undefined ? once : [{ ...once[0]!, heading: block.heading }, ...once.slice(1)]
      for (let time = 0; time < block.times && out.length < most; time++) out.push(...(time === 0 ? named : once))
    }
  }
  return out
}
