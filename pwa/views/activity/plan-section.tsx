/** The planned session an activity counts for, and the athlete's own word where the match is wrong. */
import type { Activity } from '../../../core/model/activity.ts'
import { daysBetween } from '../../../core/model/day.ts'
import type { SessionId } from '../../../core/model/ids.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import type { CalendarModel, DaySession } from '../../parts/day-model.ts'
import { type DistanceUnit, formatDay } from '../../parts/format.ts'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from '../session/attempt.ts'
import { speaksForAthlete } from '../session/looking.ts'
import s from './activity.module.css'
import { sayAgainstPlan } from './sentence.ts'

/** How far away a session may be that somebody says it was. */
const nearDays = 3

export const sessionOf = (model: CalendarModel, activity: Activity): DaySession | undefined =>
  [...model.sessions.values()].find(item => item.activity?.id === activity.id)

const candidatesFor = (model: CalendarModel, activity: Activity): readonly DaySession[] =>
  [...model.sessions.values()].filter(
    ({ visible: { session, replacedBy } }) =>
      replacedBy === null && session.purpose !== 'rest' && Math.abs(daysBetween(session.day, activity.day)) <= nearDays,
  )

type PlanProps = {
  readonly app: App
  readonly looking: Looking
  readonly model: CalendarModel
  readonly activity: Activity
  readonly unit: DistanceUnit
}

export const PlanSection = ({ app, looking, model, activity, unit }: PlanProps) => {
  const item = sessionOf(model, activity)
  const candidates = candidatesFor(model, activity)
  const { outcomes } = looking.content
  const leave = async () => {
    const said = outcomes.find(one => one.activity === activity.id)
    if (said) await attempt(app.act.takeBackOutcome(said.session))
    await attempt(app.act.setOffPlan(activity.id, true))
  }
  const choose = async (id: SessionId) => {
    if (activity.offPlan) await attempt(app.act.setOffPlan(activity.id, false))
    // Why: what the athlete said of this run goes with it to the session it was.
    const said = outcomes.find(one => one.activity === activity.id)
    if (said && said.session !== id) await attempt(app.act.takeBackOutcome(said.session))
    const there = outcomes.find(one => one.session === id)
    await attempt(
      app.act.sayOutcome({
        session: id,
        said: 'done',
        activity: activity.id,
        rpe: there?.rpe ?? said?.rpe ?? null,
        comment: there?.comment || said?.comment || '',
        at: app.now.value.at,
      }),
    )
  }
  return (
    <div class={s.plan}>
      <p>
        {item
          ? sayAgainstPlan(activity, item.visible.session, item.planned, item.status, unit)
          : activity.offPlan
            ? 'Not on the plan, as the athlete said.'
            : 'Not matched to a planned session.'}
      </p>
      {speaksForAthlete(looking) && candidates.length > 0 && (
        <label class={s.match}>
          <span>It was</span>
          <select
            value={item?.visible.session.id ?? ''}
            onChange={event => {
              const id = event.currentTarget.value
              void (id === '' ? leave() : choose(id as SessionId))
            }}
          >
            <option value="">not on the plan</option>
            {candidates.map(({ visible: { session } }) => (
              <option key={session.id} value={session.id}>
                {session.title || purposeWord[session.purpose]}, {formatDay(session.day)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
