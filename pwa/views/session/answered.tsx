/** What was decided, by whom and when, newest first; from the signed log. */
import type { StatementId } from '../../../core/model/ids.ts'
import type { LogEntry } from '../../../core/model/log.ts'
import type { StandingChange } from '../../../core/model/plan.ts'
import type { Statement, StatementType } from '../../../core/model/statement.ts'
import { type AlertAnswer, alertChoices } from '../../../core/playbook/index.ts'
import { Button } from '../../parts/button.tsx'
import { formatMoment } from '../../parts/format.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { alertWords } from '../../state/alert-words.ts'
import type { Looking } from '../../state/app.ts'
import s from './answered.module.css'
import { sayChange, sayWords } from './changes.tsx'

const look: Partial<Record<StatementType, { readonly word: string; readonly icon: IconName }>> = {
  approved: { word: 'Approved', icon: 'coach' },
  declined: { word: 'Declined', icon: 'cross' },
  applied: { word: 'Applied by rule', icon: 'rule' },
  moved: { word: 'Moved by athlete', icon: 'athlete' },
  answered: { word: 'Alert answered', icon: 'coach' },
  undone: { word: 'Taken back', icon: 'undo' },
}

/** The answers on file that somebody gave, newest first. */
export const answersIn = (log: readonly LogEntry[]): readonly LogEntry[] =>
  log
    .filter(({ signed }) => look[signed.statement.type] !== undefined)
    .toSorted((a, b) => b.signed.statement.at - a.signed.statement.at || (a.id < b.id ? 1 : -1))

/** What was decided about, where it was no change of a session: the rule, or the choice an alert was answered with. */
const sayRule = (type: StatementType, rule: string | null): string => {
  const choice = alertChoices.find(one => one === rule)
  const words = choice ? alertWords[choice].title : (rule?.replaceAll('-', ' ') ?? '')
  return type === 'answered' && words !== '' ? `${words}.` : words
}

type AnsweredProps = {
  readonly looking: Looking
  /** The changes that still stand and may be taken back from here. */
  readonly standing: ReadonlyMap<string, StandingChange>
  /** The answers to alerts that still stand and may be taken back from here. */
  readonly answers: readonly AlertAnswer[]
  readonly onUndo: (change: StandingChange) => void
  readonly onTakeBack: (answer: StatementId) => void
}

export const Answered = ({ looking, standing, answers, onUndo, onTakeBack }: AnsweredProps) => {
  const given = answersIn(looking.space.log).slice(0, 30)
  if (given.length === 0) return null
  const titles = new Map(looking.advice.plan.sessions.map(({ session }) => [session.id, session.title]))
  const said = new Map<string, Statement>(looking.space.log.map(({ id, signed }) => [id, signed.statement]))
  return (
    <section class={s.answered} aria-labelledby="answered">
      <h2 id="answered">Answered</h2>
      <ul class={s.list}>
        {given.map(({ id, signed: { statement }, verified }) => {
          const { word, icon } = look[statement.type]!
          const who = looking.space.members.find(member => member.person === statement.by)?.name
          const change = standing.get(id)
          const undo = change
            ? () => onUndo(change)
            : answers.some(answer => answer.id === id)
              ? () => onTakeBack(id)
              : null
          // Why: what takes something back names only the statement; what that one said stands there.
          const edit = statement.edit ?? said.get(statement.item)?.edit ?? null
          const rule = statement.rule ?? said.get(statement.item)?.rule ?? null
          const title = edit ? titles.get(edit.session) : undefined
          return (
            <li key={id} class={s.line}>
              <span class={s.word}>
                <Icon name={verified.ok ? icon : 'warning'} /> {word}
              </span>
              <span class={s.what}>
                {title === undefined ? '' : <strong>{title}: </strong>}
                {edit ? sayChange({ edit, rule: null }) : sayRule(statement.type, rule)}
                {sayWords(statement)}
                {verified.ok ? '' : ' Not verified, changes nothing.'}
              </span>
              <span class={s.when}>
                {who ? `${who} · ` : ''}
                {formatMoment(statement.at)}
              </span>
              {undo && (
                <Button small variant="plain" onClick={undo}>
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
