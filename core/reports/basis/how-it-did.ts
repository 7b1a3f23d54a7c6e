/** A month of the playbook, rule by rule: what was shown, approved, declined, taken back and left unanswered (C8, §10). */
import { median } from '../../lib/math.ts'
import type { Day } from '../../model/day.ts'
import { asSaid, type LogEntry } from '../../model/log.ts'
import type { LayerName, Playbook } from '../../model/playbook.ts'
import { modeOf, proposals } from '../../proposals/index.ts'
import { dayAt } from '../../signals/index.ts'
import { responsesIn } from '../desk/responses.ts'

/** What the month, tried once more day by day with the watched layers on, would have drafted. */
export type Drafted = { readonly item: string; readonly rule: string; readonly day: Day; readonly says: string }

/**
 * Counts of one rule in a month; each draft counts once. `shown` waited for a coach or was applied; `approved` may have
 * been edited first; `unanswered` had no answer yet, or none before it expired. `watched` is what a layer that only
 * watches would have drafted, latest first. Minutes saved are measured nowhere, so no field holds them.
 */
export type RuleMonth = {
  readonly rule: string
  readonly title: string
  readonly layer: LayerName
  readonly shown: number
  readonly approved: number
  readonly declined: number
  readonly applied: number
  readonly undone: number
  readonly unanswered: number
  readonly watched: readonly Drafted[]
  /** What coaches said with their declines. */
  readonly whyNot: readonly string[]
}

/** `ofUnknownRule` were shown, and nothing on file says any more by which rule. */
export type HowItDid = {
  readonly rules: readonly RuleMonth[]
  readonly ofUnknownRule: number
  readonly alertsAnswered: number
  readonly answers: number
  readonly medianAnswerMinutes: number | null
}

type Given = {
  readonly log: readonly LogEntry[]
  readonly playbook: Playbook
  readonly from: Day
  readonly to: Day
  /** Null where the month was not tried; then a draft that nobody answered has no rule, and nothing is known of the watched. */
  readonly drafted: readonly Drafted[] | null
}

const isIn = (day: Day, { from, to }: Given): boolean => day >= from && day <= to

export const howItDid = (given: Given): HowItDid => {
  const { log, playbook, drafted } = given
  const said = log.filter(({ verified }) => verified.ok).toSorted(asSaid)
  const named = new Map<string, string>((drafted ?? []).map(({ item, rule }) => [item, rule]))
  for (const { signed } of said)
    if (signed.statement.rule !== null) named.set(signed.statement.item, signed.statement.rule)
  const byId = new Map<string, LogEntry>(said.map(entry => [entry.id, entry]))
  const takenBack = new Set(
    said.flatMap(({ signed: { statement } }) => (statement.type === 'undone' ? [statement.item] : [])),
  )
  const standing = said.filter(({ id }) => !takenBack.has(id))
  const itemsOf = (type: string, entries: readonly LogEntry[]) =>
    new Set(entries.flatMap(({ signed: { statement } }) => (statement.type === type ? [String(statement.item)] : [])))
  const inMonth = (entries: readonly LogEntry[]) =>
    entries.filter(({ signed }) => isIn(dayAt(signed.statement.at), given))
  const month = inMonth(standing)
  const [approved, declined, applied] = [
    itemsOf('approved', month),
    itemsOf('declined', month),
    itemsOf('applied', inMonth(said)),
  ]
  const answered = new Set([
    ...itemsOf('approved', standing),
    ...itemsOf('declined', standing),
    ...itemsOf('applied', said),
  ])
  const shown = new Set([...itemsOf('raised', inMonth(said)), ...approved, ...declined, ...applied])
  const undone = new Set(
    inMonth(said).flatMap(({ signed: { statement } }) => {
      const was = statement.type === 'undone' ? byId.get(statement.item)?.signed.statement : undefined
      return was && (was.type === 'approved' || was.type === 'applied') ? [String(was.item)] : []
    }),
  )
  const known = new Set(proposals.map(({ id }) => id))
  const responses = responsesIn(said).filter(({ at }) => isIn(dayAt(at), given))
  return {
    rules: proposals.map(({ id, title, layer }): RuleMonth => {
      const count = (items: ReadonlySet<string>) => [...items].filter(item => named.get(item) === id).length
      const isWatched = modeOf(id, playbook) === 'watched'
      const watched = (drafted ?? []).filter(one => isWatched && one.rule === id && isIn(one.day, given))
      return {
        rule: id,
        title,
        layer,
        shown: count(shown),
        approved: count(approved),
        declined: count(declined),
        applied: count(applied),
        undone: count(undone),
        unanswered: [...shown].filter(item => named.get(item) === id && !answered.has(item)).length,
        watched: [...new Map(watched.map(one => [one.item, one])).values()].toReversed(),
        whyNot: month.flatMap(({ signed: { statement } }) =>
          statement.type === 'declined' && statement.rule === id && statement.words !== null ? [statement.words] : [],
        ),
      }
    }),
    ofUnknownRule: [...shown].filter(item => !known.has(named.get(item) ?? '')).length,
    alertsAnswered: itemsOf('answered', month).size,
    answers: responses.length,
    medianAnswerMinutes: median(responses.map(({ minutes }) => minutes)) ?? null,
  }
}

/** Four weeks: how long a layer runs before the next one is offered (§9). */
const weeksBeforeNext = 4

/**
 * The layer to look at next, with what speaks for it: the first that is not on, once the last one before it has run four
 * weeks. `on` is since when each layer stands as it does (minutes since 1970), null where from the beginning.
 */
export const nextLayer = (
  layers: readonly LayerName[],
  { layers: modes }: Playbook,
  since: (layer: LayerName) => number | null,
  at: number,
): { readonly layer: LayerName; readonly waitsDays: number } | null => {
  const layer = layers.find(name => modes[name] !== 'on')
  if (layer === undefined) return null
  const last = layers.slice(0, layers.indexOf(layer)).at(-1)
  const begun = last === undefined ? null : since(last)
  const ran = begun === null ? weeksBeforeNext * 7 : Math.floor((at - begun) / 1440)
  return { layer, waitsDays: Math.max(0, weeksBeforeNext * 7 - ran) }
}
