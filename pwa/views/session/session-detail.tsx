/** One session opened: what it is for, its steps, how it came to be so, how it went, and what was said about it. */
import type { ZonePaces } from '../../../core/workout/cues.ts'
import { purposeSentence } from '../../../core/workout/words.ts'
import type { DayModel, DaySession } from '../../parts/day-model.ts'
import { type DistanceUnit, formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { PurposeTag } from '../../parts/purpose.tsx'
import { describeActivity } from '../../parts/session-card.tsx'
import { Chips, StatusWord } from '../../parts/status.tsx'
import { Steps } from '../../parts/steps.tsx'
import { sayPlanned } from '../../parts/steps-editor.tsx'
import { addressOfWhy } from '../../parts/why-address.ts'
import { WorkoutProfile } from '../../parts/workout-profile.tsx'
import type { App, Looking } from '../../state/app.ts'
import { Changes } from './changes.tsx'
import { Comments } from './comments.tsx'
import { ownOf, speaksForAthlete } from './looking.ts'
import { OutcomeForm } from './outcome-form.tsx'
import s from './session.module.css'
import { TakeAway } from './take-away.tsx'

type SessionDetailProps = {
  readonly app: App
  readonly looking: Looking
  readonly item: DaySession
  readonly model: DayModel
  readonly paces: ZonePaces | null
  readonly unit: DistanceUnit
}

export const SessionDetail = ({ app, looking, item, model, paces, unit }: SessionDetailProps) => {
  const { session } = item.visible
  const said = looking.content.outcomes.findLast(outcome => outcome.session === session.id) ?? null
  const isBehind = session.day <= app.now.value.day
  return (
    <div class={s.detail}>
      <div class={s.facts}>
        <PurposeTag purpose={session.purpose} />
        <span class={s.soft}>{formatDay(session.day, 'long')}</span>
        {item.status !== 'planned' && <StatusWord status={item.status} />}
        {session.key && <span class={s.soft}>key session</span>}
        {session.locked && (
          <span class={s.soft}>
            <Icon name="lock" /> locked
          </span>
        )}
      </div>
      <Chips chips={item.chips} />
      {item.isProposed && (
        <p class={s.purpose}>
          <a href="/inbox">See what is proposed and why</a>
        </p>
      )}
      {looking.as === 'coach' && (
        <p class={s.purpose}>
          <a href={addressOfWhy(isBehind ? session.day : app.now.value.day, session.id)}>Why is it so?</a>
        </p>
      )}
      {item.conflict && (
        <p class={s.conflict}>
          <Icon name="warning" /> <span>{item.conflict}</span>
        </p>
      )}
      <p class={s.purpose}>{purposeSentence[session.purpose]}</p>
      {session.steps.length > 0 && (
        <section class={s.workout} aria-label="Steps">
          <WorkoutProfile steps={session.steps} tall />
          <p class={s.figures}>{sayPlanned(item.planned, unit)}</p>
          <Steps steps={session.steps} paces={paces} own={ownOf(looking)} unit={unit} />
          <TakeAway app={app} session={session} paces={paces} own={ownOf(looking)} />
        </section>
      )}
      {session.notes !== '' && (
        <p class={s.notes}>
          <span class={s.speaker}>
            <Icon name="coach" /> Coach
          </span>{' '}
          {session.notes}
        </p>
      )}
      {item.activity && (
        <p class={s.activity}>
          <Icon name="run" /> <a href={`/activity/${item.activity.id}`}>{describeActivity(item.activity, unit)}</a>
        </p>
      )}
      {isBehind && session.purpose !== 'rest' && speaksForAthlete(looking) && (
        <OutcomeForm app={app} item={item} said={said} />
      )}
      {said !== null && !speaksForAthlete(looking) && (
        <p class={s.notes}>
          <span class={s.speaker}>
            <Icon name="athlete" /> Athlete
          </span>{' '}
          {said.said === 'done' ? 'Done' : 'Not done'}
          {said.rpe === null ? '' : `, effort ${said.rpe} of 10`}
          {said.comment === '' ? '.' : `: “${said.comment}”`}
        </p>
      )}
      <Changes app={app} looking={looking} item={item} />
      <Comments app={app} looking={looking} day={session.day} session={session.id} comments={model.comments} />
    </div>
  )
}
