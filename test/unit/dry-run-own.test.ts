/** A coach's own example tried again, and where a dry run would have been wrong. */
import { describe, expect, test } from 'vitest'
import { type DryDay, dryRun, type Past, truthOf, tryOwnExample, whereWrong } from '../../core/dry-run/index.ts'
import { easyTomorrow, levelRuns, season, shortSleep, situation } from '../../core/examples/season.ts'
import type { Expectation, OwnExample, Playbook } from '../../core/model/playbook.ts'
import { aRun, contentOf, daysAgo, today } from '../../core/signals/basis/given.ts'
import { openPlaybook } from '../kit/season.ts'

const {
  now: _,
  playbook: __,
  ...past
} = situation(openPlaybook, season({ sessions: [easyTomorrow], checkIns: shortSleep() }))
const asks: Playbook = { ...openPlaybook, mayApply: { ...openPlaybook.mayApply, 'ease-easy-day': false } }
const off: Playbook = { ...openPlaybook, layers: { ...openPlaybook.layers, 'easy-day': 'off' } }
const example = (expects: Expectation, more: Partial<OwnExample> = {}): OwnExample => ({
  id: 'a',
  day: today,
  session: easyTomorrow.id,
  kind: null,
  expects,
  words: '',
  ...more,
})

describe('[S154] an example of the coach’s own', () => {
  test.each([
    ['ask', openPlaybook, false],
    ['ask', asks, true],
    ['ask', off, false],
    ['auto', openPlaybook, true],
    ['auto', asks, false],
    ['nothing', off, true],
    ['nothing', asks, false],
    ['alert', asks, false],
  ] as const)('%s', (expects, playbook, holds) =>
    expect(tryOwnExample(past, playbook, example(expects)).holds).toBe(holds),
  )
  test('says what the engine answered instead', () => {
    expect(tryOwnExample(past, openPlaybook, example('ask')).answered).toMatch(/is applied at once$/)
    expect(tryOwnExample(past, off, example('ask')).answered).toBe('nothing is drafted, and nobody is alerted')
  })
  test('speaks of its own session alone', () => {
    const other = example('nothing', { session: 'another' as OwnExample['session'] })
    expect(tryOwnExample(past, openPlaybook, other).holds).toBe(true)
  })
})

describe('where a dry run would have been wrong', () => {
  const run = (of: Past, from: number, to: number): readonly DryDay[] => [
    ...dryRun({ past: of, playbook: asks, from: daysAgo(from), to: daysAgo(to) }),
  ]
  const wrong = (of: Past, from: number, to: number) =>
    whereWrong(run(of, from, to), truthOf(of, daysAgo(from), daysAgo(to)), of)

  test('eased, and the session was done all the same', () => {
    const done = {
      ...past,
      content: { ...past.content, activities: [...past.content.activities, aRun(daysAgo(-1), 8.5)] },
    }
    expect(wrong(done, 0, -1).map(({ day, what }) => [day, what])).toEqual([[today, 'rest']])
    expect(wrong(past, 0, 0)).toEqual([])
  })
  test('an injury or an illness that nothing was noticed before; the first days of a run say nothing', () => {
    const given = season({
      activities: levelRuns(),
      profile: { injuries: [{ site: 'calf', from: daysAgo(40), to: null, note: '' }] },
    })
    const hurt: Past = { ...past, content: contentOf(given), plan: { ...past.plan, sessions: [] } }
    expect(wrong(hurt, 60, 30).map(({ day, what }) => [day, what])).toEqual([[daysAgo(40), 'unseen']])
    expect(wrong(hurt, 42, 30)).toEqual([])
  })
})
