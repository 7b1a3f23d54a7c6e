/** Whether two workouts ask the same of a runner. */
import { canonical, type Json } from '../lib/canonical.ts'
import type { Repeat, Step } from '../model/workout.ts'

type Blocks = readonly (Step | Repeat)[]

const withoutRole = ({ role: _, heading: __, ...step }: Step) => step

/** Without `exactly` the roles and headings may differ. */
export const sameSteps = (a: Blocks, b: Blocks, exactly = false): boolean => {
  const plain = (blocks: Blocks): Json =>
    (exactly
      ? blocks
      : blocks.map(block =>
          block.type === 'step' ? withoutRole(block) : { times: block.times, steps: block.steps.map(withoutRole) },
        )) as unknown as Json
  return canonical(plain(a)) === canonical(plain(b))
}
