/** What is known of a day: the athlete's own word, and where they said nothing what another log or a watch holds. */
import { remembered } from '../lib/remembered.ts'
import type { Source } from '../model/activity.ts'
import { type CheckIn, emptyCheckIn, type ImportedCheckIn } from '../model/check-in.ts'
import type { Day } from '../model/day.ts'

/** Who goes first where two sources answer one question: what was asked of the athlete, then logs, then watches. */
const order: readonly Source['kind'][] = ['check-in-form', 'intervals', 'garmin-export']
const rankOf = ({ source: { kind } }: ImportedCheckIn): number => {
  const at = order.indexOf(kind)
  return at < 0 ? order.length : at
}
const inOrder = (a: ImportedCheckIn, b: ImportedCheckIn): number =>
  rankOf(a) - rankOf(b) || (a.source.kind < b.source.kind ? -1 : 1)

const fill = (into: CheckIn, { source: _, ...answers }: ImportedCheckIn): CheckIn => {
  const open = Object.entries(answers).filter(([question]) => into[question as keyof CheckIn] === null)
  return { ...into, ...Object.fromEntries(open) }
}

/**
 * All check-ins by day. An answer of the athlete is never written over, and of two sources one answers: figures of two
 * are never mixed into one.
 */
export const withImported = (said: readonly CheckIn[], imported: readonly ImportedCheckIn[]): readonly CheckIn[] => {
  if (imported.length === 0) return said
  const byDay = new Map<Day, CheckIn>(said.map(checkIn => [checkIn.day, checkIn]))
  const others = new Map<Day, ImportedCheckIn[]>()
  for (const one of imported) others.set(one.day, [...(others.get(one.day) ?? []), one])
  for (const [day, list] of others) {
    const own = byDay.get(day) ?? null
    byDay.set(
      day,
      filledBefore(list[0], [own, list], () => list.toSorted(inOrder).reduce(fill, own ?? emptyCheckIn(day))),
    )
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

const filledBefore = remembered<CheckIn>()
