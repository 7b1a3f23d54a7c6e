/** How what is written here reaches the others, in words: what is saved, who has it, each way it can travel. */
import { Icon } from '../parts/icon.tsx'
import { syncWords } from '../parts/sync-words.ts'
import type { App, Looking, View } from '../state/app.ts'
import s from './sync.module.css'
import { ByFile } from './sync-file.tsx'
import { Links } from './sync-links.tsx'
import { WhoHasIt } from './sync-people.tsx'
import { Safe } from './sync-safe.tsx'

export type SyncProps = { readonly app: App; readonly looking: Looking }

const Now = ({ app, looking }: SyncProps) => {
  const { status, members } = looking.space
  const others = Math.max(0, members.flatMap(member => member.devices).length - 1)
  const { icon, word, says, tone } = syncWords(status, app.online.value, others)
  return (
    <p class={`${s.now} ${s[tone]}`} role="status">
      <Icon name={icon} />
      <span>
        <strong>{word}.</strong> {says}
      </span>
    </p>
  )
}

const Sync = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return (
    looking && (
      <div class={s.page}>
        <header>
          <h1>Sync</h1>
          <Now app={app} looking={looking} />
        </header>
        <WhoHasIt app={app} looking={looking} />
        <Links app={app} looking={looking} />
        <ByFile app={app} looking={looking} />
        <Safe app={app} looking={looking} />
      </div>
    )
  )
}

export const view: View = {
  id: 'sync',
  path: '/sync',
  title: 'Sync',
  icon: 'sync',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: Sync,
}
