/** Duplicates in a real history of two exports: precision, recall, and each pair that is not as it is known to be. */
import { existsSync } from 'node:fs'
import { mergeActivities } from '../../core/history/history.ts'
import { compare, type Found, sameStart, withOtherSource } from '../kit/duplicates.ts'
import { summariesIn } from '../kit/summaries.ts'

const table = '../shared/data/runner-jasonjdd-fit/all_sessions_summary.csv'

const print = (what: string, { known, found, right, precision, recall, missed, wrong }: Found) => {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.log(
    `${what}: ${known} known, ${found} found, ${right} right; precision ${percent(precision)}, recall ${percent(recall)}`,
  )
  for (const pair of missed) console.log(`  missed: ${pair}`)
  for (const pair of wrong) console.log(`  joined and not known as one: ${pair}`)
}

export const benchDuplicates = (): void => {
  if (!existsSync(table)) {
    console.log(`duplicates: ${table} is not here`)
    return
  }
  const summaries = summariesIn(table)
  const runs = summaries.filter(({ activity }) => activity.sport === 'run')
  const all = summaries.map(({ activity }) => activity)
  print('pairs that share a start', compare(all, sameStart(summaries)))
  print(
    '  of them runs',
    compare(
      runs.map(({ activity }) => activity),
      sameStart(runs),
    ),
  )
  const { all: both, known } = withOtherSource(mergeActivities(all, []).activities)
  print('each activity beside another service’s account of it', compare(both, known))
}
