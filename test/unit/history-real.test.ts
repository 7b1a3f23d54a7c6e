/** A real history in which many activities were exported twice: each pair is found, and nothing else is joined. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mergeActivities } from '../../core/history/history.ts'
import { compare, sameStart, withOtherSource } from '../kit/duplicates.ts'
import { summariesIn } from '../kit/summaries.ts'

const table = '../shared/data/runner-jasonjdd-fit/all_sessions_summary.csv'

describe.skipIf(!existsSync(table))('1,131 recordings of one runner', () => {
  const summaries = existsSync(table) ? summariesIn(table) : []
  const runs = summaries.filter(({ activity }) => activity.sport === 'run')
  const all = summaries.map(({ activity }) => activity)
  const perfect = { precision: 1, recall: 1, missed: [], wrong: [] }

  test('340 pairs share a start, 225 of them runs, and those are the pairs that are joined', () => {
    expect(compare(all, sameStart(summaries))).toMatchObject({ known: 340, found: 340, ...perfect })
    expect(sameStart(runs).size).toBe(225)
  })
  test('as another service would tell of each, it is found again and no two are confused', () => {
    const { all: both, known } = withOtherSource(mergeActivities(all, []).activities)
    expect(compare(both, known)).toMatchObject({ known: 791, found: 791, ...perfect })
  })
})
