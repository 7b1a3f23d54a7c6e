/** Whom a remark names: `@` and a name, or `@coach` and `@athlete`. */
import type { PersonId } from '../../model/ids.ts'
import type { MemberRole } from '../../model/statement.ts'

/** Somebody who can be named. */
export type Nameable = { readonly person: PersonId; readonly name: string; readonly roles: readonly MemberRole[] }

const namesOf = ({ name, roles }: Nameable): readonly string[] =>
  [
    name,
    name.split(/\s+/)[0] ?? '',
    ...roles.filter(role => role === 'coach' || role === 'athlete' || role === 'assistant'),
  ].filter(one => one.trim() !== '')

const isInWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)

/** Where such a name begins and ends in a text, after the sign; whatever the height of the letters. */
const placesOf = (words: string, name: string): readonly (readonly [number, number])[] => {
  const [low, sought] = [words.toLowerCase(), `@${name.toLowerCase()}`]
  const places: (readonly [number, number])[] = []
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1)) {
    const end = at + sought.length
    // Why: an address of mail names nobody, and `@Corax` is not Cora.
    if (!isInWord(low[at - 1]) && !isInWord(low[end])) places.push([at, end])
  }
  return places
}

/** The people named in a text, each once, in the order of the list. */
export const mentioned = (words: string, people: readonly Nameable[]): readonly PersonId[] =>
  people.filter(one => namesOf(one).some(name => placesOf(words, name).length > 0)).map(({ person }) => person)

/** A text in parts, those that name somebody marked; joined they are the text. */
export const withMentions = (
  words: string,
  people: readonly Nameable[],
): readonly { readonly words: string; readonly names: boolean }[] => {
  const places = people
    .flatMap(one => namesOf(one).flatMap(name => placesOf(words, name)))
    .toSorted(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd)
  const parts: { words: string; names: boolean }[] = []
  let at = 0
  for (const [from, to] of places) {
    if (from < at) continue
    if (from > at) parts.push({ words: words.slice(at, from), names: false })
    parts.push({ words: words.slice(from, to), names: true })
    at = to
  }
  if (at < words.length) parts.push({ words: words.slice(at), names: false })
  return parts
}
