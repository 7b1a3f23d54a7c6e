/** Every draft rule's own examples, and that the shelf is complete. */
import { describe, expect, test } from 'vitest'
import { inALine } from '../../core/proposals/basis/given.ts'
import { proposals } from '../../core/proposals/index.ts'
import type { Example, ProposalRule } from '../../core/proposals/proposal.ts'
import { shelf } from '../kit/shelf.ts'

const files = await shelf<{ proposal: ProposalRule; examples: readonly Example[] }>('core/proposals', ['proposal.ts'])

test('every draft file is in the index under its own name', () =>
  expect(proposals.map(({ id }) => id).sort()).toEqual([...files.keys()].sort()))

for (const [id, { proposal, examples }] of files)
  describe(proposal.title, () => {
    test('its id is its file', () => expect(proposal.id).toBe(id))
    test.each(examples)('$name', ({ given, drafts }) => expect(proposal.draft(given()).map(inALine)).toEqual(drafts))
  })
