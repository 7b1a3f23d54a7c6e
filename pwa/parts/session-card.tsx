/** One session, planned and done side by side; the same card in the calendar, in Today and on a log site. */
import type { ComponentChildren } from 'preact'
import type { Activity } from '../../core/model/activity.ts'
import type { Session } from '../../core/model/session.ts'
import { describeSteps } from '../../core/workout/text.ts'
import { purposeWord } from '../../core/workout/words.ts'
import { nameOf } from './activity-words.ts'
import { type DistanceUnit, formatClock, formatDistance, formatDuration, formatPaceOf } from './format.ts'
import { Icon } from './icon.tsx'
import { PurposeSign, PurposeTag, titleOf, toneOf } from './purpose.tsx'
import s from './session-card.module.css'
import type { Chip, Status } from './session-status.ts'
import { Chips, StatusWord } from './status.tsx'

/** What was done, in one line: distance, time, pace, heart rate; only what is known. */
export const describeActivity = (activity: Activity, unit: DistanceUnit): string =>
  [
    activity.distanceM === null ? null : formatDistance(activity.distanceM, unit),
    formatDuration(activity.durationS),
    activity.sport === 'run' ? formatPaceOf(activity.distanceM, activity.durationS, unit) : null,
    activity.meanHr === null ? null : `${activity.meanHr} bpm`,
  ]
    .filter(part => part !== null)
    .join(' · ')

type SessionCardProps = {
  readonly session: Session
  readonly status?: Status
  readonly chips?: readonly Chip[]
  readonly done?: Activity | null
  readonly unit?: DistanceUnit
  /** A problem with where or how it is planned; drawn as an outline with its sentence. */
  readonly conflict?: string | null
  /** `dense` for a calendar cell. */
  readonly dense?: boolean
  /** On the coaches' desk: nobody else has it. */
  readonly draft?: boolean
  readonly children?: ComponentChildren
}

export const SessionCard = ({
  session,
  status,
  chips = [],
  done = null,
  unit = 'km',
  conflict = null,
  dense = false,
  draft = false,
  children,
}: SessionCardProps) => (
  <div
    class={`${s.card} ${dense ? s.dense : ''} ${s[toneOf(session.purpose)]} ${draft ? s.draft : ''} ${conflict ? s.conflict : ''} ${status === 'missed' || status === 'excused' ? s.past : ''}`}
    {...(draft ? { 'data-draft': session.id } : { 'data-session': session.id })}
  >
    <div class={s.head}>
      {dense ? (
        <span class={s.sign}>
          <PurposeSign purpose={session.purpose} />
          <span class={s.purposeWord}>{purposeWord[session.purpose]}</span>
        </span>
      ) : (
        <PurposeTag purpose={session.purpose} />
      )}
      <span class={s.marks}>
        {session.startMinute !== null && <span class={s.clock}>{formatClock(session.startMinute)}</span>}
        {session.key && !dense && <span class={s.key}>key</span>}
        {draft && <span class={s.draftWord}>draft</span>}
        {session.locked && <Icon name="lock" label="locked" />}
      </span>
    </div>
    <p class={s.title}>
      {titleOf(session)} {session.key && dense && <span class={s.key}>key</span>}
    </p>
    {session.steps.length > 0 && <p class={s.steps}>{describeSteps(session.steps)}</p>}
    {done && (
      <p class={s.done}>
        <Icon name={done.sport === 'run' ? 'run' : 'check'} /> <span>{describeActivity(done, unit)}</span>
      </p>
    )}
    {status !== undefined && status !== 'planned' && <StatusWord status={status} />}
    <Chips chips={chips} />
    {conflict && (
      <p class={s.conflictWords}>
        <Icon name="warning" /> <span>{conflict.charAt(0).toUpperCase() + conflict.slice(1)}</span>
      </p>
    )}
    {children}
  </div>
)

/** Something done that nobody had planned. */
export const ActivityCard = ({
  activity,
  unit = 'km',
  href,
}: {
  readonly activity: Activity
  readonly unit?: DistanceUnit
  /** Where all of it is shown. */
  readonly href?: string
}) => (
  <div class={`${s.card} ${s.dense} ${s.extra}`}>
    <p class={s.title}>{href ? <a href={href}>{nameOf(activity)}</a> : nameOf(activity)}</p>
    <p class={s.done}>
      <Icon name={activity.sport === 'run' ? 'run' : 'check'} /> <span>{describeActivity(activity, unit)}</span>
    </p>
  </div>
)
