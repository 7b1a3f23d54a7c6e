/** The library as text, to keep elsewhere and to hand over: an entry begins with `# its name`. */
import { err, ok, type Result } from '../lib/result.ts'
import { sports } from '../model/activity.ts'
import type { Day } from '../model/day.ts'
import type { PersonId, SessionId } from '../model/ids.ts'
import type { LibraryItem } from '../model/library.ts'
import { type Purpose, purposes, type Session } from '../model/session.ts'
import { explainTextError } from './explain-text.ts'
import { parseWorkout, printWorkout } from './text.ts'

/** Where the text could not be read, from line 1, in a sentence. */
export type LibraryTextError = { readonly line: number; readonly says: string }

// Why: words of one's own may begin like an entry or like the notes; a backslash keeps them apart.
const guarded = (words: string): string => words.replaceAll(/^(\\*)(#|notes:)/gim, '\\$1$2')
const unguarded = (line: string): string => line.replace(/^\\(\\*(?:#|notes:))/i, '$1')
const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

const printItem = ({ name, folder, tags, holds }: LibraryItem): string => {
  const common = [
    `# ${oneLine(name)}`,
    ...(folder === '' ? [] : [`folder: ${oneLine(folder)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${tags.map(oneLine).join(', ')}`]),
  ]
  if (holds.type === 'note')
    return [...common, `note for: ${holds.purposes.join(', ')}`, '', guarded(holds.words)].join('\n')
  const { title, purpose, sport, key, steps, notes } = holds.session
  return [
    ...common,
    ...(title === '' || title === name ? [] : [`title: ${oneLine(title)}`]),
    `purpose: ${purpose}`,
    ...(sport === 'run' ? [] : [`sport: ${sport}`]),
    ...(key ? ['key: yes'] : []),
    '',
    printWorkout(steps),
    ...(notes === '' ? [] : ['', 'notes:', guarded(notes)]),
  ].join('\n')
}

/** Entries one after the other; `readLibraryText` reads them back. */
export const printLibrary = (items: readonly LibraryItem[]): string => `${items.map(printItem).join('\n\n')}\n`

/** Who brings the entries in and when, and a name for each. */
export type Bringing = { readonly by: PersonId; readonly at: number; readonly newId: () => string; readonly day: Day }

const fields = /^(folder|tags|title|purpose|sport|key|note for):\s*(.*)$/i

type Part = { readonly name: string; readonly line: number; readonly lines: readonly string[] }

const partsOf = (text: string): readonly Part[] => {
  const parts: { name: string; line: number; lines: string[] }[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const opening = /^#\s+(.+)$/.exec(line)
    if (opening) parts.push({ name: opening[1]!.trim(), line: i + 1, lines: [] })
    else parts.at(-1)?.lines.push(line)
  }
  return parts
}

const isPurpose = (word: string): word is Purpose => (purposes as readonly string[]).includes(word)

const readPart = (part: Part, { by, at, newId, day }: Bringing): Result<LibraryItem, LibraryTextError> => {
  const said = new Map<string, string>()
  let begin = 0
  for (; begin < part.lines.length; begin++) {
    const field = fields.exec(part.lines[begin]!)
    if (!field) break
    said.set(field[1]!.toLowerCase(), field[2]!.trim())
  }
  const fault = (says: string, line = part.line) => err<LibraryTextError>({ line, says })
  const body = part.lines.slice(begin)
  const tags = (said.get('tags') ?? '')
    .split(',')
    .map(oneLine)
    .filter(tag => tag !== '')
  const common = {
    id: newId(),
    name: part.name.slice(0, 200),
    folder: (said.get('folder') ?? '').slice(0, 100),
    tags: tags.slice(0, 20).map(tag => tag.slice(0, 40)),
    by,
    at,
  }
  const wordsOf = (lines: readonly string[]) => lines.map(unguarded).join('\n').trim().slice(0, 4000)
  const noteFor = said.get('note for')
  if (noteFor !== undefined) {
    const named = noteFor.split(',').map(word => word.trim())
    const wrong = named.find(word => !isPurpose(word))
    if (wrong !== undefined) return fault(`“${wrong}” is no purpose of a session. They are: ${purposes.join(', ')}.`)
    return ok({ ...common, holds: { type: 'note', purposes: named.filter(isPurpose), words: wordsOf(body) } })
  }
  const purpose = said.get('purpose') ?? 'easy'
  const sport = sports.find(one => one === (said.get('sport') ?? 'run'))
  if (!isPurpose(purpose)) return fault(`“${purpose}” is no purpose of a session. They are: ${purposes.join(', ')}.`)
  if (sport === undefined) return fault(`“${said.get('sport')}” is no sport. They are: ${sports.join(', ')}.`)
  const notesAt = body.findIndex(line => /^notes:\s*$/i.test(line))
  const read = parseWorkout((notesAt === -1 ? body : body.slice(0, notesAt)).join('\n'))
  if (!read.ok) return fault(`${part.name}: ${explainTextError(read.error)}`, part.line + begin + read.error.at.line)
  const session: Session = {
    id: common.id as SessionId,
    day,
    sport,
    title: (said.get('title') ?? part.name).slice(0, 200),
    purpose,
    steps: read.value.steps,
    key: /^(yes|true|x)$/i.test(said.get('key') ?? ''),
    locked: false,
    notes: notesAt === -1 ? '' : wordsOf(body.slice(notesAt + 1)),
    startMinute: null,
  }
  return ok({ ...common, holds: { type: 'session', session } })
}

/** All entries of a text, or the first fault with its line. */
export const readLibraryText = (text: string, bringing: Bringing): Result<readonly LibraryItem[], LibraryTextError> => {
  const parts = partsOf(text)
  if (parts.length === 0)
    return err({ line: 1, says: 'There is no entry in it. An entry begins with a line such as # Hills 8 × 90 s.' })
  const items: LibraryItem[] = []
  for (const part of parts) {
    const item = readPart(part, bringing)
    if (!item.ok) return item
    items.push(item.value)
  }
  return ok(items)
}
