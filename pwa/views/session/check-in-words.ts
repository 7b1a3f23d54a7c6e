/** A check-in in one sentence; what was not said is left out. */
import type { CheckIn } from '../../../core/model/check-in.ts'

export const sayCheckIn = (checkIn: CheckIn): string => {
  const {
    sleepHours,
    sleepQuality,
    soreness,
    sorenessSite,
    fatigue,
    stress,
    motivation,
    pain,
    restingHr,
    hrvMs,
    note,
  } = checkIn
  const of = (label: string, value: number | null) => (value === null ? null : `${label} ${value} of 5`)
  const parts = [
    sleepHours === null ? null : `${sleepHours} h of sleep`,
    of('sleep', sleepQuality),
    soreness === null ? null : `soreness ${soreness} of 5${sorenessSite === null ? '' : ` (${sorenessSite})`}`,
    of('fatigue', fatigue),
    of('stress', stress),
    of('motivation', motivation),
    pain === null ? null : `pain ${pain.level} of 5 (${pain.site})`,
    restingHr === null ? null : `resting heart rate ${restingHr}`,
    hrvMs === null ? null : `HRV ${Math.round(hrvMs)} ms`,
  ].filter(part => part !== null)
  const said = parts.join(', ')
  const sentence = said === '' ? '' : `${said[0]!.toUpperCase()}${said.slice(1)}.`
  return note ? `${sentence} “${note}”`.trim() : sentence
}
