/** Where a dry run would have been wrong, as far as what happened afterwards can tell (`playbook.md` §10). */
import { matchPlan, toHistory } from '../history/history.ts'
import { addDays, type Day } from '../model/day.ts'
import type { ChangeKind } from '../model/edit.ts'
import type { DryDay } from './dry-run.ts'
import type { Past } from './past.ts'
import type { TrueDay } from './truth.ts'

/** `rest`: eased, and the athlete did the session as it was planned. `unseen`: nothing was said before it happened. */
export type Wrong = { readonly day: Day; readonly what: 'rest' | 'unseen'; readonly says: string }

const easings: readonly ChangeKind[] = ['ease-easy-day', 'ease-key', 'drop-session', 'add-rest-day', 'deload-week']
/** What speaks of the plan or of missing data alone warned of nothing. */
const noWarning = ['session-missed', 'data-missing', 'fitness-confirmed']
const daysBefore = 7

/** Hints for the coach's own judgement, by day: the run itself never saw what they rest on. */
export const whereWrong = (
  run: readonly DryDay[],
  truth: readonly TrueDay[],
  { content, plan }: Past,
): readonly Wrong[] => {
  const last = truth.at(-1)?.day
  if (last === undefined) return []
  const history = toHistory(content.activities, content.confirmedDays)
  const matches = matchPlan(plan.sessions, history, content.outcomes, content.lifeEvents, addDays(last, 1))
  const done = new Set(matches.flatMap(({ session, state }) => (state === 'done' ? [session] : [])))
  const rest = run.flatMap(({ day, proposals }) =>
    proposals.flatMap(({ proposal, since }): readonly Wrong[] =>
      since === day && easings.includes(proposal.edit.kind) && done.has(proposal.edit.session)
        ? [{ day, what: 'rest', says: `${proposal.title}: the session was done all the same` }]
        : [],
    ),
  )
  const warned = run.flatMap(({ day, findings }) =>
    findings.flatMap(({ finding, since }) => (since === day && !noWarning.includes(finding.kind) ? [day] : [])),
  )
  const first = run[0]?.day
  const unseen = truth.flatMap(({ day, injury, life }, i): readonly Wrong[] => {
    const isIll = life === 'sick' && truth[i - 1]?.life !== 'sick'
    const from = addDays(day, -daysBefore)
    // Why: of what began in the first days of the run nobody can say what came before it.
    if ((injury === null && !isIll) || first === undefined || from < first) return []
    if (warned.some(on => from <= on && on <= day)) return []
    return [
      {
        day,
        what: 'unseen',
        says: `${injury ? `Injury (${injury})` : 'Illness'}: nothing was noticed in the week before`,
      },
    ]
  })
  return [...rest, ...unseen].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
