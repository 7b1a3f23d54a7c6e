/** Month and weekday names as a page prints them, in the page's own language or in English. */

const tidy = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}.\s]/gu, '')
    .toLowerCase()

const namesIn = (language: string, options: Intl.DateTimeFormatOptions, dates: readonly Date[]): readonly string[] => {
  try {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return dates.map(date => tidy(format.format(date)))
  } catch {
    // Why: a page may say of itself that it is in a language that is none.
    return []
  }
}

const months = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, i, 15)))
// 2026-06-01 is a Monday.
const weekdays = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2026, 5, 1 + i)))

/** The place of a word among names; a shortened name counts where it begins one name only. Undefined where unsure. */
const placeIn = (word: string, lists: readonly (readonly string[])[]): number | undefined => {
  const wanted = tidy(word)
  if (wanted === '') return undefined
  const places = new Set(lists.flatMap(names => names.flatMap((name, i) => (name === wanted ? [i] : []))))
  if (places.size === 1) return [...places][0]
  if (places.size > 1 || wanted.length < 3) return undefined
  const begun = new Set(lists.flatMap(names => names.flatMap((name, i) => (name.startsWith(wanted) ? [i] : []))))
  return begun.size === 1 ? [...begun][0] : undefined
}

const languagesOf = (document: Document): readonly string[] => [
  ...new Set([document.documentElement.lang || 'en', 'en']),
]

/** 1 for January; undefined where the word is no month's name in the page's language or in English. */
export const monthOf = (word: string, document: Document): number | undefined => {
  const lists = languagesOf(document).flatMap(language => [
    namesIn(language, { month: 'long' }, months),
    namesIn(language, { month: 'short' }, months),
    // Why: in many languages the name beside a day is another form than the name alone.
    namesIn(language, { month: 'long', day: 'numeric' }, months).map(name => name.replaceAll(/\d/g, '')),
  ])
  const place = placeIn(word, lists)
  return place === undefined ? undefined : place + 1
}

/** 1 for Monday; undefined where the word is no weekday's name in the page's language or in English. */
export const weekdayOfName = (word: string, document: Document): number | undefined => {
  const lists = languagesOf(document).flatMap(language =>
    (['long', 'short'] as const).map(weekday => namesIn(language, { weekday }, weekdays)),
  )
  const place = placeIn(word, lists)
  return place === undefined ? undefined : place + 1
}
