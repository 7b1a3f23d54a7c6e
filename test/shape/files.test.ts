/** Every file fits in the head, says what it is for, and knows nothing of the machine it was written on. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, filesUnder, textOf } from '../kit/source.ts'

const source = ['core', 'extension', 'pwa', 'scripts', 'test'].flatMap(filesUnder)
const product = source.filter(file => !file.startsWith('test/'))

test('every file is seen by these tests', () => {
  for (const known of ['core/lib/math.ts', 'pwa/main.tsx', 'scripts/serve.ts', 'test/kit/source.ts'])
    expect(source).toContain(known)
})

test('every file but a test has at most 250 lines', () => {
  const lines = (file: string) => textOf(file).trimEnd().split('\n').length
  const kept = source.filter(file => !file.endsWith('.test.ts'))
  expect(kept.map(file => `${file}: ${lines(file)}`).filter(line => Number(line.split(': ')[1]) > 250)).toEqual([])
})

test('every file of the product opens with a sentence', () => {
  expect(product.filter(file => !/^(\/\/\/ <.*>\n)?\/\*\* \S[\s\S]*?[.!?:]\s*\*\//.test(textOf(file)))).toEqual([])
})

test('files are named in kebab-case, and none is a drawer for what has no place', () => {
  const named = (file: string) => basename(file).replace(/(\.(test|module|worker|d|iife|browser))?\.tsx?$/, '')
  expect(source.filter(file => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(named(file)))).toEqual([])
  expect(source.filter(file => /(^|-)(utils?|helpers?|manager|service|misc|common)$/.test(named(file)))).toEqual([])
})

test('no test is switched off, and only real data that is absent may keep one from running', () => {
  const off = new RegExp(
    `\\.(skip|only|todo|fails)\\b|\\b(${['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'].join('|')})\\s*\\(`,
  )
  const tests = filesUnder('test').filter(file => file.endsWith('.test.ts'))
  expect(tests).toContain('test/shape/files.test.ts')
  expect(tests.filter(file => off.test(codeOf(textOf(file))))).toEqual([])
  const conditional = tests.filter(file => codeOf(textOf(file)).includes('skipIf'))
  expect(conditional.filter(file => !/skipIf\(!existsSync\(/.test(textOf(file)))).toEqual([])
})

test('nothing names a place on somebody’s machine or a host that packages came from', () => {
  const skipped = new Set(['node_modules', '.git', 'dist', '.cache', 'coverage'])
  const under = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
      if (skipped.has(entry.name)) return []
      const path = join(folder, entry.name)
      return entry.isDirectory() ? under(path) : [path]
    })
  const texts = under('.').filter(file =>
    /\.(tsx?|json|md|html|css|js|svg|webmanifest)$|(^|\/)(run|\.npmrc)$/.test(file),
  )
  expect(texts).toEqual(expect.arrayContaining(['package.json', '.ci/run']))
  const place = /(^|[\s'"`(=:])\/(work|root|home|Users|tmp)\//m
  const host = /"resolved":\s"(?!https:\/\/registry\.npmjs\.org\/)/
  expect(texts.filter(file => place.test(textOf(file)) || host.test(textOf(file)))).toEqual([])
})
