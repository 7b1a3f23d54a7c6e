/** Lifts every figure, day and name out of what a report says, so that only its frame is left to be reworded. */
import { unitMark, weekdayNames } from '../model/say-day.ts'
import { fill, type Slot, type Telling, type Told } from './told.ts'
import { verify } from './verify.ts'

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const weekday = `(?:${weekdayNames.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`
const figure = '[+-]?\\d+(?:[.,:]\\d+)*'
const counts =
  'easy|moderate|hard|poor|the week before|without data|on average|left out for life|not answered|of 5|above usual|below usual'
const said = 'fatigue|motivation|stress|resting heart rate|variability|form|[a-z]+(?:-[a-z]+)* pain'
const units = '%|km|mi|m|h|min|bpm|SD|runs?|days?|nights?|sessions?'

/** What is lifted out, the most telling first. Why with its words: a figure that carries its meaning cannot lend it. */
const patterns: readonly { readonly hint: string; readonly seen: string }[] = [
  { hint: 'why it is not known', seen: 'not known: .+' },
  { hint: 'that nothing was planned', seen: 'nothing was planned' },
  { hint: 'words of a person', seen: '“[^”]*”' },
  { hint: 'that it is as usual', seen: `(?:${said}) as usual` },
  { hint: 'a date', seen: '\\d{4}-\\d{2}-\\d{2}' },
  {
    hint: 'a figure with its unit',
    seen: `(?:at least |none poor of |none of |none on )?(?:(?:${said}) )?${figure}(?:[ ${unitMark}](?:${units})(?![a-z]))?(?: (?:${counts})(?![a-z]))?`,
  },
  { hint: 'days', seen: `(?:sore )?${weekday}(?:, ${weekday})*(?![a-z])` },
]

/** 0 → `a`, 25 → `z`, 26 → `ba`: no digit stands in a placeholder either. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26))) + String.fromCharCode(97 + (index % 26))

const idPattern = /^[a-z]{1,20}(-[a-z]{1,20}){0,2}$/

const lift = (id: string, text: string, names: readonly string[]): Pick<Told, 'template' | 'slots'> => {
  const titles = names.filter(name => name !== '').toSorted((a, b) => b.length - a.length)
  const session = `(?:${weekday} )?(?:${titles.map(escaped).join('|')})(?: \\(key session\\))?`
  const all = [...(titles.length === 0 ? [] : [{ hint: 'a session', seen: session }]), ...patterns]
  const lifted = new RegExp(all.map(({ seen }) => `(${seen})`).join('|'), 'g')
  const slots: Slot[] = []
  const template = text.replace(lifted, (says: string, ...groups: readonly unknown[]) => {
    const slot = {
      id: `${id}-${letters(slots.length)}`,
      says,
      hint: all[groups.findIndex(one => one !== undefined)]!.hint,
    }
    slots.push(slot)
    return `{${slot.id}}`
  })
  return { template, slots }
}

const metresIn: Readonly<Record<string, number>> = { km: 1000, mi: 1609.344, m: 1 }
const distance = new RegExp(`^(\\d+(?:\\.\\d+)?)[ ${unitMark}](km|mi|m)(?: the week before)?$`)

/** `28.5 km` → 28500; undefined for anything that is no plain distance. */
const metresOf = (says: string): number | undefined => {
  const found = distance.exec(says)
  return found ? Number(found[1]) * metresIn[found[2]!]! : undefined
}

const directionOf = (slots: readonly Slot[]): Told['direction'] => {
  const before = slots.find(({ says }) => says.endsWith(' the week before'))
  const [now, then] = [metresOf(slots[0]?.says ?? ''), metresOf(before?.says ?? '')]
  if (before === undefined || now === undefined || then === undefined || now === then) return null
  return { before: before.id, went: now > then ? 'up' : 'down' }
}

/**
 * The sentence of a fact; filled in, it is the fact's own words. What cannot be lifted safely becomes one slot whole, so
 * that the rule's own sentence always passes its check. `id` is of small letters and hyphens.
 */
export const tell = ({ id: given, title, says, names }: Telling): Told => {
  const id = idPattern.test(given) ? given : 'fact'
  const words = says.replace(/[\s.]+$/, '')
  const keeps = title.toLowerCase().match(/\p{L}+/gu) ?? []
  const { template, slots } = lift(id, words, names)
  const fine = { id, template: `${title}: ${template}.`, slots, keeps, direction: directionOf(slots) }
  // Why filled in again: a text with braces of its own could be taken for a placeholder.
  if (slots.length > 0 && fill(fine, fine.template) === `${title}: ${words}.` && verify(fine, fine.template).ok)
    return fine
  const slot = { id: `${id}-a`, says: words, hint: 'a statement' }
  const whole = { ...fine, template: `${title}: {${slot.id}}.`, slots: [slot], direction: null }
  if (verify(whole, whole.template).ok) return whole
  return { ...whole, template: `{${slot.id}}.`, slots: [{ ...slot, says: `${title}: ${words}` }], keeps: [] }
}
