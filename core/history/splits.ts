/** A run kilometre by kilometre, or mile by mile. */
import { type Along, type Stretch, stretchOf, timerAt } from './along.ts'

/** `fromM` metres from the start; the last one is as long as what was left. */
export type Split = Stretch & { readonly fromM: number; readonly metres: number }

/** Less than this is no split of its own (metres). */
const shortest = 20
/** More splits nobody reads, and a file that claims them is not believed. */
const most = 1000

/** Splits of so many metres by the recorder's own distance; none where no distance was recorded. */
export const splitsOf = (along: Along, lengthM: number): readonly Split[] => {
  const first = along.metres.findIndex(metres => !Number.isNaN(metres))
  const last = along.metres.at(-1)
  if (first < 0 || last === undefined || Number.isNaN(last)) return []
  const start = along.metres[first]!
  const splits: Split[] = []
  let from = along.timer[first]!
  for (let fromM = start; last - fromM >= shortest && splits.length < most; fromM += lengthM) {
    const toM = Math.min(last, fromM + lengthM)
    const to = toM === last ? along.timer.at(-1)! : timerAt(along, toM)
    splits.push({ ...stretchOf(along, from, to), fromM: fromM - start, metres: toM - fromM })
    from = to
  }
  return splits
}
