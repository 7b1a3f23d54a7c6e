/** The dry run over real people's histories, where they are at hand: no crash, and nothing said before its evidence. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countsOf, dryRun, type Past } from '../../core/dry-run/index.ts'
import { addDays } from '../../core/model/day.ts'
import { emptyContent } from '../../core/signals/basis/given.ts'
import { sharedHistories } from '../kit/histories.ts'
import { openPlaybook } from '../kit/season.ts'

/** The last days of each that is a table; all of all of them, also those in files, is `npm run bench dry-run`. */
const days = 90
const tables = sharedHistories.filter(({ isTable }) => isTable)

describe.skipIf(!existsSync('../shared/data'))('real histories', () => {
  test.each(tables)('$name', { timeout: 60_000 }, async ({ read }) => {
    const activities = await read()
    const past = (some: typeof activities): Past => ({
      athlete: 'real' as Past['athlete'],
      content: { ...emptyContent, activities: some },
      plan: { sessions: [], phases: [], races: [], comments: [], unreadable: [] },
      log: [],
    })
    const last = activities.at(-1)!.day
    const [from, cut] = [addDays(last, -days), addDays(last, -20)]
    const run = [...dryRun({ past: past(activities), playbook: openPlaybook, from, to: last })]
    expect(run).toHaveLength(days + 1)
    // Why none: there is no plan to change, and nobody was asked how they felt.
    expect(countsOf(run)).toMatchObject({ applied: 0, asked: 0, left: 0 })
    for (const { day, findings } of run)
      for (const { finding } of findings)
        for (const line of finding.evidence) expect(line.slice(0, 10) <= day).toBe(true)
    const known = activities.filter(({ day }) => day <= cut)
    const then = [...dryRun({ past: past(known), playbook: openPlaybook, from: addDays(cut, -9), to: cut })]
    const whole = [...dryRun({ past: past(activities), playbook: openPlaybook, from: addDays(cut, -9), to: cut })]
    expect(whole).toEqual(then)
  })
})
