/** What the panel and the settings page show: spaces, people, today, and what is open. */
import type { Device, Space } from '../../core/peer/api.ts'
import type { ExtensionState, SpaceState } from '../messages.ts'
import type { Now } from './clock.ts'
import { type Looked, type Looking, standpointOf } from './looking.ts'
import { overlayDays } from './overlay-days.ts'

/** What is open for this reader: for a coach what asks for a word, for an athlete what is said to them. */
const openIn = ({ advice, as }: Looked): number =>
  as === 'coach'
    ? advice.proposals.filter(({ verdict }) => verdict.level !== 'auto').length
    : advice.messages.filter(({ to, kind }) => (to === as || to === 'both') && kind !== 'waiting' && kind !== 'summary')
        .length

const spaceState = (device: Device, space: Space, looked: Looked | null, now: Now): SpaceState => {
  const { status } = space
  const today = looked?.own === true ? (overlayDays(looked.advice, now.day, now.day)[0] ?? null) : null
  return {
    id: space.id,
    athlete: (looked?.athlete ?? '').slice(0, 100),
    as: looked?.as ?? standpointOf(space.myRoles, device.person.name, '').as,
    membership: space.membership,
    link: status.beside ? 'connected' : status.link,
    saved: status.saved !== 'not-saved',
    notSavedWhy: status.notSavedWhy,
    held: status.held,
    // Why cut: what does not fit the message would leave the person with no answer at all.
    members: space.members.slice(0, 100).map(({ person, name, roles, devices }) => ({
      name: name.slice(0, 100),
      mine: person === device.person.id,
      roles: [...roles],
      fingerprints: devices.slice(0, 20).map(({ fingerprint }) => fingerprint),
    })),
    today,
    unsaid: today?.sessions.flatMap(({ id }) => (looked?.said.has(id) ? [] : [id])) ?? [],
  }
}

/** Everything the extension's own pages show. `rendezvous` is where this device looks for the others. */
export const stateOf = (
  { device, looking, now }: { readonly device: Device; readonly looking: Looking; readonly now: Now },
  rendezvous: readonly string[],
): ExtensionState => {
  const looked = device.spaces.map(space => ({ space, seen: looking.look(space, now) }))
  const open = looked.map(({ seen }) => (seen === null ? 0 : openIn(seen))).reduce((total, count) => total + count, 0)
  return {
    today: now.day,
    name: device.person.name,
    fingerprint: device.fingerprint,
    rendezvous: [...rendezvous],
    spaces: looked.slice(0, 50).map(({ space, seen }) => spaceState(device, space, seen, now)),
    open: Math.min(open, 10_000),
  }
}
