/** The equal-purpose swaps a coach starts from: each a session that may take a missed one's place, in several sizes. */
import type { Swap } from '../model/playbook.ts'
import type { Step, Steps, Zone } from '../model/workout.ts'

const minutes = (count: number, role: Step['role'], zone: Zone, cue: string | null = null): Step => ({
  type: 'step',
  role,
  amount: { unit: 's', value: Math.round(count * 60) },
  target: { type: 'zone', zone },
  cue,
})

const around = (work: Steps): Steps => [minutes(15, 'warmup', 'E'), ...work, minutes(10, 'cooldown', 'E')]

/** So many times 90 seconds uphill with a jog back: hard breathing at a lower speed than on the flat. */
const hills = (times: number): Swap => ({
  id: `hills-${times}x90`,
  from: 'intervals',
  to: 'hills',
  title: `${times} × 90 s hill`,
  steps: around([
    { type: 'repeat', times, steps: [minutes(1.5, 'work', 'I', 'uphill'), minutes(2, 'recovery', 'E', 'jog back')] },
  ]),
  offered: true,
})

/** Threshold time in broken pieces: the same purpose, easier to fit in. */
const cruise = (times: number): Swap => ({
  id: `cruise-${times}x5`,
  from: 'tempo',
  to: 'tempo',
  title: `${times} × 5 min threshold`,
  steps: around([{ type: 'repeat', times, steps: [minutes(5, 'work', 'T'), minutes(1, 'recovery', 'E')] }]),
  offered: true,
})

/** A steady run instead of a tempo: the coach's own decision each time, since it lowers the purpose (R1). */
const steady = (length: number): Swap => ({
  id: `steady-${length}`,
  from: 'tempo',
  to: 'steady',
  title: `${length} min steady`,
  steps: around([minutes(length, 'work', 'M')]),
  offered: true,
})

// Why several sizes: an equal swap is at most 15 % lighter and never heavier, so one size would fit few sessions.
export const defaultSwaps: readonly Swap[] = [
  ...[4, 5, 6, 8, 10, 12, 14].map(hills),
  ...[3, 4, 5, 6, 7].map(cruise),
  ...[20, 25, 30, 40, 50].map(steady),
]
