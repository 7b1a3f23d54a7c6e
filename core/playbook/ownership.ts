/** Who does what: every element with its owner, the reason, an example and how far the coach looks on (§2). */
import type { Level } from '../model/advice.ts'
import type { Playbook } from '../model/playbook.ts'
import { levelOf } from './sentences.ts'

export type Ownership = {
  readonly element: string
  readonly owner: string
  readonly why: string
  readonly example: string
  readonly oversight: string
  /** `tell` is information; the others are the gate's levels, as this playbook has them in green. */
  readonly level: Level | 'tell'
}

/** The table that coach and athlete both read. */
export const ownership = (playbook: Playbook): readonly Ownership[] => [
  {
    element: 'Pace and heart-rate zones',
    owner: 'automation',
    why: 'driven by data, repeatable',
    example: 'easy, threshold and interval paces',
    oversight: 'the coach checks the context',
    level: levelOf('recompute-zones', playbook),
  },
  {
    element: 'Weekly fatigue summary',
    owner: 'automation',
    why: 'fast to put together',
    example: 'load, sleep, soreness, trend',
    oversight: 'the coach reviews the flags and adds the words',
    level: 'tell',
  },
  {
    element: 'Recovery suggestion',
    owner: 'automation and coach',
    why: 'useful, and depends on context',
    example: 'easy day, rest day, mobility',
    oversight: 'always the coach',
    level: levelOf('ease-key', playbook),
  },
  {
    element: 'Missed-session replacement',
    owner: 'automation and coach',
    why: 'logistics',
    example: 'Tuesday intervals become Wednesday hills',
    oversight: 'the coach sets the rules and the list',
    level: levelOf('swap-equal', playbook),
  },
  {
    element: 'Load progression',
    owner: 'automation and coach',
    why: 'can be computed, and is risky',
    example: '6 % more next week',
    oversight: 'reviewed in a peak block and on a plateau',
    level: levelOf('raise-load', playbook),
  },
  {
    element: 'Periodisation',
    owner: 'coach',
    why: 'long-range judgement',
    example: 'base, build, peak, taper, transition',
    oversight: 'led by the coach',
    level: levelOf('shift-phase', playbook),
  },
  {
    element: 'Race goal, target time, goal pace',
    owner: 'coach and athlete',
    why: 'ambition and risk',
    example: 'under 3:30',
    oversight: 'people only',
    level: levelOf('change-goal', playbook),
  },
  {
    element: 'Race strategy',
    owner: 'coach',
    why: 'psychology and conditions',
    example: 'split plan, fuelling, contingencies',
    oversight: 'people only',
    level: levelOf('race-plan', playbook),
  },
  {
    element: 'Mental preparation',
    owner: 'coach',
    why: 'trust',
    example: 'mantras, rehearsal, cues',
    oversight: 'people only',
    level: levelOf('mental-prep', playbook),
  },
  {
    element: 'Workout reminders',
    owner: 'automation',
    why: 'administrative',
    example: '“hydrate, tempo at 18:00”',
    oversight: 'light',
    level: 'tell',
  },
]
