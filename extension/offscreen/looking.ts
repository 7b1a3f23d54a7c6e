/** Reads a space once for all who ask, and again only when a document, the log or the minute changed. */
import { adviceFor, advise } from '../../core/engine.ts'
import type { Advice } from '../../core/model/advice.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { MemberRole } from '../../core/model/statement.ts'
import { raise, situationOf } from '../../core/peer/actions.ts'
import { type Device, docNames, type Space } from '../../core/peer/api.ts'
import type { Now } from './clock.ts'

export type Looked = {
  readonly space: Space
  /** The athlete's name as their profile has it; empty where it says none. */
  readonly athlete: string
  readonly as: 'coach' | 'athlete'
  /** Whether these are the person's own days: they are the athlete, coached by somebody or by themselves. */
  readonly own: boolean
  /** Already stripped to what this person may see. */
  readonly advice: Advice
  /** Sessions of which the athlete said how they went. */
  readonly said: ReadonlySet<SessionId>
}

/** A person alone in a space holds both roles; whose name the profile carries tells whether they coach themselves. */
export const standpointOf = (
  roles: readonly MemberRole[],
  person: string,
  athlete: string,
): Pick<Looked, 'as' | 'own'> => {
  const isCoach = roles.includes('coach')
  if (roles.includes('athlete'))
    return isCoach ? { as: 'coach', own: person === athlete } : { as: 'athlete', own: true }
  return { as: isCoach || roles.includes('owner') || roles.includes('assistant') ? 'coach' : 'athlete', own: false }
}

export type Looking = {
  /** Null before the person is a member. */
  look(space: Space, now: Now): Looked | null
  /** Watches the device's spaces; `changed` is called when any of them may read differently now. */
  attend(device: Device, changed: () => void): () => void
}

export const makeLooking = (): Looking => {
  const read = new Map<Space, { readonly at: number; readonly log: Space['log']; readonly looked: Looked }>()
  let person = ''
  const look = (space: Space, now: Now): Looked | null => {
    if (space.membership !== 'member') return null
    const before = read.get(space)
    if (before !== undefined && before.at === now.at && before.log === space.log) return before.looked
    const situation = situationOf(space, now)
    const advice = advise(situation)
    const athlete = situation.content.profile.name
    const standpoint = standpointOf(space.myRoles, person, athlete)
    const said = new Set(situation.content.outcomes.map(({ session }) => session))
    const looked = { space, athlete, ...standpoint, advice: adviceFor(standpoint.as, advice), said }
    read.set(space, { at: now.at, log: space.log, looked })
    // Why: that something waits must reach the coach even where only this browser is open; it carries no content.
    void raise(space, advice)
    return looked
  }
  const attend = (device: Device, changed: () => void): (() => void) => {
    const stops = device.spaces.map(space => {
      const stale = () => {
        read.delete(space)
        changed()
      }
      for (const name of docNames) space.docs[name].on('update', stale)
      const unsubscribe = space.subscribe(stale)
      return () => {
        unsubscribe()
        for (const name of docNames) space.docs[name].off('update', stale)
      }
    })
    person = device.person.name
    read.clear()
    return () => {
      for (const stop of stops) stop()
    }
  }
  return { look, attend }
}
