/** A time zone in which it is now a weekday with a day left in its week, so that "tomorrow" is in the same week. */

/** Hour and weekday (1 Monday … 7 Sunday) at an offset in hours east. */
const localAt = (utc: Date, offset: number) => {
  const local = new Date(utc.getTime() + offset * 3_600_000)
  return {
    hour: local.getUTCHours(),
    weekday: ((local.getUTCDay() + 6) % 7) + 1,
    day: local.toISOString().slice(0, 10),
  }
}

/**
 * The zone's IANA name, its local day, and the Monday of that week. Evening where possible, never a Sunday, never so
 * near midnight that the day could turn while a test runs.
 */
export const weekdayZone = (utc = new Date()): { readonly zone: string; readonly today: string } => {
  const offsets = Array.from({ length: 26 }, (_, i) => i - 11)
  const fits = offsets
    .map(offset => ({ offset, ...localAt(utc, offset) }))
    .filter(({ hour, weekday }) => weekday < 7 && hour >= 1 && hour <= 21)
    .toSorted((a, b) => Math.abs(a.hour - 19) - Math.abs(b.hour - 19))
  const { offset, day } = fits[0]!
  // Why: the sign of these names is turned round by convention.
  return { zone: offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`, today: day }
}
