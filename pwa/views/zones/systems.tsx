/** The schools of zones, one at a time, with what each is drawn from. */
import { useState } from 'preact/hooks'
import { type ZoneSystemId, zoneSystemsOf } from '../../../core/science/zone-systems.ts'
import { About } from '../../parts/about.tsx'
import type { DistanceUnit } from '../../parts/format.ts'
import { sayBand } from '../../parts/zone-words.ts'
import s from './zones.module.css'

type SystemsProps = {
  readonly thresholds: Parameters<typeof zoneSystemsOf>[0]
  readonly own: readonly number[] | null
  readonly unit: DistanceUnit
}

export const Systems = ({ thresholds, own, unit }: SystemsProps) => {
  const systems = zoneSystemsOf(thresholds, own)
  const [chosen, setChosen] = useState<ZoneSystemId | null>(null)
  const shown = systems.find(({ id }) => id === chosen) ?? systems.find(({ bands }) => bands.known) ?? systems[0]!
  return (
    <section class={s.panel} aria-labelledby="zones-of">
      <header class={s.head}>
        <h2 id="zones-of">
          Zones <About of={shown.figure} />
        </h2>
        <select
          class={s.choose}
          aria-label="Zones by"
          value={shown.id}
          onChange={event => setChosen(event.currentTarget.value as ZoneSystemId)}
        >
          {systems.map(({ id, title, bands }) => (
            <option key={id} value={id}>
              {title}
              {bands.known ? '' : ' (not known)'}
            </option>
          ))}
        </select>
      </header>
      {shown.bands.known ? (
        <table>
          <thead class="only-heard">
            <tr>
              <th scope="col">Zone</th>
              <th scope="col">From and to</th>
            </tr>
          </thead>
          <tbody>
            {shown.bands.value.map(band => (
              <tr key={band.name}>
                <th scope="row">{band.name}</th>
                <td>{sayBand(band, shown.by, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="soft">These cannot be drawn: {shown.bands.why}.</p>
      )}
    </section>
  )
}
