/** Where it hurt last: asked first when something hurts again, since the same place twice is for the coach to see. */
import type { Injury } from '../../../core/model/athlete.ts'
import type { BodySite, CheckIn } from '../../../core/model/check-in.ts'
import type { Day } from '../../../core/model/day.ts'

type Told = { readonly checkIns: readonly CheckIn[]; readonly profile: { readonly injuries: readonly Injury[] } }

/** The site of the latest pain said before a day, else of the injury that lasts, else of the latest that ended. */
export const hurtBefore = ({ checkIns, profile }: Told, day: Day): BodySite | null => {
  const later = (a: { readonly day: Day }, b: { readonly day: Day }) => (a.day < b.day ? 1 : -1)
  const said = checkIns.filter(one => one.pain !== null && one.day < day).toSorted(later)[0]?.pain?.site
  const injuries = profile.injuries
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => ((a.to ?? '9999') < (b.to ?? '9999') ? 1 : -1))
  return said ?? injuries[0]?.site ?? null
}
