/** The next session that could be made easier: today's, if it has not begun, or tomorrow's. */
import type { Finding } from '../../model/advice.ts'
import { addDays } from '../../model/day.ts'
import type { VisibleSession } from '../../model/plan.ts'
import type { Session } from '../../model/session.ts'
import type { Drafting } from '../proposal.ts'

/** Easy and recovery runs are eased as easy days; whatever is key, hard, long or steady is eased as a key session. */
export const isEasyDay = ({ purpose, key }: Session): boolean => !key && (purpose === 'easy' || purpose === 'recovery')

const isRunToEase = ({ purpose, sport, steps, locked }: Session): boolean =>
  sport === 'run' && steps.length > 0 && !locked && purpose !== 'race' && purpose !== 'rest'

/** Sessions still ahead within so many days that may be eased, the next first. Locked ones and races never are. */
export const ahead = ({ context, visible }: Drafting, days: number): readonly VisibleSession[] => {
  const last = addDays(context.day, days)
  return visible.sessions
    .filter(({ session }) => {
      if (session.day < context.day || session.day > last || !isRunToEase(session)) return false
      if (session.day === context.day && session.startMinute !== null && session.startMinute <= context.minute)
        return false
      return context.matches.get(session.id)?.state === 'upcoming'
    })
    .toSorted((a, b) => (a.session.day + a.session.id < b.session.day + b.session.id ? -1 : 1))
}

/** Short of sleep for days, or dipping while soreness rises and motivation falls (E2, E3, E4). */
export const tiredness = (findings: readonly Finding[]): readonly Finding[] => {
  const of = (kind: Finding['kind']) => findings.filter(finding => finding.kind === kind)
  const short = of('sleep-short')
  if (short.length > 0) return short
  const all = [of('sleep-dipping'), of('soreness-rising'), of('motivation-falling')]
  return all.every(some => some.length > 0) ? all.flat() : []
}

/** What the findings say, as one sentence. */
export const sayFindings = (findings: readonly Finding[]): string => {
  const text = findings.map(({ says }) => says).join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
