/** What a store is told of the extension is what its manifest says: every permission has its reason, and none more. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { manifestFor } from '../../extension/manifest.ts'

type Manifest = {
  readonly name: string
  readonly description: string
  readonly permissions: readonly string[]
  readonly optional_host_permissions: readonly string[]
  readonly icons: Readonly<Record<string, string>>
  readonly host_permissions?: unknown
}
const manifests = (['chrome', 'firefox'] as const).map(browser => manifestFor(browser) as unknown as Manifest)
const text = (file: string) => readFileSync(`extension/store/${file}.md`, 'utf8')

test('every permission has a reason, and every reason a permission', () => {
  const asked = manifests.flatMap(({ permissions, optional_host_permissions }) => [
    ...permissions,
    ...optional_host_permissions,
  ])
  const given = [...text('permissions').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!)
  expect([...new Set(given)].sort()).toEqual([...new Set(asked)].sort())
})
test('no browser is asked for a site at install', () => {
  for (const { host_permissions } of manifests) expect(host_permissions).toBeUndefined()
})
test('the summary in the listing is the manifest’s own, short enough for every store', () => {
  for (const { name, description } of manifests) {
    expect(text('listing')).toContain(`**Name** ${name}`)
    expect(text('listing')).toContain(description)
    expect(description.length).toBeLessThanOrEqual(132)
  }
})
test('every icon is there in the size it says', () => {
  for (const { icons } of manifests)
    for (const [size, file] of Object.entries(icons)) {
      const png = readFileSync(file)
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)])
    }
})
