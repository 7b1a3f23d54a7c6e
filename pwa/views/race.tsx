/** One race: the plan the coach writes, the card the athlete carries, and what both make of it afterwards. */
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import { daysBetween } from '../../core/model/day.ts'
import type { Race } from '../../core/model/season.ts'
import { Empty } from '../parts/empty.tsx'
import { formatDay, formatRaced } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking, View } from '../state/app.ts'
import { CardTab } from './race/card-tab.tsx'
import { DebriefTab } from './race/debrief-tab.tsx'
import { MindTab } from './race/mind-tab.tsx'
import { PlanTab } from './race/plan-tab.tsx'
import s from './race/race.module.css'

const tabs = [
  { value: 'plan', label: 'Plan' },
  { value: 'card', label: 'Card' },
  { value: 'mind', label: 'Mind' },
  { value: 'debrief', label: 'Debrief' },
] as const
type Tab = (typeof tabs)[number]['value']

type InsideProps = { readonly app: App; readonly looking: Looking; readonly race: Race }

const Inside = ({ app, looking, race }: InsideProps) => {
  const file = looking.raceFile(race.id)
  const isCoach = looking.as === 'coach'
  const shown = tabs.filter(({ value }) => value !== 'plan' || isCoach)
  const unit = app.preferences.value.distance
  const days = daysBetween(app.now.value.day, race.day)
  const [tab, setTab] = useState<Tab>(days < 0 ? 'debrief' : isCoach ? 'plan' : 'card')
  const given = { app, looking, race, file }
  return (
    <div class={s.page}>
      <header class={s.head}>
        <div>
          <p class={s.when}>
            <a href={isCoach ? '/calendar' : '/today'}>
              <Icon name="arrow-left" /> {isCoach ? 'Calendar' : 'Today'}
            </a>
          </p>
          <h1>{race.name}</h1>
          <p class={s.sub}>
            {formatDay(race.day, 'full')}
            {days > 0 && `, in ${days} ${days === 1 ? 'day' : 'days'}`}
            {race.distanceM !== null && ` · ${formatRaced(race.distanceM, unit)}`} · {race.priority} race
            {race.goal !== '' && ` · ${race.goal}`}
          </p>
        </div>
        {shown.length > 1 && <Segmented label="What to show" options={shown} value={tab} onChange={setTab} />}
      </header>
      {tab === 'plan' && <PlanTab {...given} />}
      {tab === 'mind' && <MindTab app={app} looking={looking} race={race} />}
      {tab === 'debrief' && <DebriefTab {...given} />}
      {tab === 'card' && (
        <div class={s.narrow}>
          <CardTab {...given} />
        </div>
      )}
    </div>
  )
}

const RacePage = ({ app }: { readonly app: App }) => {
  const { params } = useRoute()
  const looking = app.looking.value
  if (looking === null) return null
  const race = looking.plan.races.find(({ id }) => id === params.id)
  return race ? (
    <Inside key={`${looking.space.id}/${race.id}`} app={app} looking={looking} race={race} />
  ) : (
    <Empty title="No such race is in the plan" action={<a href="/calendar">Go to the calendar</a>}>
      <p>It may have been removed, or its coach’s device has not sent it yet.</p>
    </Empty>
  )
}

export const view: View = {
  id: 'race',
  path: '/race/:id',
  title: 'Race',
  icon: 'flag',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: RacePage,
}
