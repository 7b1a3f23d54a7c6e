/** How what is written here travels: who has it, what was held apart, and the person's own switch. */
import { formatCount } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { syncWords } from '../parts/sync-words.ts'
import type { App, Looking } from '../state/app.ts'
import s from './settings.module.css'

type Given = { readonly app: App; readonly looking: Looking }

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
      {status.stopped.some(({ isRemoved }) => !isRemoved) && (
        <p class={s.warn} role="alert">
          <Icon name="warning" /> A device signed two different histories and was stopped.{' '}
          <a href="/held">Whose it is, and what to do</a>
        </p>
      )}
      {status.held > 0 && (
        <p class={s.warn}>
          <Icon name="warning" /> {formatCount(status.held, 'piece', 'pieces')} from other devices did not pass the
          checks (signature, order or role) and change nothing. <a href="/held">What was held apart, and why</a>
        </p>
      )}
      {status.waiting > 0 && (
        <p>
          <a href="/held">On its way</a>: what {formatCount(status.waiting, 'device')} wrote waits for something that
          has not arrived yet. It is entered when that comes.
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
      <p>
        <a href="/sync">Who has your changes, and every way they can travel</a>
      </p>
    </section>
  )
}
