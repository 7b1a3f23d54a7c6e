/** The shape of a workout at a glance: each step a bar, as wide as it is long and as high as it is hard. */
import type { Step, Steps, Zone } from '../../core/model/workout.ts'
import { shareOf, sharesOf } from '../../core/workout/ranges.ts'
import { describeSteps } from '../../core/workout/text.ts'
import { zoneOfShare } from '../../core/workout/words.ts'
import s from './workout-profile.module.css'

const heightOfZone: Readonly<Record<Zone, number>> = { E: 0.36, M: 0.54, T: 0.7, I: 0.86, R: 1 }
const speedOfZone: Readonly<Record<Zone, number>> = { E: 2.8, M: 3.3, T: 3.6, I: 4, R: 4.3 }

/** Threshold speed stands where T stands; the rest follows evenly. */
const heightOfShare = (share: number): number => Math.min(1, Math.max(0.15, 0.7 + (share - 1) * 1.9))

/** The heights at the two ends of a step: alike but for a ramp. */
const heightsOf = ({ target, role }: Step): readonly [number, number] => {
  const even = (height: number) => [height, height] as const
  if (target.type === 'zone') return even(heightOfZone[target.zone])
  if (target.type === 'effort') return even(0.2 + target.rpe * 0.08)
  const shares = target.type === 'range' ? sharesOf(target, usual) : null
  if (shares === null) return even(role === 'recovery' ? 0.2 : 0.36)
  const [from, to] = shares
  return target.type === 'range' && target.ramp
    ? [heightOfShare(from), heightOfShare(to)]
    : even(heightOfShare((from + to) / 2))
}

// Why: only for the width of a bar, where no pace of the athlete's own is needed.
const secondsOf = ({ amount, target }: Step): number =>
  amount.unit === 's'
    ? amount.value
    : amount.unit === 'm'
      ? amount.value / (target.type === 'zone' ? speedOfZone[target.zone] : 3)
      : 300

/** A runner to draw a pace or a heart rate for, where nobody's own is at hand. */
const usual = { thresholdPaceSPerKm: 270, thresholdHr: 168, maxHr: 186 }

const lookOf = ({ target, role }: Step): 'gentle' | 'even' | 'hard' | 'rest' => {
  if (role === 'recovery') return 'rest'
  const share = target.type === 'range' ? shareOf(target, usual) : null
  const zone = target.type === 'zone' ? target.zone : share === null ? null : zoneOfShare(share)
  if (zone !== null) return zone === 'E' ? 'gentle' : zone === 'M' ? 'even' : 'hard'
  return target.type === 'effort' && target.rpe >= 6 ? 'hard' : 'gentle'
}

type Bar = { readonly step: Step; readonly width: number; readonly heights: readonly [number, number] }
const barsOf = (steps: Steps): readonly Bar[] =>
  steps
    .flatMap(block => (block.type === 'step' ? [block] : Array.from({ length: block.times }, () => block.steps).flat()))
    .map(step => ({ step, width: secondsOf(step), heights: heightsOf(step) }))

const lengthOf = (bars: readonly Bar[]): number => bars.reduce((sum, bar) => sum + bar.width, 0)

type WorkoutProfileProps = {
  readonly steps: Steps
  readonly tall?: boolean
  /** Another workout to be drawn on the same scale, so that a shorter one looks shorter. */
  readonly beside?: Steps
}

/** One sentence for a screen reader; the steps stand beside it as text. */
export const WorkoutProfile = ({ steps, tall = false, beside = [] }: WorkoutProfileProps) => {
  const bars = barsOf(steps)
  const total = Math.max(lengthOf(bars), lengthOf(barsOf(beside)))
  if (bars.length === 0) return null
  const gap = bars.length > 30 ? 0.15 : 0.5
  let at = 0
  return (
    <svg
      class={`${s.profile} ${tall ? s.tall : ''}`}
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={`Profile: ${describeSteps(steps)}`}
    >
      {bars.map(({ step, width, heights: [from, to] }, i) => {
        const x = at
        const w = (width / total) * 100
        at += w
        return (
          <path
            key={i}
            class={s[lookOf(step)]}
            d={`M${x} 24V${24 - from * 24}L${x + Math.max(0.2, w - gap)} ${24 - to * 24}V24Z`}
          />
        )
      })}
    </svg>
  )
}
