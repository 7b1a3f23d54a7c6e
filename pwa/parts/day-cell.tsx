/** One day in the calendar: its date, what is planned, what was done, and who is looking at it. */
import type { JSX } from 'preact'
import type { SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { describeSteps } from '../../core/workout/text.ts'
import s from './day-cell.module.css'
import type { DayModel, DaySession } from './day-model.ts'
import { type DistanceUnit, formatCount, formatDay } from './format.ts'
import { Icon } from './icon.tsx'
import { lifeWord } from './life-words.ts'
import { PurposeSign, titleOf, toneOf } from './purpose.tsx'
import { ActivityCard, describeActivity, SessionCard } from './session-card.tsx'
import { statusLook } from './session-status.ts'

const sayComments = ({ comments, newComments }: DayModel): string =>
  `${formatCount(comments.length, 'comment')}${newComments > 0 ? `, ${newComments} new` : ''}`

/** The whole day in one sentence, for a screen reader on the cell. */
export const sayDay = (model: DayModel, unit: DistanceUnit): string => {
  const sessions = model.sessions.map(
    item =>
      `${titleOf(item.visible.session)}, ${statusLook[item.status].word.toLowerCase()}${item.activity ? `, ${describeActivity(item.activity, unit)}` : ''}${item.isProposed ? ', change proposed' : ''}${item.conflict ? `, ${item.conflict}` : ''}`,
  )
  const parts = [
    ...model.races.map(race => `race: ${race.name}`),
    ...model.life.map(event => lifeWord[event.kind]),
    ...sessions,
    ...model.drafts.map(session => `draft, only coaches see it: ${titleOf(session)}`),
    ...model.extra.map(activity => `${activity.name ?? activity.sport}, ${describeActivity(activity, unit)}`),
    ...(model.waiting.length > 0 ? ['your coach has something to look at'] : []),
    ...(model.comments.length > 0 ? [sayComments(model)] : []),
    ...model.here.map(name => `${name} is here`),
  ]
  return `${formatDay(model.day, 'long')}${model.isToday ? ', today' : ''}: ${parts.length > 0 ? parts.join('; ') : 'nothing planned'}`
}

type DayCellProps = {
  readonly model: DayModel
  readonly unit: DistanceUnit
  /** `line`: a title each, for the month; `card`: the whole card, for the week. */
  readonly size: 'line' | 'card'
  readonly canDrag: boolean
  readonly onOpen: (session: SessionId) => void
  readonly onOpenDraft: (session: Session) => void
  readonly onDrag: (session: SessionId | null) => void
  readonly picked: ReadonlySet<string>
  readonly onPick: (session: string) => void
}

/** A press with a key held picks; without one it opens. */
const isPick = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey

export const DayCell = ({ model, unit, size, canDrag, onOpen, onOpenDraft, onDrag, picked, onPick }: DayCellProps) => (
  <>
    <div class={`${s.head} ${size === 'line' ? s.narrow : s.stacked}`}>
      <span class={model.isToday ? s.todayNumber : s.number}>
        <span class={s.weekday}>{formatDay(model.day, 'weekday')} </span>
        <span class={s.whole}>{formatDay(model.day, 'short')}</span>
        <span class={s.only}>{Number(model.day.slice(8))}</span>
      </span>
      <span class={s.marks}>
        {model.comments.length > 0 && (
          <span class={`${s.comments} ${model.newComments > 0 ? s.news : ''}`}>{sayComments(model)}</span>
        )}
        {model.here.map(name => (
          <span key={name} class={s.here} title={`${name} is here`}>
            {name.slice(0, 1).toUpperCase()}
          </span>
        ))}
      </span>
    </div>
    {model.races.map(race => (
      <p key={race.id} class={`${s.race} ${size === 'line' ? s.narrow : ''}`}>
        <PurposeSign purpose="race" /> <span>{race.name}</span>
      </p>
    ))}
    {model.life.map(event => (
      <p key={event.id} class={`${s.life} ${size === 'line' ? s.narrow : ''}`}>
        <Icon name="heart" /> <span>{lifeWord[event.kind]}</span>
      </p>
    ))}
    {model.sessions.map(item => (
      <Draggable
        key={item.visible.session.id}
        item={item}
        canDrag={canDrag}
        onOpen={onOpen}
        onDrag={onDrag}
        isPicked={picked.has(item.visible.session.id)}
        onPick={onPick}
      >
        {size === 'card' ? (
          <SessionCard
            dense
            session={item.visible.session}
            status={item.status}
            chips={item.chips}
            done={item.activity}
            unit={unit}
            conflict={item.conflict}
          />
        ) : (
          <SessionLine item={item} />
        )}
      </Draggable>
    ))}
    {model.drafts.map(session => (
      <button
        key={session.id}
        type="button"
        tabIndex={-1}
        class={`${s.session} ${picked.has(session.id) ? s.picked : ''}`}
        aria-label={`Draft: ${titleOf(session)}${picked.has(session.id) ? ', picked' : ''}`}
        onClick={event => {
          event.stopPropagation()
          if (isPick(event)) onPick(session.id)
          else onOpenDraft(session)
        }}
      >
        {size === 'card' ? (
          <SessionCard dense draft session={session} unit={unit} />
        ) : (
          <span class={`${s.line} ${s.draft}`}>
            <PurposeSign purpose={session.purpose} />
            <span class={s.words}>{titleOf(session)}</span>
            <Icon name="lock" label="draft, only coaches see it" />
          </span>
        )}
      </button>
    ))}
    {model.extra.map(activity =>
      size === 'card' ? (
        <ActivityCard key={activity.id} activity={activity} unit={unit} />
      ) : (
        <span key={activity.id} class={`${s.line} ${s.extra}`}>
          <Icon name={activity.sport === 'run' ? 'run' : 'check'} />
          <span class={s.words}>{describeActivity(activity, unit)}</span>
        </span>
      ),
    )}
    {model.waiting.length > 0 && (
      <p class={`${s.waiting} ${size === 'line' ? s.narrow : ''}`}>
        <Icon name="coach" /> <span>Your coach has something to look at</span>
      </p>
    )}
  </>
)

const SessionLine = ({ item }: { readonly item: DaySession }) => (
  <span class={`${s.line} ${s[toneOf(item.visible.session.purpose)]} ${item.conflict ? s.conflict : ''}`}>
    <PurposeSign purpose={item.visible.session.purpose} />
    <span class={s.words}>{titleOf(item.visible.session)}</span>
    {item.status !== 'planned' && <Icon name={statusLook[item.status].icon} label={statusLook[item.status].word} />}
    {item.isProposed && <Icon name="question" label="change proposed" />}
    {item.conflict && !item.isProposed && <Icon name="warning" label={item.conflict} />}
  </span>
)

type DraggableProps = Pick<DayCellProps, 'canDrag' | 'onOpen' | 'onDrag' | 'onPick'> & {
  readonly item: DaySession
  readonly isPicked: boolean
  readonly children: JSX.Element
}

// Why: not a tab stop of its own. The cell is (Enter opens, M moves); a press or a drag is the mouse's way.
const Draggable = ({ item, canDrag, onOpen, onDrag, isPicked, onPick, children }: DraggableProps) => (
  <button
    type="button"
    tabIndex={-1}
    class={`${s.session} ${isPicked ? s.picked : ''}`}
    draggable={canDrag}
    aria-label={`${titleOf(item.visible.session)}: ${describeSteps(item.visible.session.steps) || 'no steps'}${isPicked ? ', picked' : ''}`}
    onDragStart={event => {
      event.dataTransfer?.setData('text/plain', item.visible.session.id)
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
      onDrag(item.visible.session.id)
    }}
    onDragEnd={() => onDrag(null)}
    onClick={event => {
      event.stopPropagation()
      if (isPick(event)) onPick(item.visible.session.id)
      else onOpen(item.visible.session.id)
    }}
  >
    {children}
  </button>
)
