/** What the panel and the settings page show: spaces, people, today, and what is open. */
import type { Device, Space } from '../../core/peer/api.ts'
import type { ExtensionState, SpaceState } from '../messages.ts'
import type { Now } from './clock.ts'
import { type Looked, type Looking, standpointOf } from './looking.ts'
import { overlayDays } from './overlay-days.ts'

const messagesFor = ({ advice, as }: Looked): readonly string[] =>
  advice.messages
    .filter(({ to, kind }) => (to === as || to === 'both') && kind !== 'waiting' && kind !== 'summary')
    .map(({ says }) => says.slice(0, 1000))
    .slice(0, 50)

/** What waits for the coach's word. In an athlete's own browser not even the panel is given any of it. */
const proposalsFor = ({ advice, as, space }: Looked): SpaceState['proposals'] =>
  as === 'athlete'
    ? []
    : advice.proposals
        .filter(({ verdict }) => verdict.level !== 'auto')
        .slice(0, 100)
        .map(({ id, day, title, why, verdict }) => ({
          space: space.id,
          id,
          day,
          title: title.slice(0, 500),
          why: why.slice(0, 4000),
          because: verdict.because.map(({ says }) => says.slice(0, 1000)).slice(0, 50),
        }))

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
    messages: looked === null ? [] : [...messagesFor(looked)],
    proposals: looked === null ? [] : proposalsFor(looked),
  }
}

const openIn = (space: SpaceState): number => (space.as === 'coach' ? space.proposals.length : space.messages.length)

/** Everything the extension's own pages show. `rendezvous` is where this device looks for the others. */
export const stateOf = (
  { device, looking, now }: { readonly device: Device; readonly looking: Looking; readonly now: Now },
  rendezvous: readonly string[],
): ExtensionState => {
  const spaces = device.spaces.map(space => spaceState(device, space, looking.look(space, now), now))
  return {
    today: now.day,
    name: device.person.name,
    fingerprint: device.fingerprint,
    rendezvous: [...rendezvous],
    spaces: spaces.slice(0, 50),
    open: spaces.map(openIn).reduce((total, count) => total + count, 0),
  }
}
