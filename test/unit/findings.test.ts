/** Every finding's own examples, and that the shelf is complete. */
import { describe, expect, test } from 'vitest'
import type { Example, FindingRule } from '../../core/findings/finding.ts'
import { findings } from '../../core/findings/index.ts'
import type { Context } from '../../core/signals/index.ts'
import { shelf } from '../kit/shelf.ts'

const files = await shelf<{ finding: FindingRule; examples: readonly Example[] }>('core/findings', ['finding.ts'])
const asWord = ({ find }: FindingRule, given: Context) => {
  const answer = find(given)
  return !answer.known ? 'unknown' : answer.value.length === 0 ? 'silent' : 'speaks'
}

test('every finding file is in the index under its own name', () =>
  expect(findings.map(({ id }) => id).sort()).toEqual([...files.keys()].sort()))

for (const [id, { finding, examples }] of files)
  describe(finding.title, () => {
    test('its id is its file', () => expect(finding.id).toBe(id))
    test('it shows when it speaks, is silent and cannot know', () =>
      expect([...new Set(examples.map(({ answer }) => answer))].sort()).toEqual(['silent', 'speaks', 'unknown']))
    test.each(examples)('$name', ({ given, answer }) => expect(asWord(finding, given())).toBe(answer))
    test('what it says stands on evidence that begins with a day', () => {
      for (const { given } of examples) {
        const answer = finding.find(given())
        for (const { evidence, kind } of answer.known ? answer.value : []) {
          expect(kind).toBe(id)
          expect(evidence.length).toBeGreaterThan(0)
          for (const line of evidence) expect(line).toMatch(/^\d{4}-\d\d-\d\d: /)
        }
      }
    })
  })
