/** How long what was raised waited for a coach's answer (S6). It is shown to the coach alone, and scores nobody. */
import { median } from '../../lib/math.ts'
import { asSaid, type LogEntry } from '../../model/log.ts'

/** An answer: when it was given (minutes since 1970-01-01 UTC), and how many minutes what it answers had waited. */
export type Response = { readonly at: number; readonly minutes: number }

const answering = ['approved', 'declined', 'answered']

/** Every first answer of a coach to what was raised before, in the order they were given. */
export const responsesIn = (log: readonly LogEntry[]): readonly Response[] => {
  const raised = new Map<string, number>()
  const responses: Response[] = []
  for (const { verified, signed } of log.toSorted(asSaid)) {
    const { type, item, at, role } = signed.statement
    if (!verified.ok) continue
    if (type === 'raised' && !raised.has(item)) raised.set(item, at)
    const since = raised.get(item)
    if (since === undefined || !answering.includes(type) || (role !== 'coach' && role !== 'owner')) continue
    responses.push({ at, minutes: Math.max(0, at - since) })
    raised.delete(item)
  }
  return responses
}

/** Answers of the weeks before a moment, the latest week last; a week in which nothing was answered has no figure. */
export const responsesByWeek = (
  responses: readonly Response[],
  at: number,
  weeks: number,
): readonly { readonly weeksAgo: number; readonly answers: number; readonly medianMinutes: number | null }[] =>
  Array.from({ length: weeks }, (_, i) => {
    const weeksAgo = weeks - 1 - i
    const [to, from] = [at - weeksAgo * 10_080, at - (weeksAgo + 1) * 10_080]
    const some = responses.filter(one => one.at > from && one.at <= to).map(({ minutes }) => minutes)
    return { weeksAgo, answers: some.length, medianMinutes: median(some) ?? null }
  })
