/** What a coach does with a whole season: keeps its phases, and has its weeks drafted for one athlete or several. */
import type { SessionId } from '../../core/model/ids.ts'
import type { Phase, Race } from '../../core/model/season.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { deskOf, dropDrafts, keepDrafts } from '../../core/peer/desk.ts'
import { onFile } from '../../core/peer/reading.ts'
import { together } from '../../core/plan/document.ts'
import { putPhase, putRace, readPlan } from '../../core/plan/plan-document.ts'
import { readPlaybook } from '../../core/plan/playbook-document.ts'
import { draftSeason, missingForDraft } from '../../core/plan/season-draft.ts'
import type { Doing } from './doing.ts'
import { sayFault } from './says.ts'
import type { DraftedFor, SeasonActions } from './writing-desk.ts'

/** The race and the phases of the one looked at, where another athlete has none of their own on that day. */
const framed = (space: Space, race: Race, phases: readonly Phase[], newId: () => string) => {
  const plan = readPlan(space.docs.plan)
  const own = plan.races.find(({ day }) => day === race.day)
  const has = plan.phases.some(({ from, to }) => phases.some(phase => from <= phase.to && phase.from <= to))
  const itsRace = own ?? { ...race, id: newId() }
  const itsPhases = has ? plan.phases : phases.map(phase => ({ ...phase, id: newId() }))
  const written = together(space.docs.plan, localOrigin, [
    ...(own === undefined ? [() => putRace(space.docs.plan, itsRace, localOrigin)] : []),
    ...(has ? [] : itsPhases.map(phase => () => putPhase(space.docs.plan, phase, localOrigin))),
  ])
  return { race: itsRace, phases: itsPhases, written }
}

export const seasonActs = ({ ends, device, planEdit, write }: Doing): SeasonActions => ({
  keepDrafts: (sessions, says) =>
    write(
      space => keepDrafts(space, sessions),
      says,
      () =>
        void write(
          space =>
            dropDrafts(
              space,
              sessions.map(({ id }) => id),
            ),
          null,
        ),
    ),
  putPhases: phases =>
    planEdit(
      space =>
        together(
          space.docs.plan,
          localOrigin,
          phases.map(phase => () => putPhase(space.docs.plan, phase, localOrigin)),
        ),
      `Phases kept: ${phases.length}. Put your own words to them.`,
    ),
  draftSeason: async (template, race, others) => {
    const looked = ends.looking.value?.space
    if (looked === undefined) return []
    const done: { readonly space: Space; readonly ids: readonly SessionId[] }[] = []
    const told: DraftedFor[] = []
    const { phases } = readPlan(looked.docs.plan)
    for (const id of [looked.id, ...others]) {
      const space = id === looked.id ? looked : await device.open(id)
      if (space === null) continue
      const { profile, lifeEvents } = onFile(space, space.past).athlete
      const tell = (more: Partial<DraftedFor>) =>
        told.push({ name: profile.name, drafted: 0, leftOut: [], missing: [], ...more })
      const frame = space === looked ? { race, phases, written: null } : framed(space, race, phases, ends.newId)
      if (frame.written !== null && !frame.written.ok) {
        tell({ missing: [sayFault(frame.written.error)] })
        continue
      }
      const given = {
        race: frame.race,
        phases: frame.phases,
        // Why the desk too: what was drafted there is not drafted once more.
        sessions: [...readPlan(space.docs.plan).sessions, ...deskOf(space).sessions],
        profile,
        lifeEvents,
        hasPlaybook: readPlaybook(space.docs.playbook) !== null,
        today: ends.now.value.day,
      }
      const missing = missingForDraft(given)
      if (missing.length > 0) {
        tell({ missing })
        continue
      }
      const { sessions, leftOut } = draftSeason(template, given, ends.newId)
      const kept = await keepDrafts(space, sessions)
      if (!kept.ok) tell({ missing: [sayFault(kept.error)] })
      else {
        done.push({ space, ids: sessions.map(session => session.id) })
        tell({ drafted: sessions.length, leftOut: leftOut.map(({ title, why }) => `${title}: ${why}`) })
      }
    }
    const count = told.reduce((sum, { drafted }) => sum + drafted, 0)
    if (count > 0)
      ends.tell({
        says: `Drafted on the desk: ${count === 1 ? '1 session' : `${count} sessions`}. No athlete sees ${count === 1 ? 'it' : 'them'} until you publish.`,
        bad: false,
        undo: () => {
          for (const { space, ids } of done) dropDrafts(space, ids)
        },
      })
    return told
  },
})
