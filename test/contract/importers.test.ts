import { describe, expect, test } from 'vitest'
import type { Example, ImportContext, Importer } from '../../core/import/importer.ts'
import { type FileReport, importers, sourceOf } from '../../core/import/index.ts'
import { shelf } from '../kit/shelf.ts'

const contract = ['importer.ts', 'explain.ts', 'report.ts']
const files = await shelf<{ importer: Importer; examples: readonly Example[] }>('core/import', contract)

const bytesOf = (head: Example['head']) =>
  typeof head === 'string' ? new TextEncoder().encode(head) : new Uint8Array(head)

const context: ImportContext = {
  freeBytes: null,
  stopped: () => false,
  zone: () => 0,
  depth: 0,
  room: { left: Number.POSITIVE_INFINITY },
  open: async function* () {},
  saidSport: null,
  beside: () => undefined,
  leave: () => undefined,
}

test('every importer file is in the list under its own name', () => {
  expect(importers.map(({ id }) => id).sort()).toEqual([...files.keys()].sort())
})

describe.each([...files.values()])('$importer.title', ({ importer, examples }) => {
  test.each(examples)('recognises $name, and no other importer does before it', ({ file, head }) => {
    expect(importers.find(one => one.recognises(bytesOf(head), file))?.id).toBe(importer.id)
  })

  test.each(examples)(
    'answers $name, of which only the head is here, with at least one report',
    async ({ file, head }) => {
      const reports: FileReport[] = []
      for await (const report of importer.read(sourceOf(file, bytesOf(head)), context)) reports.push(report)
      if (importer.id !== 'gz') expect(reports.length).toBeGreaterThan(0)
      expect(reports.filter(({ entries }) => entries.length > 0)).toEqual([])
    },
  )
})
