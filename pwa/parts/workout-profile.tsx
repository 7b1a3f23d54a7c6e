/** The shape of a workout at a glance: each step a bar, as wide as it is long and as high as it is hard. */
import type { Step, Steps, Zone } from '../../core/model/workout.ts'
import { describeSteps } from '../../core/workout/text.ts'
import s from './workout-profile.module.css'

const heightOfZone: Readonly<Record<Zone, number>> = { E: 0.36, M: 0.54, T: 0.7, I: 0.86, R: 1 }
const speedOfZone: Readonly<Record<Zone, number>> = { E: 2.8, M: 3.3, T: 3.6, I: 4, R: 4.3 }

const heightOf = ({ target, role }: Step): number =>
  target.type === 'zone'
    ? heightOfZone[target.zone]
    : target.type === 'effort'
      ? 0.2 + target.rpe * 0.08
      : role === 'recovery'
        ? 0.2
        : 0.36

// Why: only for the width of a bar, where no pace of the athlete's own is needed.
const secondsOf = ({ amount, target }: Step): number =>
  amount.unit === 's' ? amount.value : amount.value / (target.type === 'zone' ? speedOfZone[target.zone] : 3)

const lookOf = ({ target, role }: Step): 'gentle' | 'even' | 'hard' | 'rest' => {
  if (role === 'recovery') return 'rest'
  if (target.type === 'zone') return target.zone === 'E' ? 'gentle' : target.zone === 'M' ? 'even' : 'hard'
  return target.type === 'effort' && target.rpe >= 6 ? 'hard' : 'gentle'
}

type Bar = { readonly step: Step; readonly width: number; readonly height: number }
const barsOf = (steps: Steps): readonly Bar[] =>
  steps
    .flatMap(block => (block.type === 'step' ? [block] : Array.from({ length: block.times }, () => block.steps).flat()))
    .map(step => ({ step, width: secondsOf(step), height: heightOf(step) }))

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
      {bars.map(({ step, width, height }, i) => {
        const x = at
        const w = (width / total) * 100
        at += w
        return (
          <rect
            key={i}
            class={s[lookOf(step)]}
            x={x}
            y={24 - height * 24}
            width={Math.max(0.2, w - gap)}
            height={height * 24}
          />
        )
      })}
    </svg>
  )
}
