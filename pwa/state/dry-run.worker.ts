/** Tries a playbook on the past beside the page, so that nothing on screen waits for years to go by. */
import {
  asToday,
  compareRuns,
  countsByWeek,
  countsOf,
  type DryDay,
  dryRun,
  type TrueDay,
  truthByWeek,
  truthOf,
  whereWrong,
} from '../../core/dry-run/index.ts'
import { dayNumber } from '../../core/model/day.ts'
import type { DryEvent, DryTask, DryTold, FromDryRun, ToDryRun } from './dry-run-messages.ts'

type Scope = {
  postMessage(message: FromDryRun): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToDryRun>) => void): void
}
const scope = self as unknown as Scope

const daysIn = ({ from, to, beside }: DryTask): number =>
  (dayNumber(to) - dayNumber(from) + 1) * (beside === null ? 1 : 2)

const eventsOf = (run: readonly DryDay[]): readonly DryEvent[] =>
  run.flatMap(({ day, findings, proposals, alert }): readonly DryEvent[] => [
    ...findings.flatMap(({ finding, since }) =>
      since === day ? [{ day, what: 'finding' as const, says: finding.says, draft: null }] : [],
    ),
    ...proposals.flatMap(({ proposal, since }) => {
      const what = ({ auto: 'applied', ask: 'asked', coach: 'left' } as const)[proposal.verdict.level]
      const draft = { rule: proposal.rule, item: proposal.id }
      return since === day ? [{ day, what, says: proposal.title, draft }] : []
    }),
    ...(alert?.since === day
      ? [{ day, what: 'alert' as const, says: alert.alert.causes.map(({ says }) => says).join('; '), draft: null }]
      : []),
  ])

const told = (run: readonly DryDay[], truth: readonly TrueDay[], { past }: DryTask): DryTold => ({
  counts: countsOf(run),
  weeks: countsByWeek(run),
  events: eventsOf(run),
  wrong: whereWrong(run, truth, past),
})

const runAll = (tasks: readonly DryTask[]) => {
  const of = tasks.reduce((sum, task) => sum + daysIn(task), 0)
  let done = 0
  let toldAt = 0
  for (const task of tasks) {
    const { space, name, past, from, to, playbook, beside } = task
    const run = (with_: DryTask['playbook']): readonly DryDay[] => {
      const days: DryDay[] = []
      for (const day of dryRun({ past, playbook: with_, from, to })) {
        days.push(day)
        done += 1
        // Why: ten lines a second are enough for a bar.
        if (performance.now() - toldAt < 100) continue
        toldAt = performance.now()
        scope.postMessage({ type: 'progress', done, of, name })
      }
      return days
    }
    const truth = truthOf(past, from, to)
    const ours = run(playbook)
    const other = beside === null ? null : run(beside)
    scope.postMessage({
      type: 'result',
      result: {
        space,
        name,
        from,
        to,
        told: told(ours, truth, task),
        beside: other && told(other, truth, task),
        differences: other === null ? [] : compareRuns(other, ours),
        truth: truthByWeek(truth, past),
        asToday: asToday(past),
      },
    })
  }
  scope.postMessage({ type: 'end' })
}

scope.addEventListener('message', event => runAll(event.data.tasks))
