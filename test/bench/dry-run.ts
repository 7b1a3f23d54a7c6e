/** The playbook over every real history at hand, whole, with its figures per year and what it cost. */

import { yearLines } from '../../core/cli/dry-run-text.ts'
import { type DryDay, dryRun, truthOf } from '../../core/dry-run/index.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { noHistories, type RealHistory, realHistories } from '../kit/histories.ts'
import { openPlaybook } from '../kit/season.ts'

type Read = NonNullable<Awaited<ReturnType<RealHistory['read']>>>

const over = ({ past }: Read, from: Day, to: Day): readonly DryDay[] => [
  ...dryRun({ past, playbook: openPlaybook, from, to }),
]

/** Days spread over a history on which it is cut off: the days before each come out the same without what followed. */
const cuts = 8
const before = 6

const partsAt = (read: Read, whole: readonly DryDay[]): readonly Day[] => {
  const step = Math.max(before, Math.floor(whole.length / (cuts + 1)))
  return whole.flatMap(({ day }, i) => {
    if (i === 0 || i % step !== 0) return []
    const activities = read.past.content.activities.filter(one => one.day <= day)
    const cut = { ...read, past: { ...read.past, content: { ...read.past.content, activities } } }
    const from = addDays(day, -before)
    const same = JSON.stringify(over(read, from, day)) === JSON.stringify(over(cut, from, day))
    return same ? [] : [day]
  })
}

/** The histories hold no check-ins, and but for one no plan, so what rests on those stays silent in these figures. */
export const benchDryRun = async (): Promise<void> => {
  if (realHistories.length === 0) console.log('no real history is at hand')
  for (const { name, read } of realHistories) {
    const found = await read()
    if (found === null) {
      console.log(`\n${name}: nothing could be read`)
      process.exitCode = 1
      continue
    }
    const { past, first, last } = found
    const start = performance.now()
    const days = over(found, first, last)
    const seconds = (performance.now() - start) / 1000
    const planned = past.plan.sessions.length > 0 ? `, ${past.plan.sessions.length} planned sessions` : ''
    const parts = partsAt(found, days)
    const law = parts.length === 0 ? 'cutting the future off changes nothing' : `CHANGED by the future: ${parts}`
    if (parts.length > 0) process.exitCode = 1
    console.log(
      `\n${name}: ${past.content.activities.length} activities${planned}, ${days.length} days in ${seconds.toFixed(1)} s; ${law}`,
    )
    for (const line of yearLines(days, truthOf(past, first, last))) console.log(line)
  }
  console.log('\nno athlete’s history, read as if it were one')
  for (const { name, why, read } of noHistories) {
    const found = await read()
    const days = found === null ? 0 : over(found, found.first, found.last).length
    console.log(`  ${name}: ${why}${days === 0 ? '; no activity in it' : `; ${days} days, no crash`}`)
  }
}
