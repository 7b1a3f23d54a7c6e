/** The pieces of an athlete's day: today's session in full, what changed lately, tomorrow in a line. */

import type { StandingChange } from '../../../core/model/plan.ts'
import type { ZonePaces } from '../../../core/workout/cues.ts'
import { describeSteps } from '../../../core/workout/text.ts'
import { purposeSentence, purposeWord, warmUp } from '../../../core/workout/words.ts'
import { Button } from '../../parts/button.tsx'
import type { CalendarModel, DayModel, DaySession } from '../../parts/day-model.ts'
import { type DistanceUnit, formatClock, formatMoment } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { PurposeSign, PurposeTag, toneOf } from '../../parts/purpose.tsx'
import { Reason, speakerOf } from '../../parts/reason.tsx'
import { describeActivity } from '../../parts/session-card.tsx'
import { Chips, StatusWord } from '../../parts/status.tsx'
import { Steps } from '../../parts/steps.tsx'
import { sayPlanned } from '../../parts/steps-editor.tsx'
import { WorkoutProfile } from '../../parts/workout-profile.tsx'
import type { App, Looking } from '../../state/app.ts'
import { t } from '../../state/language.ts'
import { attempt } from './attempt.ts'
import { sayWithWords } from './changes.tsx'
import { ownOf } from './looking.ts'
import { OutcomeForm } from './outcome-form.tsx'
import s from './today.module.css'

type TodaySessionProps = {
  readonly app: App
  readonly looking: Looking
  readonly item: DaySession
  readonly paces: ZonePaces | null
  readonly unit: DistanceUnit
  readonly mayWrite: boolean
  readonly onOpen: () => void
}

export const TodaySession = ({ app, looking, item, paces, unit, mayWrite, onOpen }: TodaySessionProps) => {
  const { session } = item.visible
  const said = looking.content.outcomes.findLast(outcome => outcome.session === session.id) ?? null
  const warm = warmUp(session)
  return (
    <article class={`${s.session} ${s[toneOf(session.purpose)]}`} data-session={session.id}>
      <div class={s.facts}>
        <PurposeTag purpose={session.purpose} />
        {session.startMinute !== null && <span>{formatClock(session.startMinute)}</span>}
        {session.key && <span>{t('key session')}</span>}
        {item.status !== 'planned' && <StatusWord status={item.status} />}
      </div>
      <h2 class={s.title}>{session.title || purposeWord[session.purpose]}</h2>
      <p class={s.purpose}>{purposeSentence[session.purpose]}</p>
      <Chips chips={item.chips} />
      {session.steps.length > 0 && (
        <div class={s.workout}>
          <WorkoutProfile steps={session.steps} tall />
          <p class={s.figures}>{sayPlanned(item.planned, unit)}</p>
          <Steps steps={session.steps} paces={paces} own={ownOf(looking)} unit={unit} />
        </div>
      )}
      {warm !== null && (
        <p class={s.hint}>
          <span class={s.hintName}>{t('Warm-up')}</span> {warm}
        </p>
      )}
      {session.notes !== '' && (
        <p class={s.hint}>
          <span class={s.hintName}>{t('Coach')}</span> {session.notes}
        </p>
      )}
      {item.activity && (
        <p class={s.done}>
          <Icon name="run" /> <a href={`/activity/${item.activity.id}`}>{describeActivity(item.activity, unit)}</a>
        </p>
      )}
      {mayWrite && session.purpose !== 'rest' && (
        <OutcomeForm app={app} item={item} said={said} question={t('After the run')} />
      )}
      <Button variant="plain" small onClick={onOpen}>
        {t('More: comments, move, history')}
      </Button>
    </article>
  )
}

type Lately = { readonly change: StandingChange; readonly title: string }

/** Changes that stand on sessions from today on and were made since yesterday began. */
export const lately = (
  looking: Looking,
  now: { readonly day: string; readonly minute: number; readonly at: number },
): readonly Lately[] => {
  const since = now.at - now.minute - 1440
  return looking.advice.plan.sessions
    .filter(({ session }) => session.day >= now.day)
    .flatMap(({ session, changes }) => changes.map(change => ({ change, title: session.title })))
    .filter(({ change }) => change.at >= since)
    .toSorted((a, b) => b.change.at - a.change.at)
}

type ChangedProps = { readonly app: App; readonly looking: Looking; readonly mayWrite: boolean }

/** What changed since yesterday, why and by whom, with undo where the athlete may. */
export const Changed = ({ app, looking, mayWrite }: ChangedProps) => {
  const changes = lately(looking, app.now.value)
  if (changes.length === 0) return null
  return (
    <section class={s.panel}>
      <h2>{t('Changed since yesterday')}</h2>
      <ul class={s.list}>
        {changes.map(({ change, title }) => {
          const speaker = speakerOf(change)
          return (
            <li key={change.id} class={s.change}>
              <Reason
                speaker={speaker}
                says={`${title}: ${sayWithWords(change)}`}
                {...(speaker === 'athlete' && looking.as === 'athlete' ? { name: t('You') } : {})}
              />
              <span class={s.row}>
                <span class={s.when}>{formatMoment(change.at)}</span>
                {mayWrite && change.type !== 'approved' && (
                  <Button small onClick={() => void attempt(app.act.undoChange(change))}>
                    <Icon name="undo" /> {t('Undo')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Tomorrow in one line. */
export const Tomorrow = ({ day, onOpen }: { readonly day: DayModel; readonly onOpen: () => void }) => {
  const sessions = day.sessions.filter(item => item.visible.replacedBy === null)
  return (
    <section class={s.panel}>
      <h2>{t('Tomorrow')}</h2>
      {sessions.length === 0 ? (
        <p class={s.soft}>{t('Nothing planned.')}</p>
      ) : (
        sessions.map(({ visible: { session } }) => (
          <button key={session.id} type="button" class={s.tomorrow} onClick={onOpen}>
            <PurposeSign purpose={session.purpose} />
            <span>
              <strong>{session.title || purposeWord[session.purpose]}</strong>
              <span class={s.soft}> {describeSteps(session.steps)}</span>
            </span>
          </button>
        ))
      )}
    </section>
  )
}

/** Sessions of yesterday that nobody has spoken for. */
export const openQuestions = (model: CalendarModel, yesterday: DayModel['day']): readonly DaySession[] =>
  model.on(yesterday).sessions.filter(item => item.status === 'unknown' && item.visible.session.purpose !== 'rest')
