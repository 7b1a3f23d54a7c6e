/** The device of this browser: opened once, reopened where it is told other addresses, heard when anything changes. */
import type { Device } from '../../core/peer/api.ts'
import { openDevice } from '../../core/peer/device.ts'
import type { Connect } from '../../core/peer/link.ts'
import { deviceStore, keepSettings, readSettings, type Settings } from '../settings.ts'
import { type Looking, makeLooking } from './looking.ts'

export type Home = {
  readonly looking: Looking
  readonly device: () => Promise<Device>
  readonly settings: () => Promise<Settings>
  /** Keeps new settings; where the addresses changed, the device opens again and meets the others there. */
  change(settings: Settings): Promise<boolean>
}

/** `changed` is called whenever a space or the list of spaces changed; `beside` is the way to the app on this machine. */
export const openHome = (changed: () => void, beside: Connect): Home => {
  const looking = makeLooking()
  let settings = readSettings()
  let attended = () => {}
  const open = async (): Promise<Device> => {
    const { name, rendezvous } = await settings
    const device = await openDevice(
      { store: deviceStore, name, rendezvous, iceServers: [], now: () => Date.now() },
      { beside },
    )
    const attend = () => {
      attended()
      attended = looking.attend(device, changed)
      changed()
    }
    attend()
    device.subscribe(attend)
    return device
  }
  let device = open()
  const reopen = async (): Promise<void> => {
    device = device.then(old => old.close()).then(open)
    await device
  }
  return {
    looking,
    device: () => device,
    settings: () => settings,
    change: async next => {
      const before = await settings
      if (!(await keepSettings(next))) return false
      settings = Promise.resolve(next)
      if (before.rendezvous.join() !== next.rendezvous.join()) await reopen()
      if (next.name !== '' && (await device).person.name !== next.name) await (await device).setName(next.name)
      return true
    },
  }
}
