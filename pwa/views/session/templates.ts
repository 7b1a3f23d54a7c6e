/** Sessions that most weeks hold, to start from with one press. */
import type { Purpose, Session } from '../../../core/model/session.ts'

export type Template = {
  readonly name: string
  readonly title: string
  readonly purpose: Purpose
  readonly key: boolean
  readonly text: string
}

export const templates: readonly Template[] = [
  { name: 'Easy', title: 'Easy 8 km', purpose: 'easy', key: false, text: '- 8km E' },
  { name: 'Long', title: 'Long run', purpose: 'long', key: true, text: '- 1h30m E' },
  {
    name: 'Intervals',
    title: 'Intervals 6 × 3 min',
    purpose: 'intervals',
    key: true,
    text: 'Warmup\n- 15m E\n\n6x\n- 3m I\n- 2m E\n\nCooldown\n- 10m E',
  },
  {
    name: 'Hills',
    title: 'Hills 8 × 90 s',
    purpose: 'hills',
    key: true,
    text: 'Warmup\n- 15m E\n\n8x\n- uphill, tall 90s RPE 8\n- jog down 2m E\n\nCooldown\n- 10m E',
  },
  {
    name: 'Tempo',
    title: 'Tempo 2 × 15 min',
    purpose: 'tempo',
    key: true,
    text: 'Warmup\n- 15m E\n\n2x\n- 15m T\n- 3m E\n\nCooldown\n- 10m E',
  },
  { name: 'Recovery', title: 'Recovery 30 min', purpose: 'recovery', key: false, text: '- 30m E' },
  { name: 'Rest', title: 'Rest', purpose: 'rest', key: false, text: '' },
]

/** An empty session for a day. */
export const newSession = (id: string, day: Session['day']): Session => ({
  id: id as Session['id'],
  day,
  sport: 'run',
  title: '',
  purpose: 'easy',
  steps: [],
  key: false,
  locked: false,
  notes: '',
  startMinute: null,
})

/**
 * What the coach changed, laid onto what stands in the plan, so that a field nobody touched keeps what others wrote:
 * the coach's new steps and the athlete's move of the day both stand.
 */
export const laidOnto = (written: Session, shown: Session, edited: Session): Session => {
  const changed = Object.entries(edited).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(shown[field as keyof Session]),
  )
  return { ...written, ...(Object.fromEntries(changed) as Partial<Session>) }
}
