/** The dry run over real people's histories, where they are at hand: no crash, and nothing said before its evidence. */
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countsOf, dryRun, type Past } from '../../core/dry-run/index.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { data, noHistories, realHistories } from '../kit/histories.ts'
import { openPlaybook } from '../kit/season.ts'

/** The last days of each that is quick to read; all days of all of them, also those in files, is `npm run bench dry-run`. */
const days = 90
const quick = realHistories.filter(({ isQuick }) => isQuick)

const cutAfter = ({ content, ...past }: Past, last: Day): Past => ({
  ...past,
  content: {
    ...content,
    activities: content.activities.filter(({ day }) => day <= last),
    checkIns: content.checkIns.filter(({ day }) => day <= last),
  },
})

describe.skipIf(!existsSync(data))('real histories', () => {
  test('every folder is an athlete’s history, or it is said why it is none', () => {
    const named = [...realHistories, ...noHistories].map(({ name }) => name)
    const isNamed = (path: string) => named.some(name => name === path || path.startsWith(`${name}/`))
    const inside = (path: string) => readdirSync(`${data}/${path}`).map(name => `${path}/${name}`)
    const paths = readdirSync(data, { withFileTypes: true }).flatMap(one => {
      const holdsSeveral = named.some(name => name.startsWith(`${one.name}/`))
      return holdsSeveral ? inside(one.name) : [one.name]
    })
    expect(paths.filter(path => !isNamed(path))).toEqual(['SOURCES.md'])
    for (const { why } of noHistories) expect(why.length).toBeGreaterThan(10)
  })

  test.each(quick)('$name', { timeout: 60_000 }, async ({ read }) => {
    const { past, last } = (await read())!
    const [from, cut] = [addDays(last, -days), addDays(last, -20)]
    const run = [...dryRun({ past, playbook: openPlaybook, from, to: last })]
    expect(run).toHaveLength(days + 1)
    // Why none: there is no plan to change, and nobody was asked how they felt.
    if (past.plan.sessions.length === 0) expect(countsOf(run)).toMatchObject({ applied: 0, asked: 0, left: 0 })
    for (const { day, findings } of run)
      for (const { finding } of findings)
        for (const line of finding.evidence) expect(line.slice(0, 10) <= day).toBe(true)
    const over = (of: Past) => [...dryRun({ past: of, playbook: openPlaybook, from: addDays(cut, -9), to: cut })]
    expect(over(past)).toEqual(over(cutAfter(past, cut)))
  })

  test.each(noHistories.filter(({ isQuick }) => isQuick))('$name: $why', async ({ read }) => {
    const found = await read()
    if (found === null) return
    const run = [...dryRun({ ...found, playbook: openPlaybook, from: addDays(found.last, -days), to: found.last })]
    expect(run).toHaveLength(days + 1)
  })
})
