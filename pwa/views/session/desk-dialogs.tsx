/** The coach's desk: a draft in its editor, what waits to be published, and notes about the athlete. */
import { useState } from 'preact/hooks'
import { type Day, mondayOf } from '../../../core/model/day.ts'
import { publishWindow } from '../../../core/model/desk.ts'
import type { Session } from '../../../core/model/session.ts'
import { Button } from '../../parts/button.tsx'
import type { CalendarModel } from '../../parts/day-model.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { formatCount, formatDay, formatMoment, formatSpan } from '../../parts/format.ts'
import { plannedOf } from '../../parts/planned.ts'
import { titleOf } from '../../parts/purpose.tsx'
import { SayLine } from '../../parts/say-line.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import { SessionCard } from '../../parts/session-card.tsx'
import type { App, Looking } from '../../state/app.ts'
import { aidsOf } from './aids.ts'
import { attempt } from './attempt.ts'
import { ownOf, pacesOf } from './looking.ts'
import s from './session.module.css'
import { SessionForm } from './session-form.tsx'

type Given = { readonly app: App; readonly looking: Looking; readonly onClose: () => void }

/** An assistant drafts; publishing is a coach's. */
const mayPublish = ({ space }: Looking): boolean => space.myRoles.includes('coach')

/** A draft is edited like a session; it is published by itself, or with its week. */
export const DraftDialog = ({
  app,
  looking,
  model,
  session,
  onClose,
}: Given & { readonly model: CalendarModel; readonly session: Session }) => {
  const publish = async (edited: Session) => {
    if (!(await attempt(app.act.putSession(edited)))) return
    await attempt(app.act.dropDraft(session))
    onClose()
  }
  const keep = async (edited: Session) => {
    if (await attempt(app.act.keepDraft(edited))) onClose()
  }
  const drop = async () => {
    if (await attempt(app.act.dropDraft(session))) onClose()
  }
  return (
    <Dialog open title={`Draft: ${titleOf(session)}`} onClose={onClose}>
      <div class={s.sheet}>
        <p class={s.soft}>Only coaches see this draft. The athlete receives it when it is published.</p>
        <SessionForm
          session={session}
          isNew={false}
          unit={app.preferences.value.distance}
          planned={one => plannedOf(one, model.context.thresholds)}
          aids={aidsOf(app, looking, model)}
          athlete={{ paces: pacesOf(model), own: ownOf(looking) }}
          saveLabel="Keep draft"
          {...(mayPublish(looking) ? { also: { label: 'Publish now', onPress: edited => void publish(edited) } } : {})}
          onSave={edited => void keep(edited)}
          onCancel={onClose}
        />
        <div>
          <Button variant="danger" onClick={() => void drop()}>
            Remove draft
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

type Weeks = '1' | '2' | '4'

const byWeek = (sessions: readonly Session[]): readonly (readonly [Day, readonly Session[]])[] => {
  const weeks = new Map<Day, readonly Session[]>()
  for (const session of sessions) {
    const monday = mondayOf(session.day)
    weeks.set(monday, [...(weeks.get(monday) ?? []), session])
  }
  return [...weeks]
}

/** What waits to be published, by week, and the notes. */
export const DeskDialog = ({
  app,
  looking,
  onClose,
  onOpen,
}: Given & { readonly onOpen: (session: Session) => void }) => {
  const [weeks, setWeeks] = useState<Weeks>('2')
  const { sessions } = looking.desk
  const window = publishWindow(sessions, Number(weeks))
  const inWindow = window === null ? [] : sessions.filter(({ day }) => window.from <= day && day <= window.to)
  const publish = async () => {
    if (window !== null && (await attempt(app.act.publish(window.from, window.to)))) onClose()
  }
  return (
    <Dialog open title="Your desk" onClose={onClose}>
      <div class={s.detail}>
        <p class={s.soft}>Coaches write here. Nothing of it reaches the athlete’s devices until you publish it.</p>
        <section class={s.section}>
          <h3>Drafts</h3>
          {window === null ? (
            <p class={s.soft}>No drafts. “Keep as draft” in a session’s editor puts it here.</p>
          ) : (
            <>
              <div class={s.publish}>
                <Segmented
                  label="Weeks to publish"
                  options={[
                    { value: '1', label: '1 week' },
                    { value: '2', label: '2 weeks' },
                    { value: '4', label: '4 weeks' },
                  ]}
                  value={weeks}
                  onChange={setWeeks}
                />
                {mayPublish(looking) && (
                  <Button variant="primary" onClick={() => void publish()}>
                    Publish {formatCount(inWindow.length, 'session')}
                  </Button>
                )}
              </div>
              <p class={s.soft}>{formatSpan(window.from, window.to)} </p>
              {byWeek(sessions).map(([monday, drafts]) => (
                <div key={monday} class={s.week}>
                  <h4>
                    Week of {formatDay(monday, 'short')}
                    {window.to < monday ? ', stays on the desk' : ''}
                  </h4>
                  {drafts.map(session => (
                    <button key={session.id} type="button" class={s.cardButton} onClick={() => onOpen(session)}>
                      <SessionCard dense draft session={session} unit={app.preferences.value.distance}>
                        <p class={s.when}>{formatDay(session.day)}</p>
                      </SessionCard>
                    </button>
                  ))}
                </div>
              ))}
            </>
          )}
        </section>
        <Notes app={app} looking={looking} />
      </div>
    </Dialog>
  )
}

const Notes = ({ app, looking }: Pick<Given, 'app' | 'looking'>) => {
  const me = app.device.value?.person.id
  const nameOf = (person: string) =>
    person === me ? 'You' : (looking.space.members.find(member => member.person === person)?.name ?? 'Somebody')
  return (
    <section class={s.section}>
      <h3>Notes about this athlete</h3>
      <ul class={s.comments}>
        {looking.desk.notes.map(note => (
          <li key={note.id} class={s.comment}>
            <p class={s.by}>
              {nameOf(note.by)} <span class={s.when}>{formatMoment(note.at)}</span>{' '}
              <Button
                variant="plain"
                small
                aria-label={`Remove the note “${note.words.slice(0, 40)}”`}
                onClick={() => void attempt(app.act.removeDeskNote(note.id))}
              >
                Remove
              </Button>
            </p>
            <p class={s.words}>{note.words}</p>
          </li>
        ))}
      </ul>
      <SayLine label="Write a note only coaches read" word="Note" onSay={said => attempt(app.act.noteOnDesk(said))} />
    </section>
  )
}
