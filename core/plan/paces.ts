/** The paces trained by: the athlete's own, as a confirmed result has moved them since. */
import type { AthleteContent, VisiblePlan } from '../model/plan.ts'

/** The latest threshold pace that stands (s/km), in the order in which they were said; null where none was moved. */
export const paceOf = ({ sessions }: Pick<VisiblePlan, 'sessions'>): number | null => {
  const moved = sessions.flatMap(({ changes }) =>
    changes.flatMap(({ edit, at, id }) => (edit.pace === undefined ? [] : [{ after: edit.pace.after, at, id }])),
  )
  return moved.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1)?.after ?? null
}

const origin = 'moved with a confirmed result'

/** What the athlete's devices wrote, with the paces that stand in the plan. */
export const withPaces = (content: AthleteContent, visible: Pick<VisiblePlan, 'sessions'>): AthleteContent => {
  const pace = paceOf(visible)
  const own = content.profile.thresholds
  if (pace === null || own === null || own.thresholdPaceSPerKm === pace) return content
  return { ...content, profile: { ...content.profile, thresholds: { ...own, thresholdPaceSPerKm: pace, origin } } }
}
