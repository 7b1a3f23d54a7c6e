/** The playbook tried on the past before it touches the present. */
export { compareRuns, type Difference } from './compare.ts'
export { countsByWeek, countsOf, type DryCounts, type DryWeek } from './counts.ts'
export { type DryAlert, type DryDay, type DryFinding, type DryProposal, type DryRun, dryRun } from './dry-run.ts'
export { expectationSays, type Tried, tryOwnExample } from './own-example.ts'
export { asKnownOn, asToday, type Past, situationOn } from './past.ts'
export { type TrueDay, type TrueWeek, truthByWeek, truthOf } from './truth.ts'
export { type Wrong, whereWrong } from './wrong.ts'
