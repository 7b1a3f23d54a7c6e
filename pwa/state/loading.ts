/** Loads an athlete's documents when somebody looks at them; until then only the list knows of the athlete. */
import type { Device, Space } from '../../core/peer/api.ts'
import type { Opening } from './app.ts'

type Loaded = { readonly space: Space | null; readonly opening: Opening }

/** What is open of the athlete named; where nothing is, it is loaded, and `loaded` is called when that has ended. */
export const makeLoading = (device: Device, loaded: () => void): ((id: string | null) => Loaded) => {
  const coming = new Set<string>()
  const failed = new Set<string>()
  const load = async (id: string) => {
    coming.add(id)
    // Why once: what cannot be read now is not read again at every change.
    if ((await device.open(id)) === null) failed.add(id)
    coming.delete(id)
    loaded()
  }
  return id => {
    const space = device.spaces.find(one => one.id === id) ?? null
    if (id === null || space !== null) return { space, opening: { state: 'ready' } }
    if (failed.has(id))
      return { space, opening: { state: 'failed', why: 'What is stored of this athlete could not be read.' } }
    if (!coming.has(id)) void load(id)
    return { space, opening: { state: 'opening' } }
  }
}
