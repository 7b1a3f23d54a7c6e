/** One session that every writer's examples write down. */
import type { Day } from '../../model/day.ts'
import type { SessionId } from '../../model/ids.ts'
import type { Session } from '../../model/session.ts'
import type { Step, Steps } from '../../model/workout.ts'
import { zonePaces } from '../cues.ts'
import type { Written } from './writer.ts'

const step = (role: Step['role'], amount: Step['amount'], target: Step['target'], cue: string | null = null): Step => ({
  type: 'step',
  role,
  amount,
  target,
  cue,
})
const easy = { type: 'zone', zone: 'E' } as const

export const exampleSteps: Steps = [
  step('warmup', { unit: 's', value: 900 }, easy),
  {
    type: 'repeat',
    times: 5,
    steps: [
      step('work', { unit: 'm', value: 1000 }, { type: 'zone', zone: 'I' }, 'Strong & relaxed'),
      step('recovery', { unit: 's', value: 120 }, { type: 'free' }),
    ],
  },
  step('cooldown', { unit: 's', value: 600 }, { type: 'effort', rpe: 3 }),
]

export const exampleSession = (more: Partial<Session> = {}): Session => ({
  id: 'example' as SessionId,
  day: '2026-05-12' as Day,
  sport: 'run',
  title: '5 × 1000 m, by the lake',
  purpose: 'intervals',
  steps: exampleSteps,
  key: true,
  locked: false,
  notes: '',
  startMinute: null,
  ...more,
})

/** For a runner whose threshold pace is 4:15 per kilometre. */
export const exampleGiven = (more: Partial<Session> = {}): Written => ({
  session: exampleSession(more),
  paces: zonePaces({ thresholdPaceSPerKm: 255 }),
})
