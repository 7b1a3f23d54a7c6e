/** How a page is built, for a report: tags, classes, the names of data attributes, and counts; never a word of it. */
import type { Result } from '../../core/lib/result.ts'
import type { Page, PageReading, SiteError } from '../sites/site.ts'
import { marks } from './root.ts'

/** Letters of a report at most; a page that is larger is cut, and the report says so. */
const most = 200_000
const opaque: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'noscript', 'template', 'iframe'])

/** A name with its digits masked: an id or a class may carry somebody's number. */
const masked = (name: string): string => name.replaceAll(/\d/g, '9').slice(0, 60)

const nameOf = (element: Element): string => {
  const id = element.id === '' ? '' : `#${masked(element.id)}`
  const classes = [...element.classList].map(one => `.${masked(one)}`).join('')
  const attributes = [...element.attributes]
    .map(({ name }) => name)
    .filter(name => /^(data[-_]|aria-)|^(href|title|datetime|role)$/.test(name))
  return `${element.localName}${id}${classes}${attributes.map(name => `[${masked(name)}]`).join('')}`
}

/** The lines of an element and what is in it; neighbours that are built alike become one with their count. */
const linesOf = (element: Element, depth: number): readonly string[] => {
  const own = `${' '.repeat(depth)}${nameOf(element)}`
  if (opaque.has(element.localName)) return [own]
  const parts = [...element.children]
    .filter(({ localName }) => !(marks as readonly string[]).includes(localName))
    .map(child => linesOf(child, depth + 1))
  const alike: { readonly lines: readonly string[]; count: number }[] = []
  for (const lines of parts) {
    const before = alike.at(-1)
    if (before !== undefined && before.lines.join('\n') === lines.join('\n')) before.count += 1
    else alike.push({ lines, count: 1 })
  }
  return [
    own,
    ...alike.flatMap(({ lines, count }) => (count === 1 ? lines : [`${lines[0]} × ${count}`, ...lines.slice(1)])),
  ]
}

const readingLine = (reading: Result<PageReading, SiteError> | null): string => {
  if (reading === null) return 'no page of this site is known at this address'
  if (!reading.ok) return `${reading.error.type}: ${reading.error.says}`
  const { days, entries, notRecognised } = reading.value
  const count = (wanted: string) => days.filter(({ confidence }) => confidence === wanted).length
  const dated = entries.filter(({ day }) => day !== null).length
  return [
    `${days.length} days (${count('certain')} certain, ${count('probable')} probable, ${count('unknown')} unknown)`,
    `${entries.length} entries (${dated} dated, ${entries.filter(({ siteId }) => siteId !== null).length} with an id)`,
    ...notRecognised,
  ].join('; ')
}

/** The report of a page as it stands. */
export const structureOf = (document: Document, page: Page | undefined): string => {
  const head = [
    'Tandem structure report, format 1',
    // Why not the address: what stands in a path may be a name.
    `at ${document.location.hostname}, page ${page?.name ?? 'not known'}`,
    readingLine(page?.read(document) ?? null),
    `${document.querySelectorAll('*').length} elements`,
  ]
  const whole = [...head, ...linesOf(document.documentElement, 0)].join('\n')
  return whole.length <= most ? whole : `${whole.slice(0, most)}\n(cut: the page is larger than a report)`
}
