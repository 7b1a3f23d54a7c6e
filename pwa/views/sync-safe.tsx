/** What is stored on this device, whether the browser promised to keep it, and what happens without any link. */
import { useEffect, useState } from 'preact/hooks'
import { formatCount } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { sayBackup } from '../state/recovery-words.ts'
import s from './sync.module.css'
import type { SyncProps } from './sync.tsx'

const savedWords = {
  saved: 'Yes: everything you wrote stands on this device’s disk',
  saving: 'Being written now',
  'not-saved': 'No',
} as const

export const Safe = ({ app, looking }: SyncProps) => {
  const { status } = looking.space
  const [persisted, setPersisted] = useState<boolean | null>(null)
  useEffect(() => {
    void (navigator.storage?.persisted?.() ?? Promise.resolve(false)).then(setPersisted)
  }, [])
  return (
    <section aria-labelledby="safe">
      <h2 id="safe">Kept on this device</h2>
      <dl class={s.facts}>
        <div>
          <dt>Saved here</dt>
          <dd>
            {savedWords[status.saved]}
            {status.saved === 'not-saved' && status.notSavedWhy && `: ${status.notSavedWhy}`}
          </dd>
        </div>
        <div>
          <dt>Kept for good</dt>
          <dd>
            {persisted === null
              ? '…'
              : persisted
                ? 'Yes, the browser will not clear it by itself'
                : 'Not promised: the browser may clear it when the disk is full. Settings can ask it to keep it.'}
          </dd>
        </div>
        <div>
          <dt>Last backup</dt>
          <dd>
            {sayBackup(app.device.value?.lastBackup ?? null, app.now.value.at * 60_000)}
            {', '}
            <a href="/settings">a recovery file under Settings</a>
          </dd>
        </div>
        <div>
          <dt>Without any link</dt>
          <dd>Everything works and stays here. It travels when a link is there again, or by file.</dd>
        </div>
      </dl>
      {status.stopped.some(({ isRemoved }) => !isRemoved) && (
        <p class={s.warn} role="alert">
          <Icon name="warning" />{' '}
          <span>
            A device signed two different histories and was stopped. <a href="/held">Whose it is, and what to do</a>
          </span>
        </p>
      )}
      {status.held > 0 && (
        <p class={s.warn}>
          <Icon name="warning" />{' '}
          <span>
            {formatCount(status.held, 'piece')} from other devices did not pass the checks (signature, order or role)
            and changed nothing. <a href="/held">Which, and why</a>
          </span>
        </p>
      )}
    </section>
  )
}
