/** Who the athlete is to the plan: thresholds, minutes in the week, injuries and goals. The athlete writes it. */
import { formatDay, formatPace } from '../parts/format.ts'
import type { App, Looking, View } from '../state/app.ts'
import { useMissing } from './intake-known.ts'
import s from './profile.module.css'
import { ProfileForm } from './profile-form.tsx'
import { NotTold } from './session/intake-card.tsx'

const rhythmWord = { regular: 'alike', varies: 'changing', shifts: 'by shifts' } as const

type Given = { readonly app: App; readonly looking: Looking }

const Read = ({ app, looking }: Given) => {
  const unit = app.preferences.value.distance
  const { profile } = looking.content
  const { thresholds: t } = profile
  const facts: readonly (readonly [string, string])[] = [
    ['Threshold pace', t?.thresholdPaceSPerKm ? formatPace(t.thresholdPaceSPerKm, unit) : 'not said'],
    ['Threshold heart rate', t?.thresholdHr ? `${t.thresholdHr} bpm` : 'not said'],
    ['Maximum heart rate', t?.maxHr ? `${t.maxHr} bpm` : 'not said'],
    ['Resting heart rate', t?.restHr ? `${t.restHr} bpm` : 'not said'],
    ['Minutes, Mon to Sun', profile.weekMinutes?.map(minutes => minutes ?? '–').join(' · ') ?? 'not said'],
    [
      'Injuries',
      profile.injuries
        .map(i => `${i.site} (${formatDay(i.from, 'withYear')}${i.to ? '' : ', still there'})`)
        .join('; ') || (profile.noInjuries ? 'none so far, they say' : 'not said'),
    ],
    ['Goals', profile.goals || 'not said'],
    ['Work and family', profile.work ?? 'not said'],
    ['What keeps them going', profile.motivates ?? 'not said'],
    ['What they are afraid of', profile.frightens ?? 'not said'],
    ['Usual sleep', profile.usualSleepHours === null ? 'not said' : `${profile.usualSleepHours} h`],
    ['Nights', profile.sleepRhythm ? rhythmWord[profile.sleepRhythm] : 'not said'],
    ['The coach decides', profile.preset === 'coach-heavy' ? 'everything asks' : 'as the playbook says'],
  ]
  return (
    <>
      <p class="soft">
        {profile.name || 'The athlete'} writes this; you read it. <a href="/zones">Zones and thresholds</a>
      </p>
      <dl class={s.facts}>
        {facts.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <NotTold missing={useMissing(app, looking)} />
    </>
  )
}

const ProfilePage = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  if (!looking) return null
  const mine = looking.space.myRoles.includes('athlete')
  return (
    <div class={s.page}>
      <h1>{looking.content.profile.name || 'Athlete'}</h1>
      {mine ? <ProfileForm key={looking.space.id} app={app} looking={looking} /> : <Read app={app} looking={looking} />}
    </div>
  )
}

export const view: View = {
  id: 'profile',
  path: '/athlete',
  title: 'Athlete',
  icon: 'athlete',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: ProfilePage,
}
