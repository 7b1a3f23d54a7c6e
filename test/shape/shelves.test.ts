/** One thing, one file, one line in a list, and its examples beside it. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shelf } from '../kit/shelf.ts'
import { textOf } from '../kit/source.ts'

type Shelf = {
  readonly folder: string
  readonly singular: string
  /** Files of the folder that are no things: the contract, and what the index alone uses. */
  readonly beside: readonly string[]
  /** A site's examples are the addresses it knows and those it must not take for its own. */
  readonly examples: readonly string[]
}

const shelves: readonly Shelf[] = [
  { folder: 'core/import', singular: 'importer', beside: ['importer', 'explain', 'report'], examples: ['examples'] },
  {
    folder: 'core/workout/writers',
    singular: 'writer',
    beside: ['writer', 'example', 'relative'],
    examples: ['examples'],
  },
  { folder: 'core/signals', singular: 'signal', beside: ['signal'], examples: ['examples'] },
  { folder: 'core/findings', singular: 'finding', beside: ['finding'], examples: ['examples'] },
  { folder: 'core/proposals', singular: 'proposal', beside: ['proposal'], examples: ['examples'] },
  { folder: 'core/playbook/rules', singular: 'rule', beside: ['rule'], examples: ['examples'] },
  { folder: 'extension/sites', singular: 'site', beside: ['site'], examples: ['urls', 'otherUrls'] },
]

const nameOf = (file: string) => file.replace(/\.tsx?$/, '')
const filesOf = (folder: string) =>
  readdirSync(folder).filter(file => /\.tsx?$/.test(file) && nameOf(file) !== 'index' && !file.endsWith('.d.ts'))

describe.each(shelves)('$folder', ({ folder, singular, beside, examples }) => {
  const notThings = beside.map(name => `${name}.ts`)
  const things = () => filesOf(folder).filter(file => !beside.includes(nameOf(file)))

  test('has things on it and a list of them', () => {
    expect(existsSync(join(folder, 'index.ts'))).toBe(true)
    expect(things().length).toBeGreaterThan(0)
  })

  test(`every file exports its ${singular} under the file's own name, and the list has it`, async () => {
    const index = textOf(join(folder, 'index.ts'))
    const modules = await shelf<Record<string, { readonly id?: string } | undefined>>(folder, notThings)
    for (const file of things()) {
      const id = modules.get(nameOf(file))?.[singular]?.id
      expect(id, `${folder}/${file}: the id of \`${singular}\``).toBe(nameOf(file))
      const imported = new RegExp(`import \\{ ${singular} as (\\w+) \\} from '\\./${file.replace('.', '\\.')}'`).exec(
        index,
      )
      expect(imported, `${folder}/index.ts does not import \`${singular}\` from ./${file}`).not.toBeNull()
      const uses = index.match(new RegExp(`\\b${imported?.[1]}\\b`, 'g')) ?? []
      expect(uses.length, `${folder}/index.ts imports ${file} but does not list it`).toBeGreaterThan(1)
    }
  })

  test('every thing has examples', async () => {
    for (const [name, module] of await shelf<Record<string, object | undefined>>(folder, notThings))
      expect(
        examples.flatMap(list => Object.keys(module[list] ?? {})).length,
        `${folder}/${name}: \`${examples.join('` or `')}\``,
      ).toBeGreaterThan(0)
  })
})

test('every screen is in the list under its own name', () => {
  const index = textOf('pwa/views/index.ts')
  const screens = filesOf('pwa/views').filter(file => /export const view\b/.test(textOf(join('pwa/views', file))))
  const listed = [...index.matchAll(/import\('\.\/([\w-]+\.tsx)'\)/g)].map(match => match[1]!)
  expect(listed.sort()).toEqual([...screens].sort())
  for (const file of screens) expect(index, `pwa/views/index.ts: the id of ${file}`).toContain(`id: '${nameOf(file)}'`)
})
