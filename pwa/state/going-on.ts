/** Going on with what somebody took along: from a file on another device, or alone where a relationship ends here. */
import { parseJson } from '../../core/lib/parse.ts'
import { packed } from '../../core/model/packed-streams.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import { lookingBack } from '../../core/peer/reading.ts'
import { type CarriedIn, carryIn, exportedName } from '../../core/plan/carry-in.ts'
import type { Begin, Did } from './app.ts'
import type { Ends } from './create-app.ts'
import { exportOf } from './exported.ts'

/** No export of a lifetime is larger; what is would take the page with it. */
const mostBytes = 64 * 1024 * 1024

type Given = {
  readonly ends: Ends
  readonly device: Device
  readonly make: (as: 'athlete', fill: (space: Space) => void, then?: (space: Space) => void) => Did
  readonly named: (name: string) => Promise<void>
}

export const goingOn = ({ ends, device, make, named }: Given): Pick<Begin, 'fromExport' | 'endHere'> => {
  /** A space of this person's own, filled with an export; a sentence where that failed. `carried` is what came in. */
  const filled = async (
    exported: object,
    name: string,
    then?: (space: Space) => void,
    carried: { -readonly [key in keyof CarriedIn]: CarriedIn[key] } = { entries: 0, unreadable: 0 },
  ): Did => {
    await named(name)
    const wrong = await make(
      'athlete',
      space => {
        Object.assign(carried, carryIn(space.docs, exported, localOrigin))
      },
      then,
    )
    if (wrong === null && carried.unreadable > 0)
      ends.tell({
        says: `${carried.entries} entries came in; ${carried.unreadable} could not be read and stay in the file.`,
        bad: true,
        undo: null,
      })
    return wrong
  }

  return {
    fromExport: async file => {
      if (file.size > mostBytes)
        return `${file.name} is larger than any export (64 MB). Choose the file everything.json.`
      const text = await file.text().catch(() => null)
      if (text === null) return `${file.name} could not be read. It may have been moved: choose it again.`
      const json = parseJson(text)
      const name = json.ok ? exportedName(json.value) : undefined
      if (!json.ok || name === undefined)
        return `${file.name} is no export of Tandem. It is the file from Export everything, or everything.json out of the archive. Nothing was changed.`
      return filled(json.value as object, name)
    },
    endHere: async () => {
      const before = ends.looking.value
      if (before === null) return 'Nobody is looked at. Reload the page and try again.'
      const { space } = before
      // Why: what stands in seasons that ended long ago is read only where somebody looks back, and goes with the rest.
      await space.lookBack(null)
      const seen = { ...before, athlete: before.content }
      const { plan, athlete: content, advice } = lookingBack(space, ends.now.value.day, seen)
      const looking = { ...before, plan, content, advice }
      let own: Space | null = null
      const carried = { entries: 0, unreadable: 0 }
      const keepOwn = (made: Space) => {
        own = made
      }
      const wrong = await filled(exportOf(looking, ends.now.value)!, content.profile.name, keepOwn, carried)
      if (wrong !== null || own === null) return wrong
      if (carried.unreadable > 0)
        return `${carried.unreadable} entries could not be taken over, so what you shared is still here as well. Export everything, then forget it under Leaving.`
      const { id } = own as Space
      for (const activity of content.activities) {
        const streams = await device.recordings.find(space.id, [activity.id])
        if (streams !== null) await device.recordings.keep(id, [packed({ activity: activity.id, streams })])
      }
      // INVARIANT: only once the own copy stands are the keys of what was shared deleted.
      await device.forget(space.id)
      return null
    },
  }
}
