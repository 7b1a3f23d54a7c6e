/** How what is written here travels: who has it, what was held apart, and the person's own switch. */
import type { Space } from '../../core/peer/api.ts'
import { formatCount } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { syncWords } from '../parts/sync-words.ts'
import type { App, Looking } from '../state/app.ts'
import s from './settings.module.css'

type Given = { readonly app: App; readonly looking: Looking }

/** The other devices, and whether each has confirmed all that was written here. */
const Others = ({ app, space }: { readonly app: App; readonly space: Space }) => {
  const mine = app.device.value?.id
  const others = space.members.flatMap(member =>
    member.devices.filter(({ id }) => id !== mine).map(device => ({ member, device })),
  )
  if (others.length === 0)
    return (
      <p class="soft">
        No other device yet. <a href="/people">Invite somebody, or add your own second device</a>: it is also the best
        backup.
      </p>
    )
  return (
    <ul class={s.list}>
      {others.map(({ member, device }) => {
        const has = space.status.acknowledgedBy.includes(device.id)
        return (
          <li key={device.id}>
            <Icon name={has ? 'check' : 'clock'} />
            <span>
              {member.name}’s device <span class="faint">{device.fingerprint}</span>
            </span>
            <span class={has ? s.good : 'soft'}>{has ? 'has everything' : 'not confirmed yet'}</span>
          </li>
        )
      })}
    </ul>
  )
}

export const Sync = ({ app, looking }: Given) => {
  const { space } = looking
  const { status } = space
  const others = Math.max(0, space.members.flatMap(m => m.devices).length - 1)
  const words = syncWords(status, app.online.value, others)
  const unreadable = [...looking.plan.unreadable, ...looking.content.unreadable]
  return (
    <section aria-labelledby="sync">
      <h2 id="sync">Sync</h2>
      <p class={s.now}>
        <Icon name={words.icon} /> <strong>{words.word}.</strong> {words.says}
      </p>
      <Others app={app} space={space} />
      {status.held > 0 && (
        <p class={s.warn}>
          <Icon name="warning" /> {formatCount(status.held, 'piece', 'pieces')} from other devices did not pass the
          checks (signature, order or role). They are held apart and change nothing.
        </p>
      )}
      {unreadable.length > 0 && (
        <p class={s.warn}>
          <Icon name="warning" /> {formatCount(unreadable.length, 'entry', 'entries')} could not be read and{' '}
          {unreadable.length === 1 ? 'is' : 'are'} left out: {unreadable.slice(0, 3).join(', ')}
          {unreadable.length > 3 && ' …'}. A newer version of Tandem may read {unreadable.length === 1 ? 'it' : 'them'}.
        </p>
      )}
      {app.device.value && (
        <div class={s.choice}>
          <span>Links</span>
          <Segmented
            label="Links to other devices"
            value={app.device.value.online ? 'on' : 'off'}
            options={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Work offline' },
            ]}
            onChange={value => app.device.value?.setOnline(value === 'on')}
          />
        </div>
      )}
      <p class="faint">
        Devices talk to each other directly, encrypted; the meeting point only introduces them and sees nothing. Without
        one nothing leaves this device.
      </p>
    </section>
  )
}
