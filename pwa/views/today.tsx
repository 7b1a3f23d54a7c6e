/** The athlete's day: today's session, how they are, what changed and why, and how it went. */

import { useRef, useState } from 'preact/hooks'
import { type CheckIn, emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day, daysBetween, mondayOf, weekFrom } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { oneNudge } from '../../core/reports/basis/nudge.ts'
import { Button } from '../parts/button.tsx'
import { CheckInForm } from '../parts/check-in.tsx'
import { formatDay } from '../parts/format.ts'
import { titleOf } from '../parts/purpose.tsx'
import { ActivityCard } from '../parts/session-card.tsx'
import { WeekStrip } from '../parts/week-strip.tsx'
import type { App, Looking, View } from '../state/app.ts'
import { t } from '../state/language.ts'
import { useMissing } from './intake-known.ts'
import { attempt } from './session/attempt.ts'
import { sayCheckIn } from './session/check-in-words.ts'
import { hurtBefore } from './session/hurt-before.ts'
import { IntakeCard, isUntold } from './session/intake-card.tsx'
import { Life } from './session/life-form.tsx'
import { pacesOf, speaksForAthlete, useCalendar } from './session/looking.ts'
import { Messages, messagesFor } from './session/messages.tsx'
import { maySpeak, Nudge } from './session/nudge.tsx'
import { OutcomeForm } from './session/outcome-form.tsx'
import { RaceWeek } from './session/race-week.tsx'
import { type Open, SessionDialogs } from './session/session-dialogs.tsx'
import { Changed, openQuestions, TodaySession, Tomorrow } from './session/today-parts.tsx'
import s from './today.module.css'
import { ReviewCard } from './week/review-card.tsx'

/** What the coach said of a week stands on the day's screen for a week. */
const reviewMinutes = 7 * 1440

const Today = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const model = useCalendar(app, looking)
  const [open, setOpen] = useState<Open | null>(null)
  const today = app.now.value.day
  const unit = app.preferences.value.distance
  const mayWrite = speaksForAthlete(looking)
  const day = model.on(today)
  const yesterday = addDays(today, -1)
  // Why kept: once answered, the question stays until the screen is left, for effort and a line about it.
  const asked = useRef(new Set<SessionId>())
  for (const item of mayWrite ? openQuestions(model, yesterday) : []) asked.current.add(item.visible.session.id)
  const questions = model.on(yesterday).sessions.filter(item => asked.current.has(item.visible.session.id))
  const sessions = day.sessions.filter(item => item.visible.replacedBy === null)
  const replaced = day.sessions.filter(item => item.visible.replacedBy !== null)
  const said = messagesFor(looking.advice.messages, looking.selfCoached ? 'both' : looking.as).filter(
    message => message.kind !== 'summary' && message.day >= yesterday,
  )
  const { nudge: next, others: messages } = oneNudge(said)
  // Why: yesterday's open question is asked below with its answers; nothing else is asked beside it.
  const isAsking = openQuestions(model, yesterday).length > 0
  const nudge = mayWrite && !isAsking && maySpeak(app) ? next : null
  const race = looking.advice.plan.races.filter(one => one.day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
  const unwritten = looking.advice.plan.sessions.length === 0
  const missing = useMissing(app, looking)
  const isNew = mayWrite && isUntold(missing)
  const review = looking.plan.reviews?.findLast(({ at }) => app.now.value.at - at < reviewMinutes)
  const openDay = (on: Day) => setOpen({ type: 'day', day: on })
  return (
    <div class={s.today}>
      <header class={s.head}>
        <div>
          <h1>{formatDay(today, 'long')}</h1>
          <p class={s.sub}>
            {mayWrite ? '' : `${t('{name}’s day.', { name: looking.content.profile.name || t('The athlete') })} `}
            {race && (
              <a href={`/race/${race.id}`}>
                {race.day === today
                  ? t('{race} is today.', { race: race.name })
                  : race.day === addDays(today, 1)
                    ? t('{race} is tomorrow.', { race: race.name })
                    : t('{race} in {days} days.', { race: race.name, days: daysBetween(today, race.day) })}
              </a>
            )}
          </p>
        </div>
        <WeekStrip days={weekFrom(mondayOf(today)).map(model.on)} unit={unit} onOpen={openDay} />
      </header>
      <div class={s.columns}>
        <div class={s.main}>
          {isNew && <IntakeCard missing={missing} />}
          <Messages messages={mayWrite ? messages : []} />
          {nudge !== null && <Nudge app={app} nudge={nudge} />}
          <RaceWeek looking={looking} today={today} />
          {review && <ReviewCard app={app} looking={looking} review={review} mayAnswer={mayWrite} />}
          {(looking.plan.reviews?.length ?? 0) > 0 && (
            <a href="/week">{review ? t('All weeks') : t('What was said of your weeks')}</a>
          )}
          {questions.map(item => (
            <section key={item.visible.session.id} class={s.panel}>
              <OutcomeForm
                app={app}
                item={item}
                said={looking.content.outcomes.findLast(one => one.session === item.visible.session.id) ?? null}
                question={t('Did yesterday’s {session} happen?', { session: titleOf(item.visible.session) })}
              />
            </section>
          ))}
          {sessions.map(item => (
            <TodaySession
              key={item.visible.session.id}
              app={app}
              looking={looking}
              item={item}
              paces={pacesOf(model)}
              unit={unit}
              mayWrite={mayWrite}
              onOpen={() => setOpen({ type: 'session', id: item.visible.session.id })}
            />
          ))}
          {sessions.length === 0 && (
            <section class={s.panel}>
              <h2>{replaced.length > 0 ? t('Nothing more today') : t('Nothing planned today')}</h2>
              <p class={s.soft}>
                {replaced.map(({ visible: { session, replacedBy } }) => {
                  const instead = replacedBy && model.sessions.get(replacedBy)?.visible.session
                  return instead
                    ? `${t('{session} gave its place to {other} on {day}.', { session: titleOf(session), other: titleOf(instead), day: formatDay(instead.day, 'long') })} `
                    : ''
                })}
                {unwritten && `${t('No session is written yet.')} `}
                {unwritten && looking.space.myRoles.includes('coach') && (
                  <a href="/calendar">{t('Write the first one in the calendar')}</a>
                )}
                {unwritten
                  ? null
                  : mayWrite
                    ? t(
                        'Rest is part of it. If you ran anyway, its file from the watch stands here once you import it.',
                      )
                    : t('A free day. What they run anyway stands here once its file is imported.')}
              </p>
            </section>
          )}
          {day.extra.map(activity => (
            <ActivityCard key={activity.id} activity={activity} unit={unit} href={`/activity/${activity.id}`} />
          ))}
          <Changed app={app} looking={looking} mayWrite={mayWrite} />
        </div>
        <div class={s.side}>
          <Tomorrow day={model.on(addDays(today, 1))} onOpen={() => openDay(addDays(today, 1))} />
          <CheckInPanel app={app} looking={looking} day={today} mayWrite={mayWrite} />
          <section class={s.panel}>
            <Life app={app} day={today} life={day.life} mayWrite={mayWrite} />
          </section>
          {mayWrite && !isNew && <IntakeCard missing={missing} />}
        </div>
      </div>
      <SessionDialogs app={app} looking={looking} model={model} open={open} onOpen={setOpen} />
    </div>
  )
}

type CheckInPanelProps = {
  readonly app: App
  readonly looking: Looking
  readonly day: Day
  readonly mayWrite: boolean
}

const CheckInPanel = ({ app, looking, day, mayWrite }: CheckInPanelProps) => {
  const said = looking.content.checkIns.findLast(checkIn => checkIn.day === day) ?? null
  const [isOpen, setIsOpen] = useState(said === null)
  const words = said === null ? '' : sayCheckIn(said)
  const save = (checkIn: CheckIn) => void attempt(app.act.saveCheckIn(checkIn))
  return (
    <section class={s.panel}>
      <div class={s.bar}>
        <h2>{mayWrite ? t('How are you today?') : t('Check-in')}</h2>
        {mayWrite && said !== null && (
          <Button small variant="plain" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? t('Done') : t('Change')}
          </Button>
        )}
      </div>
      {words !== '' && <p class={s.soft}>{words}</p>}
      {words === '' && !mayWrite && <p class={s.soft}>{t('Nothing said today.')}</p>}
      {mayWrite && isOpen && (
        <CheckInForm
          checkIn={said ?? emptyCheckIn(day)}
          hurtBefore={hurtBefore(looking.content, day)}
          onChange={save}
        />
      )}
      {mayWrite && isOpen && <p class={s.small}>{t('Everything is optional, and kept as you tap.')}</p>}
    </section>
  )
}

const TodayView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  return looking === null ? null : <Today key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'today',
  path: '/today',
  title: 'Today',
  icon: 'today',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: TodayView,
}
