/** Where everything is kept, how it travels, and how this device shows it. */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { formatBytes, formatCount } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking, View } from '../state/app.ts'
import { t } from '../state/language.ts'
import { languages } from '../state/languages/index.ts'
import { speaksForAthlete } from './session/looking.ts'
import s from './settings.module.css'
import { Answers } from './settings-answers.tsx'
import { Backup } from './settings-backup.tsx'
import { Intervals } from './settings-intervals.tsx'
import { LeavingPart } from './settings-leaving.tsx'
import { Reminders } from './settings-reminders.tsx'
import { Sync } from './settings-sync.tsx'
import { WordingChoice } from './settings-wording.tsx'

type Given = { readonly app: App; readonly looking: Looking }

/** What the browser says of its room; null while it is asked. */
type Room = { readonly persisted: boolean; readonly usage: number; readonly quota: number }

const useRoom = () => {
  const [room, setRoom] = useState<Room | null>(null)
  const ask = async () => {
    const [persisted, told] = await Promise.all([navigator.storage?.persisted?.(), navigator.storage?.estimate?.()])
    setRoom({ persisted: persisted ?? false, usage: told?.usage ?? 0, quota: told?.quota ?? 0 })
  }
  useEffect(() => void ask(), [])
  return { room, ask }
}

const Kept = ({ app, looking }: Given) => {
  const { room, ask } = useRoom()
  const persist = async () => {
    const granted = (await navigator.storage?.persist?.()) ?? false
    await ask()
    app.say(
      granted
        ? 'The browser will keep Tandem’s data.'
        : 'The browser did not promise it. Installing the app usually settles it; exports are the real backup.',
      !granted,
    )
  }
  const { content, plan, space } = looking
  const name = (content.profile.name || 'athlete').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const exportTables = async () => {
    const everything = app.exportLooked()
    if (everything === null) return
    try {
      const { openArchive } = await import('../state/open-export.ts')
      const { day } = app.now.value
      saveFile(`tandem-${name}-${day}.zip`, 'application/zip', await openArchive(looking, everything, day))
    } catch (why) {
      app.say(`The archive could not be made: ${why instanceof Error ? why.message : why}. Try again.`, true)
    }
  }
  const exportAll = () => {
    const everything = app.exportLooked()
    if (everything !== null)
      saveFile(`tandem-${name}-${app.now.value.day}.json`, 'application/json', JSON.stringify(everything, null, 2))
  }
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">What is kept on this device</h2>
      <dl class={s.facts}>
        <div>
          <dt>Training</dt>
          <dd>
            {formatCount(content.activities.length, 'activity', 'activities')},{' '}
            {formatCount(content.checkIns.length, 'check-in')}
          </dd>
        </div>
        <div>
          <dt>Plan</dt>
          <dd>{formatCount(plan.sessions.length, 'session')}</dd>
        </div>
        <div>
          <dt>Signed decisions</dt>
          <dd>{formatCount(space.log.length, 'statement')}</dd>
        </div>
        <div>
          <dt>Room</dt>
          <dd>{room ? `${formatBytes(room.usage)} of ${formatBytes(room.quota)}` : '…'}</dd>
        </div>
        <div>
          <dt>Kept for good</dt>
          <dd>
            {room === null ? '…' : room.persisted ? 'Yes, the browser will not clear it by itself' : 'Not promised yet'}
          </dd>
        </div>
      </dl>
      <div class={s.row}>
        <Button onClick={exportAll}>
          <Icon name="download" /> Export everything
        </Button>
        <Button onClick={() => void exportTables()}>
          <Icon name="download" /> Export as tables (.zip)
        </Button>
        {room && !room.persisted && <Button onClick={() => void persist()}>Ask the browser to keep it</Button>}
      </div>
    </section>
  )
}

const Here = ({ app, looking }: Given) => {
  const preferences = app.preferences.value
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{t('How it is shown')}</h2>
      <div class={s.choice}>
        <span>{t('Distances')}</span>
        <Segmented
          label={t('Distances')}
          value={preferences.distance}
          options={[
            { value: 'km', label: t('Kilometres') },
            { value: 'mi', label: t('Miles') },
          ]}
          onChange={distance => app.setPreferences({ ...preferences, distance })}
        />
      </div>
      <div class={s.choice}>
        <span>{t('Language')}</span>
        <Segmented
          label={t('Language')}
          value={preferences.language}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={language => app.setPreferences({ ...preferences, language })}
        />
      </div>
      {preferences.language !== 'en' && (
        <p class="soft">
          {t('What the rules, the playbook and your coach say stays in English, and so do screens not translated yet.')}
        </p>
      )}
      <div class={s.choice}>
        <span>{t('Light')}</span>
        <Segmented
          label={t('Light')}
          value={preferences.theme}
          options={[
            { value: 'system', label: t('As the device') },
            { value: 'light', label: t('Light') },
            { value: 'dark', label: t('Dark') },
          ]}
          onChange={theme => app.setPreferences({ ...preferences, theme })}
        />
      </div>
      {speaksForAthlete(looking) && (
        <div class={s.choice}>
          <span>{t('Reminders and small questions on Today')}</span>
          <Segmented
            label={t('Reminders and small questions on Today')}
            value={preferences.nudges}
            options={[
              { value: 'on', label: t('One at a time') },
              { value: 'off', label: t('None') },
            ]}
            onChange={nudges => app.setPreferences({ ...preferences, nudges })}
          />
        </div>
      )}
    </section>
  )
}

const Settings = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return (
    looking && (
      <div class={s.page}>
        <h1>{t('Settings')}</h1>
        <Sync app={app} looking={looking} />
        <Kept app={app} looking={looking} />
        <Backup app={app} />
        <Here app={app} looking={looking} />
        {speaksForAthlete(looking) && <Reminders app={app} />}
        <LeavingPart app={app} looking={looking} />
        {speaksForAthlete(looking) && <Intervals app={app} looking={looking} />}
        {looking.as === 'coach' && <WordingChoice app={app} />}
        {looking.as === 'coach' && !looking.selfCoached && <Answers app={app} />}
        <p class="faint">
          Press ? anywhere for the keys. Tandem is not affiliated with any training log it works beside.
        </p>
      </div>
    )
  )
}

export const view: View = {
  id: 'settings',
  path: '/settings',
  title: 'Settings',
  icon: 'settings',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: Settings,
}
