/** Who of the members is here and where they look, as their devices say it. */
import type { Awareness } from 'y-protocols/awareness'
import { parse } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { presenceSchema } from '../model/member.ts'
import type { Presence } from './api.ts'
import type { Members } from './roster.ts'

/** Each device once. Why so strict: whoever holds the room's secret can say anything. */
export const whoIsHere = (awareness: Awareness, members: Members): readonly Presence[] => {
  const here = new Map<DeviceId, Presence>()
  for (const [client, state] of awareness.getStates()) {
    const at = parse(presenceSchema, (state as { at?: unknown }).at)
    const mine = client === awareness.clientID
    if (!at.ok || members.personOf(at.value.device) !== at.value.person || !members.isIn(at.value.device)) continue
    if (mine || !here.get(at.value.device)?.mine) here.set(at.value.device, { ...at.value, mine })
  }
  return [...here.values()]
}
