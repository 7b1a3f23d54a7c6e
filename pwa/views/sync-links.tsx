/** Each way two devices can be linked without a person carrying anything, and how it stands now. */
import type { ComponentChildren } from 'preact'
import type { FolderState } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { formatCount, formatMoment } from '../parts/format.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import s from './sync.module.css'
import type { SyncProps } from './sync.tsx'

type WayProps = {
  readonly icon: IconName
  readonly name: string
  readonly state: string
  readonly says: ComponentChildren
  readonly children?: ComponentChildren
}

const Way = ({ icon, name, state, says, children }: WayProps) => (
  <li class={s.way}>
    <Icon name={icon} />
    <div>
      <p>
        <strong>{name}</strong> <span class={s.state}>{state}</span>
      </p>
      <p class="soft">{says}</p>
      {children && <div class={s.row}>{children}</div>}
    </div>
  </li>
)

const besideLooks = {
  linked: {
    icon: 'check',
    state: 'linked on this machine',
    says: 'Changes go between this app and the extension in this browser directly, with no network at all.',
  },
  apart: {
    icon: 'offline',
    state: 'not linked',
    says: 'If Tandem’s extension is installed in this browser, open its options, pair it, and press “Link with the app at localhost”. Nothing is contacted for it.',
  },
} as const

const folderLooks = {
  none: { icon: 'folder', state: 'not used' },
  on: { icon: 'check', state: 'in step' },
  paused: { icon: 'offline', state: 'resting while you work offline' },
  ask: { icon: 'question', state: 'the browser asks for your word again' },
  lost: { icon: 'warning', state: 'not there now' },
} as const

/** What a folder does for two people, or what stands in its way. */
const folderSays = ({ state, name, at, unreadable }: FolderState): string => {
  if (state === 'none')
    return 'A folder both of you can reach (a synced one, a network drive, a stick) carries changes without any meeting point. What lies in it is sealed.'
  if (state === 'ask') return `The browser lets go of “${name}” when it closes, and needs your click to use it again.`
  if (state === 'lost')
    return `“${name}” cannot be read or written: a stick pulled, a folder moved, a disk full. What you write stays here and is put there when it is back.`
  const since = at === null ? '' : ` Last in step ${formatMoment(at)}.`
  const waits =
    unreadable === 0 ? '' : ` ${formatCount(unreadable, 'file')} cannot be read yet; they may still be on their way.`
  return `“${name}”: this device writes only its own part of it and reads the others’.${since}${waits}`
}

const Folder = ({ app, looking }: SyncProps) => {
  const { space } = looking
  const { folder } = space
  const told = async (did: Promise<string | null>) => {
    const wrong = await did
    if (wrong !== null) app.say(wrong, true)
  }
  return (
    <Way name="Shared folder" {...folderLooks[folder.state]} says={folderSays(folder)}>
      {folder.state === 'ask' && (
        <Button variant="primary" onClick={() => void space.allowFolder()}>
          Allow it again
        </Button>
      )}
      <Button onClick={() => void told(app.parcels.chooseFolder(space.id))}>
        {folder.state === 'none' ? 'Choose a folder…' : 'Choose another…'}
      </Button>
      {folder.state !== 'none' && (
        <Button onClick={() => void told(app.parcels.leaveFolder(space.id))}>Stop using it</Button>
      )}
    </Way>
  )
}

const direct = {
  off: {
    icon: 'offline',
    state: 'off',
    says: 'No meeting point is set for this copy of Tandem, or you work offline. Nothing is contacted.',
  },
  searching: {
    icon: 'sync',
    state: 'looking for the others',
    says: 'Works when both are online at the same time. The meeting point only introduces devices and can read nothing.',
  },
  connected: {
    icon: 'check',
    state: 'connected',
    says: 'Changes arrive within a second, encrypted, with nobody in between who could read them.',
  },
} as const

export const Links = ({ app, looking }: SyncProps) => {
  const device = app.device.value
  const { link, beside } = looking.space.status
  return (
    <section aria-labelledby="links">
      <h2 id="links">How it travels</h2>
      <ul class={s.ways}>
        <Way name="Device to device" {...direct[link]} />
        <Way name="Browser extension" {...besideLooks[beside ? 'linked' : 'apart']} />
        <Folder app={app} looking={looking} />
      </ul>
      {device && (
        <div class={s.choice}>
          <Segmented
            label="Links to other devices"
            value={device.online ? 'on' : 'off'}
            options={[
              { value: 'on', label: 'Links on' },
              { value: 'off', label: 'Work offline' },
            ]}
            onChange={value => device.setOnline(value === 'on')}
          />
        </div>
      )}
    </section>
  )
}
