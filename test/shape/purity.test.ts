/** Core is given everything and touches nothing: what the compiler cannot forbid is forbidden here. */
import { expect, test } from 'vitest'
import { codeOf, filesUnder, textOf } from '../kit/source.ts'

const banned = [
  { what: 'the clock', seen: /\bDate\b|\bperformance\b/ },
  { what: 'chance', seen: /\bMath\s*\.\s*random\b|\bgetRandomValues\b|\brandomUUID\b/ },
  { what: 'the reader’s locale', seen: /\bIntl\b|\btoLocale\w*/ },
  { what: 'a throw', seen: /\bthrow\b/, except: ['core/lib/never.ts'] },
  { what: 'a class', seen: /\bclass\s/ },
  { what: 'an enum', seen: /\benum\s/ },
  { what: 'a default export', seen: /\bexport\s+default\b/ },
  { what: 'the network', seen: /\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b/ },
  { what: 'a global', seen: /\bglobalThis\b/ },
]

const pure = filesUnder('core').filter(file => !/^core\/(peer|relay|cli)\//.test(file))

test('core is seen by these tests', () => {
  expect(pure).toEqual(expect.arrayContaining(['core/lib/never.ts', 'core/model/session.ts']))
  expect(pure.length).toBeGreaterThan(30)
})

test('what stands in a comment or in quotes is no code, and what stands in a template’s braces is', () => {
  const text = ['const a = `$', '{new Date()} Date` // Date', 'const b = /Date/.test("Date") /* Date */'].join('')
  expect(codeOf(text.replace('// Date', '// Date\n'))).toBe('const a = new Date() \nconst b = 0.test() ')
})

test.each(banned)('core never touches $what', ({ seen, except = [] }) => {
  expect(pure.filter(file => !except.includes(file) && seen.test(codeOf(textOf(file))))).toEqual([])
})

test('a site adapter reads the page and never writes to it, clicks in it or calls its server', () => {
  const sites = filesUnder('extension/sites')
  expect(sites).toContain('extension/sites/trainingpeaks.ts')
  const writes =
    /\bfetch\b|\bXMLHttpRequest\b|\bsendBeacon\b|\.click\s*\(|\.submit\s*\(|\.value\s*=(?!=)|\binnerHTML\b|\bouterHTML\b|\binsertAdjacent|\bdispatchEvent\b|\.cookie\b|\b(?:set|remove)Item\b/
  expect(sites.filter(file => writes.test(codeOf(textOf(file))))).toEqual([])
})
