/** A change before and after, visible without opening anything: the day, what is asked, the steps. */
import type { Session } from '../../core/model/session.ts'
import { describeSteps } from '../../core/workout/text.ts'
import s from './diff.module.css'
import { formatDay } from './format.ts'
import { PurposeTag } from './purpose.tsx'
import { WorkoutProfile } from './workout-profile.tsx'

const Side = ({
  label,
  session,
  other,
}: {
  readonly label: string
  readonly session: Session
  readonly other: Session
}) => {
  const changed = (field: keyof Session) =>
    JSON.stringify(session[field]) === JSON.stringify(other[field]) ? undefined : s.changed
  return (
    <div class={s.side}>
      <p class={s.label}>{label}</p>
      <p class={s.day}>
        <span class={changed('day')}>{formatDay(session.day)}</span>
      </p>
      <p class={s.title}>
        <span class={changed('title')}>{session.title}</span>
      </p>
      <PurposeTag purpose={session.purpose} />
      <p class={s.steps}>
        <span class={changed('steps')}>{describeSteps(session.steps) || 'No steps'}</span>
      </p>
      <WorkoutProfile steps={session.steps} beside={other.steps} />
    </div>
  )
}

type DiffProps = {
  readonly before: Session
  readonly after: Session
  /** A new session that takes the place of the one before, which keeps its day. */
  readonly replaces?: boolean
}

export const Diff = ({ before, after, replaces = false }: DiffProps) => (
  <div class={`${s.diff} ${replaces ? s.replaces : ''}`}>
    <Side label={replaces ? 'Planned' : 'Before'} session={before} other={after} />
    <span class={s.arrow} aria-hidden="true">
      →
    </span>
    <Side label={replaces ? 'Takes its place' : 'After'} session={after} other={before} />
  </div>
)
