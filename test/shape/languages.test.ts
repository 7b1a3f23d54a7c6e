/** A language is whole: every sentence a screen may show in it is there, none is left over, and what is given stays given. */
import { expect, test } from 'vitest'
import { sentences } from '../../pwa/state/languages/de.ts'
import { views } from '../../pwa/views/index.ts'
import { filesUnder, textOf } from '../kit/source.ts'

const marked = /\b(?:t|english)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g
/** Every sentence the screens ask for, and the names of the screens themselves. */
const asked = new Set([
  ...filesUnder('pwa').flatMap(file =>
    [...textOf(file).matchAll(marked)].map(([, single, double]) => (single ?? double)!.replaceAll("\\'", "'")),
  ),
  ...views.filter(({ inNavigation }) => inNavigation).map(({ title }) => title),
])

const givenIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('no sentence is missing in German, and none is left over', () => {
  expect(asked.size).toBeGreaterThan(100)
  expect([...asked].filter(sentence => !Object.hasOwn(sentences, sentence))).toEqual([])
  expect(Object.keys(sentences).filter(sentence => !asked.has(sentence))).toEqual([])
})

test('a sentence says in German what it was given, and nothing else', () => {
  for (const [english, german] of Object.entries(sentences)) {
    expect(givenIn(german), english).toEqual(givenIn(english))
    expect(german.trim(), english).not.toBe('')
  }
})
