/** A run kilometre by kilometre or mile by mile, or by the laps its watch kept. */

import type { Split } from '../../../core/history/splits.ts'
import { sayClock } from '../../../core/lib/clock.ts'
import type { Activity } from '../../../core/model/activity.ts'
import { ChartTable } from '../../parts/chart-table.tsx'
import { type DistanceUnit, formatDistance, formatNumber, formatPaceOf, metresPer } from '../../parts/format.ts'
import s from './activity.module.css'

const paceOf = (metres: number | null, seconds: number, unit: DistanceUnit) =>
  formatPaceOf(metres, seconds, unit)?.split(' ')[0] ?? '–'

type SplitsTableProps = {
  readonly splits: readonly Split[]
  readonly unit: DistanceUnit
  readonly label: string
  readonly whole?: boolean
}

export const SplitsTable = ({ splits, unit, label, whole = false }: SplitsTableProps) => {
  const hasFlat = splits.some(({ flatMetres }) => flatMetres !== null)
  const hasHr = splits.some(({ meanHr }) => meanHr !== null)
  const hasRise = splits.some(({ ascentM }) => ascentM !== null)
  const rise = (metres: number | null) => (metres === null ? '–' : formatNumber(Math.round(metres)))
  return (
    <ChartTable
      label={label}
      whole={whole}
      columns={[
        unit,
        'Time',
        `Pace /${unit}`,
        ...(hasFlat ? ['Grade-adj.'] : []),
        ...(hasHr ? ['Heart rate'] : []),
        ...(hasRise ? ['Up m', 'Down m'] : []),
      ]}
      rows={splits.map(({ fromM, metres, seconds, flatMetres, meanHr, ascentM, descentM }, i) => ({
        key: String(i),
        label:
          metres < metresPer[unit] - 1
            ? formatDistance(metres, unit)
            : formatNumber(Math.round(fromM / metresPer[unit]) + 1),
        cells: [
          sayClock(seconds),
          paceOf(metres, seconds, unit),
          ...(hasFlat ? [paceOf(flatMetres, seconds, unit)] : []),
          ...(hasHr ? [meanHr === null ? '–' : String(meanHr)] : []),
          ...(hasRise ? [rise(ascentM), rise(descentM)] : []),
        ],
      }))}
    />
  )
}

/** The laps of the watch, which every device of the pair has. */
export const LapsTable = ({ laps, unit }: { readonly laps: Activity['splits']; readonly unit: DistanceUnit }) => (
  <ChartTable
    label="Laps as the watch kept them"
    columns={['Lap', 'Distance', 'Time', `Pace /${unit}`, 'Heart rate']}
    rows={laps.map(({ durationS, distanceM, meanHr }, i) => ({
      key: String(i),
      label: String(i + 1),
      cells: [
        distanceM === null ? '–' : formatDistance(distanceM, unit),
        sayClock(durationS),
        paceOf(distanceM, durationS, unit),
        meanHr === null ? '–' : String(meanHr),
      ],
    }))}
  />
)

type SplitsSectionProps = {
  readonly splits: readonly Split[]
  readonly laps: Activity['splits']
  readonly unit: DistanceUnit
}

/** The quickest and slowest whole split in a sentence. */
const saySplits = (splits: readonly Split[], unit: DistanceUnit): string => {
  const whole = splits.filter(({ metres }) => metres >= metresPer[unit] - 1)
  if (whole.length < 2) return ''
  const bySpeed = whole.toSorted((a, b) => a.seconds / a.metres - b.seconds / b.metres)
  const say = ({ fromM, seconds, metres }: Split) =>
    `${unit} ${Math.round(fromM / metresPer[unit]) + 1} in ${sayClock((seconds / metres) * metresPer[unit])}`
  return `Fastest: ${say(bySpeed[0]!)}; slowest: ${say(bySpeed.at(-1)!)}.`
}

export const SplitsSection = ({ splits, laps, unit }: SplitsSectionProps) => {
  if (splits.length === 0 && laps.length < 2) return null
  return (
    <section class={s.panel} aria-labelledby="splits">
      <h2 id="splits">{splits.length > 0 ? `Splits per ${unit === 'km' ? 'kilometre' : 'mile'}` : 'Laps'}</h2>
      {splits.length > 0 ? (
        <>
          <p class="soft">{saySplits(splits, unit)}</p>
          <SplitsTable splits={splits} unit={unit} label="Splits" whole />
          {laps.length > 1 && (
            <details class={s.more}>
              <summary>Laps of the watch ({laps.length})</summary>
              <LapsTable laps={laps} unit={unit} />
            </details>
          )}
        </>
      ) : (
        <LapsTable laps={laps} unit={unit} />
      )}
    </section>
  )
}
