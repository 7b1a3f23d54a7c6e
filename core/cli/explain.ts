/** `tandem explain`: why this and not that on a day of the past, with what was known that evening. */
import { asKnownOn, asToday } from '../dry-run/index.ts'
import { type Explanation, explain, explainInWords } from '../explain/index.ts'
import { explainImport } from '../import/index.ts'
import type { SessionId } from '../model/ids.ts'
import type { Command } from './arguments.ts'
import { readInput } from './input.ts'
import type { Screen } from './reading.ts'

/** Exit code 1 where a file cannot be used or the plan has no such session; faults of single files go to stderr. */
export const runExplain = async (command: Extract<Command, { type: 'explain' }>, screen: Screen): Promise<number> => {
  const input = await readInput(command, screen)
  if (!input.ok) {
    screen.err(input.error.says)
    return 1
  }
  const { reports, playbook, past } = input.value
  for (const report of reports) if (report.outcome === 'refused') screen.err(explainImport(report))
  const { day, session } = command
  if (session !== null && !past.plan.sessions.some(({ id }) => id === session)) {
    screen.err(`The plan has no session \`${session}\`. Name one of its ids, or leave \`--session\` out.`)
    return 1
  }
  const why = explain(asKnownOn(past, { current: playbook, versions: [] }, day), session as SessionId | null)
  const stands = asToday(past)
  screen.out(command.json ? JSON.stringify(factsOf(why, stands)) : [...explainInWords(why), ...stands].join('\n'))
  return 0
}

const factsOf = (why: Explanation, stands: readonly string[]) => ({
  schema: 1,
  day: why.day,
  session: why.session?.session.id ?? null,
  says: why.says,
  readings: why.readings.map(({ id, title, unit, trust, reading }) => ({
    id,
    title,
    unit,
    trust,
    value: reading.known ? reading.value : null,
    why: reading.known ? null : reading.why,
  })),
  findings: why.findings,
  drafts: why.drafts.map(({ proposal, fate, says, opinions }) => ({
    id: proposal.id,
    rule: proposal.rule,
    title: proposal.title,
    why: proposal.why,
    edit: proposal.edit,
    fate,
    says,
    verdict: proposal.verdict,
    opinions,
  })),
  silent: why.silent,
  alert: why.alert,
  asToday: stands,
})
