/** How well the findings of a dry run answer to what was planted. */
import { dryRun } from '../../core/dry-run/index.ts'
import type { FindingKind } from '../../core/model/advice.ts'
import { addDays, type Day, daysBetween } from '../../core/model/day.ts'
import type { Planted } from './planted.ts'
import { seasonStart } from './planted-world.ts'
import { openPlaybook } from './season.ts'

/** `late` are plants noticed on another day than theirs, `wrong` what fired without a plant that explains it. */
export type Score = {
  readonly found: number
  readonly planted: number
  readonly late: string[]
  readonly wrong: string[]
}

/** A cause shows for so long: what fires within it, of its kind or named beside it, is explained. */
const echoDays = 16

export const scoreOf = ({ past, plants, decoys, to }: Planted): ReadonlyMap<FindingKind, Score> => {
  const from = addDays(seasonStart, 70)
  const fired = [...dryRun({ past, playbook: openPlaybook, from, to })].flatMap(({ day, findings }) =>
    findings
      .filter(({ since }) => since === day)
      .map(({ finding }) => ({ kind: finding.kind, day, says: finding.says })),
  )
  const kinds = new Set([...plants.map(({ kind }) => kind), ...fired.map(({ kind }) => kind)])
  return new Map(
    [...kinds].toSorted().map(kind => {
      const wanted = plants.filter(one => one.kind === kind)
      const onDay = wanted.filter(({ day }) => fired.some(one => one.kind === kind && one.day === day))
      const late = wanted
        .filter(one => !onDay.includes(one))
        .map(
          ({ day }) =>
            `planted ${day}, fired ${fired.filter(one => one.kind === kind && near(day, one.day)).map(one => one.day)}`,
        )
      const wrong = fired
        .filter(
          one =>
            one.kind === kind &&
            !plants.some(({ day, ...by }) => (by.kind === kind || by.also.includes(kind)) && near(day, one.day)),
        )
        .map(one => {
          const decoy = decoys.find(({ from, to }) => from <= one.day && one.day <= to)
          return `${one.day} ${one.says}${decoy ? ` (${decoy.what})` : ''}`
        })
      return [kind, { found: onDay.length, planted: wanted.length, late, wrong }] as const
    }),
  )
}

const near = (planted: Day, on: Day): boolean => Math.abs(daysBetween(planted, on)) <= echoDays
