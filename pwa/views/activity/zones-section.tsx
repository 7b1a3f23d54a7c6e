/** Time in zones, by the school the reader chooses, always with the name of the method. */

import { useState } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import type { Activity } from '../../../core/model/activity.ts'
import type { Thresholds } from '../../../core/model/athlete.ts'
import { timeInZones, type ZoneSystem, type ZoneSystemId, zoneSystemsOf } from '../../../core/science/zone-systems.ts'
import { About } from '../../parts/about.tsx'
import type { DistanceUnit } from '../../parts/format.ts'
import { sayBand } from '../../parts/zone-words.ts'
import s from './activity.module.css'

type ZonesProps = {
  readonly activity: Activity
  readonly thresholds: Thresholds
  readonly own: readonly number[] | null
  readonly unit: DistanceUnit
}
type Timed = { readonly system: ZoneSystem; readonly time: NonNullable<ReturnType<typeof timeInZones>> }

const timedIn = ({ activity, thresholds, own }: Omit<ZonesProps, 'unit'>): readonly Timed[] =>
  zoneSystemsOf(thresholds, own).flatMap(system => {
    const time = system.bands.known ? timeInZones(activity, system.by, system.bands.value) : null
    return time === null ? [] : [{ system, time }]
  })

export const ZonesSection = ({ activity, thresholds, own, unit }: ZonesProps) => {
  const [chosen, setChosen] = useState<ZoneSystemId | null>(null)
  if (activity.hrSeconds === null && activity.paceSeconds === null) return null
  const systems = timedIn({ activity, thresholds, own })
  const shown = systems.find(({ system }) => system.id === chosen) ?? systems[0]
  return (
    <section class={s.panel} aria-labelledby="time-in-zones">
      <header class={s.head}>
        <h2 id="time-in-zones">
          Time in zones <About of="time-in-zones" />
        </h2>
        {shown && (
          <select
            class={s.choose}
            aria-label="Zones by"
            value={shown.system.id}
            onChange={event => setChosen(event.currentTarget.value as ZoneSystemId)}
          >
            {systems.map(({ system }) => (
              <option key={system.id} value={system.id}>
                {system.title}
              </option>
            ))}
          </select>
        )}
      </header>
      {shown ? <Bars {...shown} unit={unit} /> : <p class="soft">No threshold is known yet to draw zones from.</p>}
      <p class="faint">
        <a href="/zones">Where the thresholds come from</a>
      </p>
    </section>
  )
}

const Bars = ({ system, time, unit }: Timed & { readonly unit: DistanceUnit }) => {
  const bands = system.bands.known ? system.bands.value : []
  const total = time.below + time.seconds.reduce((sum, seconds) => sum + seconds, 0)
  const rows = [
    ...(time.below > 0 ? [{ name: 'below', says: '', seconds: time.below, at: -1 }] : []),
    ...bands.map((band, i) => ({
      name: band.name,
      says: sayBand(band, system.by, unit),
      seconds: time.seconds[i] ?? 0,
      at: i,
    })),
  ]
  return (
    <table class={s.zones}>
      <thead class="only-heard">
        <tr>
          <th scope="col">Zone</th>
          <th scope="col">From and to</th>
          <th scope="col">Share</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, says, seconds, at }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class={s.soft}>{says}</td>
            <td class={s.barCell}>
              <span
                class={s.bar}
                style={{ width: `${(seconds / total) * 100}%`, opacity: 0.35 + (0.65 * (at + 1)) / bands.length }}
              />
              <span class={s.share}>{Math.round((seconds / total) * 100)} %</span>
            </td>
            <td class={s.figure}>{sayClock(seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
