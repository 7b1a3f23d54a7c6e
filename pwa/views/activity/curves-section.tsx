/** Elevation, pace, heart rate and grade along the way, by distance or by time; or why they are not here. */
import { useMemo, useState } from 'preact/hooks'
import type { Along } from '../../../core/history/along.ts'
import { splitsOf } from '../../../core/history/splits.ts'
import type { Activity } from '../../../core/model/activity.ts'
import { About } from '../../parts/about.tsx'
import { Chart } from '../../parts/chart.tsx'
import { ChartFrame } from '../../parts/chart-frame.tsx'
import { type DistanceUnit, metresPer } from '../../parts/format.ts'
import { Segmented } from '../../parts/segmented.tsx'
import s from './activity.module.css'
import { type Axis, curvesOf, sayCurves } from './curves.ts'
import { SplitsTable } from './splits.tsx'

const axes = [
  { value: 'distance', label: 'Distance' },
  { value: 'time', label: 'Time' },
] as const

type CurvesProps = { readonly along: Along; readonly activity: Activity; readonly unit: DistanceUnit }

/** So many presses of a key lead through a whole activity. */
const presses = 240

export const CurvesSection = ({ along, activity, unit }: CurvesProps) => {
  const byDistance = useMemo(() => curvesOf(along, 'distance', unit), [along, unit])
  const [chosen, setAxis] = useState<Axis>('distance')
  const axis = byDistance === null ? 'time' : chosen
  const curves = useMemo(
    () => (axis === 'distance' ? byDistance : curvesOf(along, 'time', unit)),
    [along, unit, axis, byDistance],
  )
  if (curves === null) return null
  return (
    <ChartFrame
      title="Along the way"
      summary={sayCurves(along, activity.ascentM, unit)}
      controls={byDistance && <Segmented label="Axis of the curves" options={axes} value={axis} onChange={setAxis} />}
      chart={() => (
        <Chart
          key={axis}
          cursorName="Place on the curves"
          {...curves}
          step={Math.ceil(curves.positions.length / presses)}
          start={0}
        />
      )}
      table={() => (
        <SplitsTable splits={splitsOf(along, metresPer[unit])} unit={unit} label="Along the way as a table" />
      )}
      foot={
        <p class={s.sources}>
          {(
            [
              ['Elevation', 'elevation'],
              ['Pace', 'pace'],
              ['Grade-adjusted', 'grade-adjusted-pace'],
              ['Heart rate', 'heart-rate'],
              ['Grade', 'grade'],
            ] as const
          ).map(([name, of]) => (
            <span key={of}>
              {name} <About of={of} />
            </span>
          ))}
        </p>
      }
    />
  )
}

/** Kinds of source that never had a curve. */
const without: readonly string[] = ['sample', 'typed', 'trainingpeaks', 'running-page', 'check-in-form']

/** What stands in place of the curves where this device has none. */
export const NoCurves = ({ activity }: { readonly activity: Activity }) => {
  const never = activity.sources.every(({ kind }) => without.includes(kind))
  return (
    <section class={s.panel} aria-labelledby="no-curves">
      <h2 id="no-curves">Along the way</h2>
      <p class="soft">
        {never
          ? 'Only a summary is on file for this activity; nothing was recorded along the way.'
          : 'The curves stay on the device that imported this file; here is the summary. Import the file on this device to see them here too.'}
      </p>
    </section>
  )
}
