/** Every rule's own examples, and that the shelf is complete. */
import { describe, expect, test } from 'vitest'
import type { Answer, Example, Rule } from '../../core/playbook/rule.ts'
import { rules } from '../../core/playbook/rules/index.ts'
import { shelf } from '../kit/shelf.ts'

const files = await shelf<{ rule: Rule; examples: readonly Example[] }>('core/playbook/rules', [])
const asWord = (answer: Answer) => (!answer.known ? 'unknown' : answer.value === false ? 'does not' : 'applies')

test('every rule file is in the index under its own name', () =>
  expect(rules.map(({ id }) => id).sort()).toEqual([...files.keys()].sort()))

test('the playbook on file', () =>
  expect(rules.map(({ id, level, title }) => `${level} ${id}: ${title}`)).toMatchInlineSnapshot(`
    [
      "auto may-recompute-zones: New paces may be applied at once, up to 3 %",
      "auto may-ease-easy-day: An easy day may be shortened at once",
      "auto may-move-session: A session may be moved within its week at once",
      "auto athlete-may-move: The athlete may move a session within its week",
      "auto may-swap-equal: An equal swap from the list may be applied at once",
      "ask always-asks: Recovery and load are always the coach’s to allow",
      "coach coach-alone: Phases, goals, race plans and mental preparation are the coach’s",
      "coach raise-near-race: More load in race week or taper is the coach’s alone",
      "ask key-lowered: A key session keeps its purpose unless the coach decides",
      "ask raises-load: More planned load asks first",
      "ask third-change: A third change in a week asks first",
      "ask not-available: A change keeps to the athlete’s days",
      "ask hard-days-adjacent: Hard days keep their distance",
      "ask longest-run-guard: No run goes past the longest-run guard",
      "ask other-week: A session stays in its week",
      "ask locked: A locked session stays as the coach wrote it",
      "ask pain: Changes while something hurts ask first",
      "ask escalated: Changes beside an unanswered alert ask first",
      "ask injury-history: Changes after an injury ask first",
      "ask ill: Changes while ill ask first",
      "ask travel: Changes while travelling ask first",
      "ask life-event: Changes during a life event ask first",
      "ask peak: Changes in a peak block ask first",
      "ask plateau: Changes on a plateau ask first",
      "ask race-week: Changes in race week ask first",
      "ask taper: Changes in a taper ask first",
      "ask thin-data: Changes on thin data ask first",
      "ask coach-heavy: Under the coach-heavy preset changes ask first",
    ]
  `))

for (const [id, { rule, examples }] of files)
  describe(rule.title, () => {
    test('its id is its file', () => expect(rule.id).toBe(id))
    test.each(examples)('$name', ({ given, answer }) => expect(asWord(rule.applies(given))).toBe(answer))
  })
