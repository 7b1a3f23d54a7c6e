/** Minutes of the day as a time field shows them. */

const two = (value: number): string => String(value).padStart(2, '0')

/** Minutes since midnight → `06:30`; empty for never. */
export const clockOf = (minute: number | null): string =>
  minute === null ? '' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** `06:30` → minutes since midnight; null where nothing, or no time, is there. */
export const minuteOf = (clock: string): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return Number.isInteger(minute) && minute < 1440 ? minute : null
}
