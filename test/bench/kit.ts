/** What the benches of the engine share: a clock, a line of figures, and ten years of the sample. */
import { addDays } from '../../core/model/day.ts'
import type { AthleteContent } from '../../core/model/plan.ts'

/** Days of the sample. */
const twoYears = 728

/**
 * Milliseconds that something takes, as a person waits for it. Why no processor time: it counts the engine's helpers
 * (compiling, sweeping), which work beside. On a machine that does other things as well it says too much, never too little.
 */
export const timed = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** A name, its milliseconds, and how they stand to a reference. */
export const line = (name: string, milliseconds: number, reference: number | null, note = ''): void => {
  const ratio = reference === null ? '' : `${(milliseconds / reference).toFixed(milliseconds < reference ? 3 : 1)} ×`
  console.log(`${name.padEnd(48)}${milliseconds.toFixed(1).padStart(12)} ms${ratio.padStart(12)}  ${note}`.trimEnd())
}

/** The sample's two years again and again, each earlier, under names of their own. */
export const tenYearsOf = (content: AthleteContent): AthleteContent => {
  const back = (days: number, name: string) => ({
    activities: content.activities.map(one => {
      const day = addDays(one.day, -days)
      const utc = one.utc === null ? null : one.utc - days * 86_400
      return { ...one, id: `${one.id}-${name}` as typeof one.id, day, start: `${day}${one.start.slice(10)}`, utc }
    }),
    checkIns: content.checkIns.map(one => ({ ...one, day: addDays(one.day, -days) })),
  })
  const before = [4, 3, 2, 1].map(times => back(times * twoYears, String(times)))
  return {
    ...content,
    activities: [...before.flatMap(({ activities }) => activities), ...content.activities],
    checkIns: [...before.flatMap(({ checkIns }) => checkIns), ...content.checkIns],
  }
}
