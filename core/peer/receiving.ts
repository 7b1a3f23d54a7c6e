/** Takes in a file in which the parcels of a space and of its circles may lie, each by the space it belongs to. */
import { err, ok, type Result } from '../lib/result.ts'
import type { Received, ReceiveError } from './api.ts'
import { readParcels } from './parcel.ts'
import type { LiveSpace } from './space.ts'

/** `spaceOf` finds a space of this device, among them circles that the file's first parcels made known. */
export const receiveFile = async (
  file: Uint8Array,
  spaceOf: (id: string) => Promise<LiveSpace | undefined>,
): Promise<Result<Received, ReceiveError>> => {
  const parcels = readParcels(file)
  if (!parcels.ok) return parcels
  let all: Received | undefined
  for (const parcel of parcels.value) {
    const space = await spaceOf(parcel.space)
    if (space === undefined) continue
    const received = await space.receive(parcel)
    if (!received.ok) return received
    // Why: a circle is told of in its space's own book, and must be open before what is written in it is read.
    await space.keeper?.keep()
    const { pieces, fresh, held, missing } = received.value
    all = {
      space: all?.space ?? space.id,
      pieces: (all?.pieces ?? 0) + pieces,
      fresh: (all?.fresh ?? 0) + fresh,
      held: (all?.held ?? 0) + held,
      missing: [...new Set([...(all?.missing ?? []), ...missing])],
    }
  }
  return all === undefined ? err({ type: 'NotHere' }) : ok(all)
}
