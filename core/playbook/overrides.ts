/** One playbook for many athletes: what all of them share, and what is set otherwise for one (S159). */
import {
  type LayerName,
  layerNames,
  type Override,
  type Playbook,
  type ThresholdName,
  thresholdBounds,
} from '../model/playbook.ts'
import { swapField, withSwapChanges } from './swap-list.ts'

/** A field's name (`thresholds.sleepShortNights`) and its value. */
export type Field = { readonly field: string; readonly value: Override['shared'] }

const thresholdNames = Object.keys(thresholdBounds) as readonly ThresholdName[]
const permissionNames = ['recompute-zones', 'ease-easy-day', 'move-session', 'swap-equal'] as const

/** Every field a coach can set, for all athletes or for one, in the order of the document. */
export const fieldsOf = (playbook: Playbook): readonly Field[] => [
  ...layerNames.map((name: LayerName) => ({ field: `layers.${name}`, value: playbook.layers[name] })),
  ...permissionNames.map(name => ({ field: `mayApply.${name}`, value: playbook.mayApply[name] })),
  { field: 'athleteMayMove', value: playbook.athleteMayMove },
  ...thresholdNames.map(name => ({ field: `thresholds.${name}`, value: playbook.thresholds[name] })),
  ...playbook.swaps.map(({ id, offered }) => ({ field: swapField(id), value: offered })),
]

/** The playbook with one field set. */
export const withField = (playbook: Playbook, { field, value }: Field): Playbook => {
  if (field === 'athleteMayMove') return { ...playbook, athleteMayMove: value === true }
  if (field.startsWith(swapField('')))
    return {
      ...playbook,
      swaps: playbook.swaps.map(swap => (swapField(swap.id) === field ? { ...swap, offered: value === true } : swap)),
    }
  const [group, name] = field.split('.') as ['layers' | 'mayApply' | 'thresholds', string]
  return Object.hasOwn(playbook[group] ?? {}, name)
    ? { ...playbook, [group]: { ...playbook[group], [name]: value } }
    : playbook
}

const withFields = (playbook: Playbook, fields: readonly Field[]): Playbook => fields.reduce(withField, playbook)

/** The fields in which one differs from another, with the values of the second. */
export const changedFields = (before: Playbook, after: Playbook): readonly Field[] => {
  const was = new Map(fieldsOf(before).map(({ field, value }) => [field, value]))
  return fieldsOf(after).filter(({ field, value }) => was.has(field) && was.get(field) !== value)
}

/** The playbook as the coach's other athletes have it. */
export const sharedOf = (playbook: Playbook): Playbook =>
  withFields(
    { ...playbook, overrides: [] },
    playbook.overrides.map(({ field, shared }) => ({ field, value: shared })),
  )

/** A shared playbook with one athlete's own values laid onto it; what is the same as for all is no override. */
const laidOnto = (shared: Playbook, own: readonly Field[]): Playbook => {
  const there = new Map(fieldsOf(shared).map(({ field, value }) => [field, value]))
  const other = own.filter(({ field, value }) => there.has(field) && there.get(field) !== value)
  const overrides = other
    .map(({ field }) => ({ field, shared: there.get(field)! }))
    .toSorted((a, b) => (a.field < b.field ? -1 : 1))
  return { ...withFields(shared, other), overrides }
}

const ownFields = (playbook: Playbook): readonly Field[] => {
  const values = new Map(fieldsOf(playbook).map(({ field, value }) => [field, value]))
  return playbook.overrides.flatMap(({ field }) => (values.has(field) ? [{ field, value: values.get(field)! }] : []))
}

/**
 * What of a change holds for whom: the title and what stands on the swap list are one for all athletes; for one alone
 * they stay as they are, and what of the list is offered is theirs.
 */
export const changeFor = <C extends { readonly before: Playbook; readonly draft: Playbook }>(
  change: C,
  scope: 'all' | 'one',
): C => {
  const { title, swaps } = change.before
  if (scope === 'all') return change
  const offered = changedFields(change.before, change.draft).filter(({ field }) => field.startsWith(swapField('')))
  return { ...change, draft: withFields({ ...change.draft, title, swaps }, offered) }
}

/** A draft begun on an earlier version, on the one in force now: what was changed is laid onto it, and nothing else. */
export const ontoVersion = <C extends { readonly before: Playbook; readonly draft: Playbook }>(
  change: C,
  current: Playbook,
): C => {
  const { before, draft } = change
  if (before === current) return change
  const swaps = withSwapChanges(current.swaps, before.swaps, draft.swaps)
  const title = before.title === draft.title ? current.title : draft.title
  return {
    ...change,
    before: current,
    draft: withFields({ ...current, title, swaps }, changedFields(before, draft)),
  }
}

/**
 * What a coach changed, from one version to a draft, put into the playbook of an athlete as the next version. For all:
 * what was changed becomes what all share, and what is set for this athlete alone stays, unless it is the very thing
 * that was changed looking at them (`isSeen`). For one: what was changed is theirs alone.
 */
export const nextVersion = (
  playbook: Playbook,
  change: { readonly before: Playbook; readonly draft: Playbook },
  scope: 'all' | 'one',
  isSeen: boolean,
): Playbook => {
  const { before, draft } = change
  const changed = changedFields(before, draft)
  const version = playbook.version + 1
  const shared = { ...sharedOf(playbook), version }
  const own = ownFields(playbook)
  if (scope === 'one') return laidOnto(shared, [...own.filter(one => !isAmong(one, changed)), ...changed])
  const swaps = withSwapChanges(shared.swaps, before.swaps, draft.swaps)
  const title = before.title === draft.title ? shared.title : draft.title
  const forAll = withFields({ ...shared, swaps, title }, changed)
  return laidOnto(forAll, isSeen ? own.filter(one => !isAmong(one, changed)) : own)
}

const isAmong = ({ field }: Field, fields: readonly Field[]): boolean => fields.some(other => other.field === field)
