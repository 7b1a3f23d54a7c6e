/** What somebody else wrote into a session while it stands open in the editor: said at once, and one press takes it over. */
import type { Session } from '../../../core/model/session.ts'
import { describeSteps } from '../../../core/workout/text.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import { sportWord } from '../../parts/activity-words.ts'
import { Button } from '../../parts/button.tsx'
import { formatClock, formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import s from './session.module.css'

type Field = Exclude<keyof Session, 'id'>

const says: { readonly [F in Field]: (session: Session) => readonly [field: string, value: string] } = {
  steps: ({ steps }) => ['steps', describeSteps(steps) || 'no steps'],
  title: ({ title }) => ['title', `“${title}”`],
  day: ({ day }) => ['day', formatDay(day)],
  startMinute: ({ startMinute }) => ['start', startMinute === null ? 'open' : formatClock(startMinute)],
  purpose: ({ purpose }) => ['purpose', purposeWord[purpose]],
  sport: ({ sport }) => ['sport', sportWord[sport].toLowerCase()],
  key: ({ key }) => ['key session', key ? 'yes' : 'no'],
  locked: ({ locked }) => ['lock', locked ? 'locked' : 'open'],
  notes: ({ notes }) => ['notes', notes === '' ? 'empty' : `“${notes}”`],
}

export type Meanwhile = { readonly field: Field; readonly mine: boolean }

const differ = (a: Session, b: Session, field: Field): boolean => JSON.stringify(a[field]) !== JSON.stringify(b[field])

/**
 * The fields that are not as they were when the editor opened (`base`) and not as `edited` has them; `mine` where they were
 * changed here too, so that saving would write over the other's.
 */
export const meanwhileOf = (base: Session, now: Session, edited: Session): readonly Meanwhile[] =>
  (Object.keys(says) as Field[])
    .filter(field => differ(base, now, field) && differ(now, edited, field))
    .map(field => ({ field, mine: differ(base, edited, field) }))

type MeanwhileNoteProps = {
  readonly base: Session
  readonly now: Session
  readonly edited: Session
  readonly onTake: (field: Field) => void
}

export const MeanwhileNote = ({ base, now, edited, onTake }: MeanwhileNoteProps) => {
  const all = meanwhileOf(base, now, edited)
  return (
    <div role="status">
      {all.map(({ field, mine }) => {
        const [name, value] = says[field](now)
        return (
          <div key={field} class={mine ? s.conflict : s.notes} data-meanwhile={field}>
            {mine && <Icon name="warning" />}
            <span>
              {mine
                ? `Somebody else changed the ${name} too: ${value}. Saving writes yours over it.`
                : `Somebody else changed the ${name} meanwhile: ${value}. It stays when you save.`}{' '}
              {mine && (
                <Button small onClick={() => onTake(field)}>
                  Take theirs
                </Button>
              )}
            </span>
          </div>
        )
      })}
    </div>
  )
}
