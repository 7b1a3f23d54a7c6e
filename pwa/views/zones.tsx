/** Zones and thresholds: where each came from, how it moved, and what it means for training and racing. */
import { useMemo } from 'preact/hooks'
import { addDays } from '../../core/model/day.ts'
import { bestEffortBetween, criticalSpeedOn, thresholdHistory, thresholdOrigins } from '../../core/signals/index.ts'
import { Icon } from '../parts/icon.tsx'
import type { App, Looking, View } from '../state/app.ts'
import { isCoached } from '../state/roles.ts'
import { useHistory } from './history-context.ts'
import { CoachHistory, CoachSets } from './zones/coach-sets.tsx'
import { OwnZones } from './zones/own-zones.tsx'
import { RaceEquivalents, TrainingPaces } from './zones/paces.tsx'
import { RaceTimes } from './zones/race-times.tsx'
import { Systems } from './zones/systems.tsx'
import { ThresholdHistory } from './zones/threshold-history.tsx'
import { Thresholds } from './zones/thresholds.tsx'
import s from './zones/zones.module.css'

/** An effort longer ago says little about now (as for the thresholds). */
const windowDays = 180

const Inside = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const unit = app.preferences.value.distance
  const context = useHistory(looking, app.now.value.day)
  const { content } = looking
  const { history, thresholds, day } = context
  const origins = useMemo(
    () => thresholdOrigins(content.profile, history, day, context.checkIns),
    [content.profile, history, day, context.checkIns],
  )
  const entries = useMemo(() => thresholdHistory(context), [context])
  const effort = useMemo(() => bestEffortBetween(history, addDays(day, 1 - windowDays), day), [history, day])
  const critical = useMemo(() => criticalSpeedOn(context, day), [context, day])
  const mine = looking.space.myRoles.includes('athlete')
  const sets = !looking.selfCoached && isCoached(looking.space)
  const said = looking.plan.thresholds ?? []
  return (
    <div class={s.page}>
      <header>
        <p class={s.when}>
          <a href="/history">
            <Icon name="arrow-left" /> History
          </a>
        </p>
        <h1>Zones and thresholds</h1>
        <p class="faint">
          <a href="/figures">How every figure is worked out</a>
        </p>
      </header>
      <Thresholds origins={origins} reader={sets ? 'coach' : mine ? 'athlete' : 'other'} unit={unit} />
      {sets && <CoachSets key={looking.space.id} app={app} looking={looking} />}
      {said.length > 0 && <CoachHistory said={said} unit={unit} />}
      <ThresholdHistory
        entries={entries}
        today={day}
        unit={unit}
        set={origins.thresholdPaceSPerKm?.typed ? origins.thresholdPaceSPerKm.value : null}
      />
      <div class={s.two}>
        <div class={s.stack}>
          <Systems thresholds={thresholds} own={content.profile.ownZonesHr ?? null} unit={unit} />
          {mine && !sets && <OwnZones key={looking.space.id} app={app} looking={looking} />}
        </div>
        <div class={s.stack}>
          <TrainingPaces thresholdPaceSPerKm={thresholds.thresholdPaceSPerKm} unit={unit} />
          <RaceEquivalents effort={effort} critical={critical} unit={unit} />
          <RaceTimes context={context} unit={unit} />
        </div>
      </div>
    </div>
  )
}

const Zones = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return looking && <Inside app={app} looking={looking} />
}

export const view: View = {
  id: 'zones',
  path: '/zones',
  title: 'Zones',
  icon: 'heart',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: Zones,
}
