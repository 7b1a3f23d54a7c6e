/** How a session came to be as it is: each change that stands, who made it and why, and what was stated in vain. */
import { never } from '../../../core/lib/never.ts'
import type { RefusedChange, StandingChange } from '../../../core/model/plan.ts'
import { proposals } from '../../../core/proposals/index.ts'
import { Button } from '../../parts/button.tsx'
import type { DaySession } from '../../parts/day-model.ts'
import { sayBothApproved, sayStricterStands } from '../../parts/decided-words.ts'
import { formatDay, formatMoment } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Reason, speakerOf } from '../../parts/reason.tsx'
import type { App, Looking } from '../../state/app.ts'
import { isCoached } from '../../state/roles.ts'
import { attempt } from './attempt.ts'
import { speaksForAthlete } from './looking.ts'
import s from './session.module.css'

/** A rule by what it drafts, as the playbook calls it. */
const ruleTitle = (rule: string): string =>
  (proposals.find(({ id }) => id === rule)?.title ?? rule.replaceAll('-', ' ')).toLowerCase()

/** A change and what was said with it: why a rule made it, or the words of who decided. */
export const sayWithWords = (change: StandingChange): string => `${sayChange(change)}${sayWords(change)}`

/** What was said with a statement: a rule's reason as it is, a person's words as theirs. */
export const sayWords = ({ type, words }: { readonly type: string; readonly words: string | null }): string =>
  words === null ? '' : type === 'applied' ? ` Why: ${words}` : ` “${words}”`

/** What a change did, in a sentence. */
export const sayChange = ({ edit, rule }: Pick<StandingChange, 'edit' | 'rule'>): string => {
  const by = rule === null ? '' : ` (${ruleTitle(rule)})`
  if (edit.adds)
    return `${edit.adds.title} on ${formatDay(edit.adds.day, 'long')} takes the place of the one missed${by}.`
  const parts = [
    edit.after.day && edit.before.day
      ? `moved from ${formatDay(edit.before.day)} to ${formatDay(edit.after.day)}`
      : null,
    edit.after.steps ? 'other steps' : null,
    edit.after.purpose && edit.after.purpose !== edit.before.purpose ? `now ${edit.after.purpose}` : null,
    edit.after.title && edit.after.title !== edit.before.title ? `now “${edit.after.title}”` : null,
  ].filter(part => part !== null)
  const said = parts.join(', ')
  return `${said === '' ? 'Changed' : said[0]!.toUpperCase() + said.slice(1)}${by}.`
}

/** Why a stated change changes nothing. */
export const sayRefused = ({ why }: RefusedChange): string => {
  switch (why.type) {
    case 'NotVerified':
      if (why.why.type === 'DatedBack')
        return 'Not counted: it is dated before something its sender had said or seen already.'
      return why.why.type === 'SignatureDoesNotMatch'
        ? 'Not approved: signature does not match.'
        : 'Not approved: the sender could not be verified.'
    case 'EarlierVersion':
      return 'For an earlier version of this session; it asks again.'
    case 'NotAllowed':
      return `Not applied: ${why.says}.`
    case 'Declined':
      return 'Declined by the coach.'
    case 'Undone':
      return 'Taken back.'
    case 'SameChange':
      return 'The same change was already made.'
    case 'NoSuchSession':
      return 'The session is gone.'
    default:
      return never(why)
  }
}

type ChangesProps = { readonly app: App; readonly looking: Looking; readonly item: DaySession }

export const Changes = ({ app, looking, item }: ChangesProps) => {
  const { changes, session } = item.visible
  const refused = looking.advice.plan.refused.filter(({ entry, why }) => {
    const { edit, type } = entry.signed.statement
    const isFault = why.type === 'NotVerified' || why.type === 'EarlierVersion' || why.type === 'NotAllowed'
    // Why not to the athlete: what a coach declined was never theirs to see.
    const isHeldBack = why.type === 'Declined' && type === 'approved' && looking.as === 'coach'
    return (isFault || isHeldBack) && edit !== null && (edit.session === session.id || edit.adds?.id === session.id)
  })
  if (changes.length === 0 && refused.length === 0) return null
  const mayUndo = (change: StandingChange) =>
    isCoached(looking.space) || (speaksForAthlete(looking) && change.type !== 'approved')
  return (
    <section class={s.section}>
      <h3>What changed</h3>
      <ul class={s.changes}>
        {changes.map(change => {
          const speaker = speakerOf(change)
          const both = sayBothApproved(looking.space, change, looking.advice.plan.refused)
          return (
            <li key={change.id} class={s.change}>
              <div>
                <Reason
                  speaker={speaker}
                  says={sayWithWords(change)}
                  {...(speaker === 'athlete' && looking.as === 'athlete' ? { name: 'You' } : {})}
                />
                {both !== null && <p class={s.when}>{both}</p>}
                <p class={s.when}>{formatMoment(change.at)}</p>
              </div>
              {mayUndo(change) && (
                <Button small onClick={() => void attempt(app.act.undoChange(change))}>
                  <Icon name="undo" /> Undo
                </Button>
              )}
            </li>
          )
        })}
        {refused.map(one => (
          <li key={one.entry.id} class={s.refused}>
            <Icon name="warning" /> <span>{sayStricterStands(looking.space, one) ?? sayRefused(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
