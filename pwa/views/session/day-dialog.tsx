/** A whole day: what is planned, drafted and done on it, what life brought, and what was said. */
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { formatDay } from '../../parts/format.ts'
import { ActivityCard, SessionCard } from '../../parts/session-card.tsx'
import { Comments } from './comments.tsx'
import { Life } from './life-form.tsx'
import { speaksForAthlete } from './looking.ts'
import s from './session.module.css'
import type { Given } from './session-dialogs.tsx'
import { newSession } from './templates.ts'

export const DayDialog = ({ app, looking, model, open, onOpen }: Given<'day'>) => {
  const day = model.on(open.day)
  const isCoach = looking.as === 'coach'
  return (
    <Dialog
      open
      title={formatDay(open.day, 'long')}
      onClose={() => onOpen(null)}
      footer={
        isCoach ? (
          <Button
            variant="primary"
            onClick={() => onOpen({ type: 'edit', session: newSession(app.newId(), open.day), isNew: true })}
          >
            Add session
          </Button>
        ) : undefined
      }
    >
      <div class={s.detail}>
        {day.sessions.length + day.drafts.length + day.extra.length === 0 && <p class={s.soft}>Nothing planned.</p>}
        {day.waiting.length > 0 && <p class={s.notes}>Your coach has something to look at.</p>}
        {day.sessions.map(item => (
          <button
            key={item.visible.session.id}
            type="button"
            class={s.cardButton}
            onClick={() => onOpen({ type: 'session', id: item.visible.session.id })}
          >
            <SessionCard
              session={item.visible.session}
              status={item.status}
              chips={item.chips}
              done={item.activity}
              conflict={item.conflict}
              unit={app.preferences.value.distance}
            />
          </button>
        ))}
        {day.drafts.map(session => (
          <button
            key={session.id}
            type="button"
            class={s.cardButton}
            onClick={() => onOpen({ type: 'draft', session })}
          >
            <SessionCard draft session={session} unit={app.preferences.value.distance} />
          </button>
        ))}
        {day.extra.map(activity => (
          <ActivityCard
            key={activity.id}
            activity={activity}
            unit={app.preferences.value.distance}
            href={`/activity/${activity.id}`}
          />
        ))}
        <Life app={app} day={open.day} life={day.life} mayWrite={speaksForAthlete(looking)} />
        <Comments app={app} looking={looking} day={open.day} session={null} comments={day.comments} />
      </div>
    </Dialog>
  )
}
