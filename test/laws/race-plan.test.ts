/** Whatever is on file and whoever says what: a race plan is published by a coach's own signed word and by nothing else (R2). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../core/model/log.ts'
import { emptyRacePlan, racePlanHash } from '../../core/model/race-plan.ts'
import { memberRoles, statementTypes } from '../../core/model/statement.ts'
import { publishedFor } from '../../core/plan/index.ts'

const people = ['cora', 'cas', 'runa'] as const
const onFile = people.map((by, i) => {
  const published = { number: i + 1, plan: { ...emptyRacePlan('r'), pacing: by }, by, at: i } as unknown as Parameters<
    typeof racePlanHash
  >[0]
  return { ...published, hash: racePlanHash(published) }
})

const statements = fc.record({
  type: fc.constantFrom(...statementTypes),
  role: fc.constantFrom(...memberRoles),
  rule: fc.constantFrom(null, 'ease-key', 'race-plan'),
  item: fc.constantFrom('r', 'another race'),
  contentHash: fc.constantFrom(null, ...onFile.map(({ hash }) => hash)),
  by: fc.constantFrom(...people),
})
// Why half of them are nearly right: of statements drawn freely hardly one would publish anything.
const nearly = statements.map(one => ({ ...one, type: 'published' as const, item: 'r' }))
const logs = fc
  .array(fc.tuple(fc.oneof(statements, nearly), fc.boolean()), { maxLength: 12 })
  .map(said =>
    said.map(
      ([statement, ok], i) =>
        ({ id: `s${i}`, signed: { alg: 'ES256', signature: '', statement }, verified: { ok } }) as unknown as LogEntry,
    ),
  )
/** Who decides nothing of a plan, whatever else they may. */
const others: readonly string[] = ['assistant', 'athlete', 'viewer', 'relay']

test('[S78] only a coach’s verified word, without a rule, on a version of their own, publishes it', () =>
  fc.assert(
    fc.property(logs, log => {
      const right = log.filter(({ verified, signed: { statement } }) => {
        const { type, role, rule, item, by, contentHash } = statement
        const isCoach = !others.includes(role)
        const own = onFile.some(one => one.hash === contentHash && String(one.by) === String(by))
        return verified.ok && type === 'published' && isCoach && rule === null && item === 'r' && own
      })
      expect(publishedFor('r', onFile, log).map(({ hash }) => hash)).toEqual(
        right.map(({ signed }) => signed.statement.contentHash),
      )
    }),
    { numRuns: 500 },
  ))
