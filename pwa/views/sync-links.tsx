/** Each way two devices can be linked without a person carrying anything, and how it stands now. */
import { Icon, type IconName } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import s from './sync.module.css'
import type { SyncProps } from './sync.tsx'

type WayProps = { readonly icon: IconName; readonly name: string; readonly state: string; readonly says: string }

const Way = ({ icon, name, state, says }: WayProps) => (
  <li class={s.way}>
    <Icon name={icon} />
    <div>
      <p>
        <strong>{name}</strong> <span class={s.state}>{state}</span>
      </p>
      <p class="soft">{says}</p>
    </div>
  </li>
)

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
  const { link } = looking.space.status
  return (
    <section aria-labelledby="links">
      <h2 id="links">How it travels</h2>
      <ul class={s.ways}>
        <Way name="Device to device" {...direct[link]} />
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
