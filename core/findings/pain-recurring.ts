/** Pain in the same place again, or where there was an injury before: a person has to look at it. */
import { known, unknown } from '../lib/reading.ts'
import type { BodySite } from '../model/check-in.ts'
import { addDays, type Day } from '../model/day.ts'
import type { Context } from '../signals/basis/context.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { type Example, type FindingRule, found } from './finding.ts'

const windowDays = 14
/** An injury stays on the mind for two years (`playbook.md` §3). */
export const injuryDays = 730
/** On the scale of five, 1 is none worth the name. */
export const painFrom = 2

export type Pain = { readonly day: Day; readonly site: BodySite; readonly level: number }

/** Pain of 2 or more told in the last so many days, the latest last; null where there was no check-in at all. */
export const painWithin = ({ checkIns, day }: Context, days: number): readonly Pain[] | null => {
  const before = addDays(day, -days)
  const recent = checkIns.filter(checkIn => checkIn.day > before)
  if (recent.length === 0) return null
  return recent.flatMap(({ day: on, pain }) => (pain && pain.level >= painFrom ? [{ day: on, ...pain }] : []))
}

/** The places of injuries that ended less than two years ago, or last. */
export const injuredSites = ({ content, day }: Context): ReadonlySet<BodySite> =>
  new Set(
    content.profile.injuries
      .filter(({ from, to }) => from <= day && (to === null || to >= addDays(day, -injuryDays)))
      .map(({ site }) => site),
  )

export const finding: FindingRule = {
  id: 'pain-recurring',
  title: 'Pain that comes back',
  trust: 'ours',
  find: context => {
    const pains = painWithin(context, windowDays)
    if (pains === null) return unknown('no check-in in the last 14 days')
    const injured = injuredSites(context)
    return known(
      [...new Set(pains.map(({ site }) => site))].sort().flatMap(site => {
        const here = pains.filter(pain => pain.site === site)
        const isOld = injured.has(site)
        if (!isOld && here.length < context.playbook.thresholds.painTimes) return []
        const last = here.at(-1)!
        const says = isOld
          ? `${site} pain ${last.level} of 5, where there was an injury`
          : `${site} pain ${here.length} times in 14 days`
        return [
          found(
            finding,
            last.day,
            says,
            here.map(({ day, level }) => `${day}: ${site} pain ${level} of 5`),
          ),
        ]
      }),
    )
  },
}

const calf = (days: number) => aCheckIn(daysAgo(days), { pain: { site: 'calf', level: 2 } })
const strain = { injuries: [{ site: 'calf' as const, from: daysAgo(400), to: daysAgo(370), note: 'strain' }] }
export const examples: readonly Example[] = [
  {
    name: 'calf pain 2 after last year’s strain (E10)',
    given: () => given({ profile: strain, checkIns: [calf(0)] }),
    answer: 'speaks',
  },
  { name: 'the same place twice', given: () => given({ checkIns: [calf(9), calf(1)] }), answer: 'speaks' },
  { name: 'once, for the first time', given: () => given({ checkIns: [calf(0)] }), answer: 'silent' },
  { name: 'no check-in', given: () => given({ profile: strain }), answer: 'unknown' },
]
