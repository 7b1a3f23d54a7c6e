/** What opens over the calendar, the inbox or Today: a session, its editor, the move list, a day, the season. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Day } from '../../../core/model/day.ts'
import type { SessionId } from '../../../core/model/ids.ts'
import type { Session } from '../../../core/model/session.ts'
import { Button } from '../../parts/button.tsx'
import type { CalendarModel } from '../../parts/day-model.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { formatDay } from '../../parts/format.ts'
import { plannedOf } from '../../parts/planned.ts'
import { titleOf } from '../../parts/purpose.tsx'
import { useLoaded } from '../../parts/use-loaded.ts'
import type { App, Looking } from '../../state/app.ts'
import { isCoached } from '../../state/roles.ts'
import { aidsOf } from './aids.ts'
import { whyNotMove } from './ask-move.ts'
import { attempt } from './attempt.ts'
import { DayDialog } from './day-dialog.tsx'
import { DeskDialog, DraftDialog } from './desk-dialogs.tsx'
import { ownOf, pacesOf, speaksForAthlete } from './looking.ts'
import { MoveForm } from './move-form.tsx'
import { SeasonForm } from './season-form.tsx'
import s from './session.module.css'
import { SessionDetail } from './session-detail.tsx'
import { SessionForm } from './session-form.tsx'
import { laidOnto, newSession } from './templates.ts'

/** What is open; one thing at a time. */
export type Open =
  | { readonly type: 'session'; readonly id: SessionId }
  | { readonly type: 'edit'; readonly session: Session; readonly isNew: boolean }
  | { readonly type: 'move'; readonly id: SessionId }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'season'; readonly day: Day }
  | { readonly type: 'draft'; readonly session: Session }
  | { readonly type: 'desk' }
  | { readonly type: 'library'; readonly day: Day }

export type SessionDialogsProps = {
  readonly app: App
  readonly looking: Looking
  readonly model: CalendarModel
  readonly open: Open | null
  readonly onOpen: (open: Open | null) => void
}

export const SessionDialogs = (props: SessionDialogsProps) => {
  const { open } = props
  const isOpen = open !== null
  // Why: what opened it may be a day in the grid; the keyboard goes on from there.
  // Why with the drawing and not a frame later: whoever has gone on to another day by then would be taken back from it.
  useLayoutEffect(() => {
    if (!isOpen) return
    const before = document.activeElement as HTMLElement | null
    const cell = before?.closest<HTMLElement>('[data-day]') ?? before
    return () => {
      if (cell?.isConnected) cell.focus({ preventScroll: true })
    }
  }, [isOpen])
  if (open === null) return null
  const view = {
    session: SessionDialog,
    edit: EditDialog,
    move: MoveDialog,
    day: DayDialog,
    season: SeasonDialog,
    draft: Draft,
    desk: Desk,
    library: Library,
  }
  const Shown = view[open.type] as (given: SessionDialogsProps & { readonly open: Open }) => preact.JSX.Element | null
  return <Shown key={JSON.stringify(open)} {...props} open={open} />
}

export type Given<T extends Open['type']> = SessionDialogsProps & { readonly open: Extract<Open, { type: T }> }

const SessionDialog = ({ app, looking, model, open, onOpen }: Given<'session'>) => {
  const item = model.sessions.get(open.id)
  if (!item) return null
  const { session } = item.visible
  const isCoach = looking.as === 'coach'
  // Why: an assistant reads the plan and drafts; what stands in it is a coach's to write.
  const writes = isCoached(looking.space)
  const close = () => onOpen(null)
  const copy = () =>
    onOpen({ type: 'edit', session: { ...session, id: newSession(app.newId(), session.day).id }, isNew: true })
  const remove = () => void attempt(app.act.removeSession(session.id)).then(went => went && close())
  return (
    <Dialog
      open
      title={titleOf(session)}
      onClose={close}
      footer={
        <div class={s.actions}>
          {writes && item.visible.written !== null && (
            <Button variant="danger" onClick={remove}>
              Delete
            </Button>
          )}
          <span class={s.gap} />
          {isCoach && <Button onClick={copy}>Copy</Button>}
          {(writes || (speaksForAthlete(looking) && session.day >= app.now.value.day)) && (
            <Button onClick={() => onOpen({ type: 'move', id: session.id })}>Move to…</Button>
          )}
          {writes && (
            <Button variant="primary" onClick={() => onOpen({ type: 'edit', session, isNew: false })}>
              Edit
            </Button>
          )}
        </div>
      }
    >
      <SessionDetail
        app={app}
        looking={looking}
        item={item}
        model={model.on(session.day)}
        paces={pacesOf(model)}
        unit={app.preferences.value.distance}
      />
    </Dialog>
  )
}

const EditDialog = ({ app, looking, model, open, onOpen }: Given<'edit'>) => {
  const item = open.isNew ? undefined : model.sessions.get(open.session.id)
  const save = async (edited: Session) => {
    if (item === undefined) {
      if (await attempt(app.act.putSession(edited))) onOpen(null)
      return
    }
    const { written, changes } = item.visible
    if (written !== null) {
      // Why beside what was shown when it opened: what others wrote since then and nobody touched here is theirs.
      if (await attempt(app.act.putSession(laidOnto(written, open.session, edited)))) onOpen(null)
      return
    }
    // Why: a change added this session. The coach's own version takes its place; the added one is taken back.
    const mine = { ...edited, id: newSession(app.newId(), edited.day).id }
    if (!(await attempt(app.act.putSession(mine)))) return
    for (const change of changes) await attempt(app.act.undoChange(change))
    onOpen(null)
  }
  const keep = async (edited: Session) => {
    if (await attempt(app.act.keepDraft(edited))) onOpen(null)
  }
  return (
    <Dialog open title={open.isNew ? 'New session' : 'Edit session'} onClose={() => onOpen(null)}>
      <div class={s.sheet}>
        <SessionForm
          session={open.session}
          isNew={open.isNew && open.session.title === ''}
          unit={app.preferences.value.distance}
          planned={session => plannedOf(session, model.context.thresholds)}
          aids={aidsOf(app, looking, model)}
          athlete={{ paces: pacesOf(model), own: ownOf(looking) }}
          {...(isCoached(looking.space)
            ? { also: { label: 'Keep as draft', onPress: (session: Session) => void keep(session) } }
            : {})}
          now={item?.visible.session}
          saveLabel={!isCoached(looking.space) ? 'Keep as draft' : open.isNew ? 'Add session' : 'Save'}
          onSave={session => void (isCoached(looking.space) ? save(session) : keep(session))}
          onCancel={() => onOpen(null)}
        />
      </div>
    </Dialog>
  )
}

const MoveDialog = ({ app, looking, model, open, onOpen }: Given<'move'>) => {
  const [refused, setRefused] = useState<{ readonly day: Day; readonly why: string } | null>(null)
  const item = model.sessions.get(open.id)
  if (!item) return null
  const { session } = item.visible
  const move = async (day: Day) => {
    const why = looking.as === 'coach' ? null : whyNotMove(looking, app.now.value, item.visible, day)
    if (why !== null) setRefused({ day, why })
    else if (await attempt(app.act.moveSession(item.visible, day))) onOpen(null)
  }
  const askCoach = async (day: Day) => {
    const words = `Could ${titleOf(session)} move from ${formatDay(session.day)} to ${formatDay(day)}?`
    if (await attempt(app.act.comment(session.day, session.id, words))) onOpen(null)
  }
  return (
    <Dialog open title={`Move ${titleOf(session)} to…`} onClose={() => onOpen(null)}>
      {refused !== null && (
        <div class={s.notes} role="status">
          <p class={s.words}>
            Your coach decides about {formatDay(refused.day, 'long')}: {refused.why}.
          </p>
          <Button small onClick={() => void askCoach(refused.day)}>
            Ask your coach
          </Button>
        </div>
      )}
      <MoveForm item={item} on={model.on} weeks={looking.as === 'coach' ? 3 : 1} onMove={day => void move(day)} />
    </Dialog>
  )
}

const Draft = ({ open, onOpen, ...given }: Given<'draft'>) => (
  <DraftDialog {...given} session={open.session} onClose={() => onOpen(null)} />
)

const Desk = ({ onOpen, ...given }: Given<'desk'>) => (
  <DeskDialog {...given} onClose={() => onOpen(null)} onOpen={session => onOpen({ type: 'draft', session })} />
)

const Library = ({ app, open, onOpen }: Given<'library'>) => {
  const loaded = useLoaded(
    () => import('./library-dialog.tsx'),
    true,
    () => app.say('The library could not be loaded. Reload the page to try again.', true),
  )
  return loaded === null ? null : (
    <loaded.LibraryDialog
      app={app}
      day={open.day}
      onUse={session => onOpen({ type: 'edit', session, isNew: true })}
      onClose={() => onOpen(null)}
    />
  )
}

const SeasonDialog = ({ app, looking, open, onOpen }: Given<'season'>) => (
  <Dialog open title="Season" onClose={() => onOpen(null)}>
    <div class={s.sheet}>
      <SeasonForm app={app} looking={looking} day={open.day} />
    </div>
  </Dialog>
)
