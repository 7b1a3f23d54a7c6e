/** Seconds as people read a watch: `4:05`, `58:44`, `1:02:03`. */

const two = (value: number): string => String(value).padStart(2, '0')

/** Whole seconds are rounded to first, so that no minute ever shows sixty of them. Hours stand only where there are any. */
export const sayClock = (seconds: number): string => {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = two(whole % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}
