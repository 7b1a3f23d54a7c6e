/** The playbook over every real history at hand, whole, with its figures per year and what it cost. */

import { yearLines } from '../../core/cli/dry-run-text.ts'
import { dryRun, truthOf } from '../../core/dry-run/index.ts'
import { emptyContent } from '../../core/signals/basis/given.ts'
import { sharedHistories } from '../kit/histories.ts'
import { openPlaybook } from '../kit/season.ts'

/** The histories hold no plans and no check-ins, so what rests on those stays silent in these figures. */
export const benchDryRun = async (): Promise<void> => {
  if (sharedHistories.length === 0) console.log('no real history is at hand')
  for (const { name, read } of sharedHistories) {
    const activities = await read()
    const past = {
      athlete: 'real' as Parameters<typeof dryRun>[0]['past']['athlete'],
      content: { ...emptyContent, activities },
      plan: { sessions: [], phases: [], races: [], comments: [], unreadable: [] },
      log: [],
    }
    const [from, to] = [activities[0]!.day, activities.at(-1)!.day]
    const start = performance.now()
    const days = [...dryRun({ past, playbook: openPlaybook, from, to })]
    const seconds = (performance.now() - start) / 1000
    console.log(`\n${name}: ${activities.length} activities, ${days.length} days in ${seconds.toFixed(1)} s`)
    for (const line of yearLines(days, truthOf(past, from, to))) console.log(line)
  }
}
