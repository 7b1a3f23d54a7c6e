/** The profile as it was on a day: what was told later does not reach back. */
import { canonical, type Json } from '../lib/canonical.ts'
import { type Earlier, mostEarlier, type Profile } from './athlete.ts'
import type { Day } from './day.ts'

/** The parts that say nothing of when they began; an injury has days of its own. */
export const datedFields = ['sex', 'thresholds', 'weekMinutes', 'preset', 'usualSleepHours', 'ownZonesHr'] as const

const same = (a: unknown, b: unknown): boolean => canonical((a ?? null) as Json) === canonical((b ?? null) as Json)

/** The profile as told on a day, with what it was before: of several changes on a day the first value stays. */
export const toldOn = (day: Day, before: Profile, now: Profile): Profile => {
  const so = before.earlier ?? []
  const kept = datedFields.flatMap((field): readonly Earlier[] =>
    same(before[field], now[field]) || so.some(one => one.field === field && one.until === day)
      ? []
      : [{ field, until: day, value: before[field] ?? null } as Earlier],
  )
  const earlier = [...so, ...kept].slice(-mostEarlier)
  return earlier.length === 0 ? now : { ...now, earlier }
}

/** As it was known on a day. An injury that had not begun is none, and when one that lasted would end nobody knew. */
export const profileOn = (profile: Profile, day: Day): Profile => {
  const { earlier = [], injuries } = profile
  const then = Object.fromEntries(
    datedFields.flatMap(field => {
      const after = earlier.filter(one => one.field === field && one.until > day).map(({ until }) => until)
      const first = after.toSorted()[0]
      const was = earlier.find(one => one.field === field && one.until === first)
      return was === undefined ? [] : [[field, was.value]]
    }),
  )
  return {
    ...profile,
    ...then,
    injuries: injuries.flatMap(injury => {
      if (injury.from > day) return []
      return [injury.to !== null && injury.to > day ? { ...injury, to: null } : injury]
    }),
  }
}
