/** What was decided, by whom and when, newest first; from the signed log. */
import type { LogEntry } from '../../../core/model/log.ts'
import type { StandingChange } from '../../../core/model/plan.ts'
import type { Statement, StatementType } from '../../../core/model/statement.ts'
import { Button } from '../../parts/button.tsx'
import { formatMoment } from '../../parts/format.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import type { Looking } from '../../state/app.ts'
import s from './answered.module.css'
import { sayChange } from './changes.tsx'

const look: Partial<Record<StatementType, { readonly word: string; readonly icon: IconName }>> = {
  approved: { word: 'Approved', icon: 'coach' },
  declined: { word: 'Declined', icon: 'cross' },
  applied: { word: 'Applied by rule', icon: 'rule' },
  moved: { word: 'Moved by athlete', icon: 'athlete' },
  undone: { word: 'Taken back', icon: 'undo' },
}

/** The answers on file that somebody gave, newest first. */
export const answersIn = (log: readonly LogEntry[]): readonly LogEntry[] =>
  log
    .filter(({ signed }) => look[signed.statement.type] !== undefined)
    .toSorted((a, b) => b.signed.statement.at - a.signed.statement.at || (a.id < b.id ? 1 : -1))

type AnsweredProps = {
  readonly looking: Looking
  /** The changes that still stand and may be taken back from here. */
  readonly standing: ReadonlyMap<string, StandingChange>
  readonly onUndo: (change: StandingChange) => void
}

export const Answered = ({ looking, standing, onUndo }: AnsweredProps) => {
  const answers = answersIn(looking.space.log).slice(0, 30)
  if (answers.length === 0) return null
  const titles = new Map(looking.advice.plan.sessions.map(({ session }) => [session.id, session.title]))
  const said = new Map<string, Statement>(looking.space.log.map(({ id, signed }) => [id, signed.statement]))
  return (
    <section class={s.answered}>
      <h2>Answered</h2>
      <ul class={s.list}>
        {answers.map(({ id, signed: { statement }, verified }) => {
          const { word, icon } = look[statement.type]!
          const who = looking.space.members.find(member => member.person === statement.by)?.name
          const change = standing.get(id)
          // Why: what takes something back names only the statement; what that one said stands there.
          const edit = statement.edit ?? said.get(statement.item)?.edit ?? null
          const title = edit ? titles.get(edit.session) : undefined
          return (
            <li key={id} class={s.line}>
              <span class={s.word}>
                <Icon name={verified.ok ? icon : 'warning'} /> {word}
              </span>
              <span class={s.what}>
                {title === undefined ? '' : <strong>{title}: </strong>}
                {edit ? sayChange({ edit, rule: null }) : (statement.rule?.replaceAll('-', ' ') ?? '')}
                {statement.words ? ` “${statement.words}”` : ''}
                {verified.ok ? '' : ' Not verified, changes nothing.'}
              </span>
              <span class={s.when}>
                {who ? `${who} · ` : ''}
                {formatMoment(statement.at)}
              </span>
              {change && (
                <Button small variant="plain" onClick={() => onUndo(change)}>
                  <Icon name="undo" /> Undo
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
