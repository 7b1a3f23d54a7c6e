/** The plan as coach and athlete see it: what the coach wrote, and every change that somebody who may has signed. */
import { type Day, mondayOf } from '../model/day.ts'
import type { Edit } from '../model/edit.ts'
import type { LogEntry } from '../model/log.ts'
import type { AthleteContent, PlanContent, RefusedChange, StandingChange, VisiblePlan } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Session } from '../model/session.ts'
import { type Ground, mayApply, mayMoveByAthlete } from '../playbook/index.ts'
import { admit } from './admit.ts'
import { type Decisions, decides, decisionsIn, inOrder } from './decisions.ts'
import { inForceIn, type VersionOnFile } from './in-force.ts'
import { bySession } from './session-order.ts'
import { asWritten, changeOn, resultOf, type Standing, visible, withChange } from './standing.ts'

/** R4: so many changes made by rules stand in one athlete's week; the others wait for the coach. */
const mostByRuleInAWeek = 2

/**
 * Composes the visible plan. Pure, and the same on every device whatever order the log arrived in: statements are read
 * by (`at`, id), each once, and only verified ones count. What changes nothing is listed in `refused` with the reason. A
 * change is judged by the version of the playbook that was in force when it was made; `versions` are those on file.
 */
export const compose = (
  plan: PlanContent,
  content: AthleteContent,
  log: readonly LogEntry[],
  current: Playbook,
  versions: readonly VersionOnFile[] = [],
): VisiblePlan => {
  const entries = inOrder(log)
  const inForce = inForceIn(entries, versions, current)
  const decisions = decisionsIn(entries)
  const items = new Set<string>()
  const refused: RefusedChange[] = []
  const changes: StandingChange[] = []
  const byRule: { readonly week: Day; readonly until: number }[] = []
  let standing: Standing = asWritten(plan.sessions)
  let sessions: readonly Session[] | undefined
  let pace = content.profile.thresholds?.thresholdPaceSPerKm ?? null

  for (const [place, entry] of entries.entries()) {
    const { type, item, rule, at, edit } = entry.signed.statement
    if (type === 'undone' || type === 'declined') {
      const why = whyNotDecided(entry, decisions)
      if (why !== undefined) refused.push({ entry, why })
    }
    if (type !== 'approved' && type !== 'applied' && type !== 'moved') continue

    // Why: new paces are no change of a session, and do not count among the two of a week (R4).
    const week = edit === null || edit.pace !== undefined ? undefined : weekOf(edit, standing)
    const gate = (edit: Edit): string | undefined => {
      const inWeek = byRule.filter(made => made.week === week && made.until > place).length
      if (type === 'applied' && week !== undefined && inWeek >= mostByRuleInAWeek)
        return 'two changes made by rules stand in this week'
      sessions ??= [...standing.values()].map(({ session }) => session).toSorted(bySession)
      const playbook = inForce(entry)
      const ground: Ground = { sessions, standing: changes, plan, content, log: entries.slice(0, place), playbook, at }
      const verdict = type === 'applied' ? mayApply(edit, rule, ground) : mayMoveByAthlete(edit, ground)
      return verdict.level === 'auto' ? undefined : verdict.because.map(({ says }) => says).join('; ')
    }
    const answer = admit(entry, { standing, items, decisions, pace, gate })
    // Why: a change taken back later counts for R4 until then, so that no other one appears when it goes.
    if (type === 'applied' && week !== undefined && (answer.admitted || answer.why.type === 'Undone')) {
      byRule.push({ week, until: decisions.takenBackAt(entry.id) ?? entries.length })
    }
    if (!answer.admitted) {
      // Why: it was judged with its season, which is not read here.
      if (answer.why.type === 'NoSuchSession' && at < (plan.since ?? 0)) continue
      refused.push({ entry, why: answer.why })
      continue
    }
    items.add(item)
    pace = answer.edit.pace?.after ?? pace
    changes.push(changeOn(resultOf(answer.edit, answer.held.session), entry, answer.edit))
    standing = withChange(standing, entry, answer.edit, answer.held)
    sessions = undefined
  }
  const shown = [...standing.values()].map(visible).toSorted((a, b) => bySession(a.session, b.session))
  return { sessions: shown, phases: plan.phases, races: plan.races, refused }
}

/** Why a decline or an undo decides nothing; undefined where it does. */
const whyNotDecided = (entry: LogEntry, { undoRefused }: Decisions): RefusedChange['why'] | undefined => {
  if (!entry.verified.ok) return { type: 'NotVerified', why: entry.verified.why }
  const { type, role } = entry.signed.statement
  const says = type === 'undone' ? undoRefused(entry) : decides(role) ? undefined : 'only a coach declines'
  return says === undefined ? undefined : { type: 'NotAllowed', says }
}

/** The week in which an edit leaves something behind, where that can be told. */
const weekOf = (edit: Edit, standing: Standing): Day | undefined => {
  const day = edit.adds?.day ?? edit.after.day ?? edit.before.day ?? standing.get(edit.session)?.session.day
  return day && mondayOf(day)
}
