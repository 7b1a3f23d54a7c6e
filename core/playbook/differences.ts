/** What changed from one version of the playbook to the next, in words: "three poor nights → two". */
import type { layerModes, Playbook, Swap } from '../model/playbook.ts'
import { describeSteps } from '../workout/estimate.ts'
import { kinds } from './kinds.ts'
import { changedFields, fieldsOf, withField } from './overrides.ts'
import { layerTitles, saySwap, sentences } from './sentences.ts'
import { putBackSwap, swapChanges, swapField } from './swap-list.ts'

/** A piece of a sentence as it was and as it is. */
export type Piece = { readonly is: 'same' | 'gone' | 'new'; readonly text: string }
/** `brief` is what changed alone (`three → two`); `pieces` is the whole sentence with the change marked in it. */
export type Difference = {
  readonly field: string
  readonly was: string
  readonly now: string
  readonly brief: string
  readonly pieces: readonly Piece[]
}

const smallNumbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** A small count as a word; anything else as it is written. */
export const inWords = (text: string): string => (/^\d+$/.test(text) ? (smallNumbers[Number(text)] ?? text) : text)

const words = (text: string): readonly string[] => text.split(/(?<=\s)/)

/** The longest run of words that both have, in order. */
const common = (a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] => {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i]![j] =
        a[i]!.trim() === b[j]!.trim() ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.trim() === b[j]!.trim()) pairs.push([i++, j++])
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

/** Two sentences as one, with what is gone before what is new. */
export const markChange = (was: string, now: string): readonly Piece[] => {
  const before = words(was)
  const after = words(now)
  const pieces: Piece[] = []
  const add = (is: Piece['is'], some: readonly string[]) => {
    if (some.length > 0) pieces.push({ is, text: some.join('') })
  }
  let i = 0
  let j = 0
  for (const [a, b] of [...common(before, after), [before.length, after.length] as const]) {
    add('gone', before.slice(i, a))
    add('new', after.slice(j, b))
    add('same', after.slice(b, b + 1))
    i = a + 1
    j = b + 1
  }
  return joined(pieces)
}

const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.is === piece.is) all[all.length - 1] = { ...last, text: last.text + piece.text }
    else all.push(piece)
  }
  return all
}

const joins = new Set(['of', 'in', 'or', 'at', 'than', 'over', 'and', 'to', 'with', 'alone'])

/** The few words that name what was counted: `poor nights` of `poor nights in the last 4 known`. */
const nounAfter = (text: string): string => {
  const all = text.trim().split(/\s+/)
  const end = all.findIndex(word => joins.has(word) || /[.,;]$/.test(word))
  const some = end < 0 ? all : all.slice(0, /[.,;]$/.test(all[end]!) ? end + 1 : end)
  return some.length > 3 ? '' : some.join(' ').replace(/[.,;]$/, '')
}

/** `three poor nights → two` */
const briefOf = (pieces: readonly Piece[]): string => {
  const first = (is: Piece['is']) =>
    pieces
      .find(piece => piece.is === is)
      ?.text.trim()
      .replace(/[.,]$/, '') ?? ''
  const at = pieces.findIndex(piece => piece.is === 'new')
  const next = pieces[at + 1]
  const noun = next?.is === 'same' && /^\d+$/.test(first('gone')) ? nounAfter(next.text) : ''
  return `${[inWords(first('gone')), noun].filter(Boolean).join(' ')} → ${inWords(first('new'))}`
}

const difference = (field: string, was: string, now: string): Difference => {
  const pieces = markChange(was, now)
  return { field, was, now, pieces, brief: briefOf(pieces) }
}

const modes: Readonly<Record<(typeof layerModes)[number], string>> = { off: 'off', watched: 'watched', on: 'on' }

/** The sentence of one field in a playbook. */
const sayField = (playbook: Playbook, field: string): string => {
  const [group, name = ''] = field.split('.')
  if (group === 'thresholds')
    return (
      sentences(playbook)
        .flatMap(({ sentences: all }) => all)
        .find(one => one.threshold?.name === name)?.says ?? field
    )
  if (group === 'layers') {
    const layer = name as keyof Playbook['layers']
    return `${layerTitles[layer]} is ${modes[playbook.layers[layer]]}.`
  }
  if (group === 'mayApply') {
    const kind = name as keyof Playbook['mayApply']
    return `${kinds[kind].title} ${playbook.mayApply[kind] ? 'may be applied at once' : 'waits for the coach'}.`
  }
  if (group === 'swaps') {
    const swap = playbook.swaps.find(({ id }) => swapField(id) === field)
    return swap ? `${swap.title} for missed ${swap.from} is ${swap.offered ? 'offered' : 'left out'}.` : field
  }
  return playbook.athleteMayMove
    ? 'The athlete may move a session within its week.'
    : 'The athlete asks the coach before moving a session.'
}

/** Every change in a sentence, in the order of the document; none where both say the same. */
export const differences = (before: Playbook, after: Playbook): readonly Difference[] => [
  ...(before.title === after.title
    ? []
    : [difference('title', `It is called ${before.title}.`, `It is called ${after.title}.`)]),
  ...changedFields(before, after).map(({ field }) =>
    difference(field, sayField(before, field), sayField(after, field)),
  ),
  ...swapDifferences(before, after),
  ...overrideDifferences(before, after),
]

/** Where a session stands on the swap list or not, and how; what is offered of it is a field of its own. */
const onList = 'swapList.'
const onListField = (id: string): string => `${onList}${id}`

const swapDifferences = (before: Playbook, after: Playbook): readonly Difference[] => {
  const { gone, added, other } = swapChanges(before.swaps, after.swaps)
  const whole = ({ id }: Swap, now: string, more = ''): Difference => {
    const says = `${now}${more}.`
    return { field: onListField(id), was: '', now: says, brief: now, pieces: [{ is: 'new', text: says }] }
  }
  return [
    ...gone.map(swap => whole(swap, `${swap.title} is off the swap list`)),
    ...added.map(swap =>
      whole(swap, `${swap.title} is on the swap list`, ` for missed ${swap.from} (${describeSteps(swap.steps)})`),
    ),
    ...other.map(({ was, now }) => ({
      ...difference(onListField(now.id), saySwap({ ...was, offered: true }), saySwap({ ...now, offered: true })),
      brief: was.title === now.title ? `${now.title} is other on the swap list` : `${was.title} → ${now.title}`,
    })),
  ]
}

/** An override that came or went without its value changing here: the others' value changed instead. */
const overrideDifferences = (before: Playbook, after: Playbook): readonly Difference[] => {
  const changed = new Set(changedFields(before, after).map(({ field }) => field))
  const names = (playbook: Playbook) => new Set(playbook.overrides.map(({ field }) => field))
  const line = (field: string, says: string): Difference => {
    const now = `${sayField(after, field)} ${says}`
    return {
      field,
      was: '',
      now,
      brief: says,
      pieces: [
        { is: 'same', text: `${sayField(after, field)} ` },
        { is: 'new', text: says },
      ],
    }
  }
  const was = names(before)
  const is = names(after)
  const there = new Set(fieldsOf(after).map(({ field }) => field))
  return [
    ...[...is]
      .filter(field => !was.has(field) && !changed.has(field))
      .map(field => line(field, 'Now for this athlete alone.')),
    ...[...was]
      .filter(field => !is.has(field) && !changed.has(field) && there.has(field))
      .map(field => line(field, 'Now as for all athletes.')),
  ]
}

/** A draft with one of its differences as it was before. */
export const putBack = (draft: Playbook, before: Playbook, field: string): Playbook => {
  if (field === 'title') return { ...draft, title: before.title }
  if (field.startsWith(onList)) return putBackSwap(draft, before, field.slice(onList.length))
  const was = fieldsOf(before).find(one => one.field === field)
  return was === undefined ? draft : withField(draft, was)
}
