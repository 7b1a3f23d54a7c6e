/** The four thresholds everything is reckoned from, and where each came from. */
import type { FigureId } from '../../../core/science/figures.ts'
import type { ThresholdOrigins } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { type DistanceUnit, formatPace } from '../../parts/format.ts'
import s from './zones.module.css'

const rows = [
  { key: 'thresholdPaceSPerKm', name: 'Threshold pace', figure: 'threshold-pace' },
  { key: 'thresholdHr', name: 'Threshold heart rate', figure: 'threshold-hr' },
  { key: 'maxHr', name: 'Maximum heart rate', figure: 'max-hr' },
  { key: 'restHr', name: 'Resting heart rate', figure: 'rest-hr' },
] as const satisfies readonly { readonly key: string; readonly name: string; readonly figure: FigureId }[]

/** Where it is from, without its own name in front. */
const sayOrigin = ({ says, typed }: { readonly says: string; readonly typed: boolean }, name: string): string => {
  const rest = says.toLowerCase().startsWith(name.toLowerCase()) ? says.slice(name.length).trim() : says
  const words = forReader(rest)
  return typed ? (words === 'set by hand' ? 'Set by hand' : words) : words.charAt(0).toUpperCase() + words.slice(1)
}

type ThresholdsProps = {
  readonly origins: ThresholdOrigins
  readonly reader: 'athlete' | 'coach' | 'other'
  readonly unit: DistanceUnit
}

export const Thresholds = ({ origins, reader, unit }: ThresholdsProps) => (
  <section class={s.panel} aria-labelledby="thresholds">
    <h2 id="thresholds">Thresholds</h2>
    <table class={s.thresholds}>
      <thead class="only-heard">
        <tr>
          <th scope="col">Threshold</th>
          <th scope="col">Value</th>
          <th scope="col">Where it came from</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, figure }) => {
          const one = origins[key]
          return (
            <tr key={key}>
              <th scope="row">
                {name} <About of={figure} />
              </th>
              <td class={s.value}>
                {one === null
                  ? 'not known'
                  : key === 'thresholdPaceSPerKm'
                    ? formatPace(one.value, unit)
                    : `${one.value} bpm`}
              </td>
              <td class={s.soft}>{one === null ? 'nothing on file says' : sayOrigin(one, name)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
    <p class="faint">
      {reader === 'athlete' ? (
        <>
          What your coach sets goes first, then what you set, then what is estimated.{' '}
          <a href="/athlete">Set or clear yours</a>
        </>
      ) : reader === 'coach' ? (
        'What you set goes first, then what the athlete typed, then what is estimated from the training on file.'
      ) : (
        'A coach or the athlete sets them; what is left empty is estimated from the training on file.'
      )}
    </p>
  </section>
)
