/** The weeks of a dry run: above what truly happened, below what the playbook would have done; arrows walk the cursor. */
import { scaleLinear } from 'd3-scale'
import { type DistanceUnit, formatDay } from '../../parts/format.ts'
import { useWidth } from '../../parts/use-width.ts'
import type { DryResult } from '../../state/dry-run-messages.ts'
import { sayTruth } from './outcome.tsx'
import s from './timeline.module.css'

type TimelineProps = {
  readonly result: DryResult
  readonly unit: DistanceUnit
  readonly at: number
  readonly onAt: (at: number) => void
}

const top = 96
const below = 78
const gap = 20
const height = top + gap + below

export const Timeline = ({ result: { told, truth }, unit, at, onAt }: TimelineProps) => {
  const [box, width] = useWidth<HTMLDivElement>(680)
  const x = scaleLinear([0, Math.max(1, truth.length)], [0, width])
  const bar = Math.max(1.5, Math.min(22, width / Math.max(1, truth.length) - 2))
  const loads = truth.map(({ leastLoad }) => leastLoad ?? 0)
  const load = scaleLinear([0, Math.max(1, ...loads)], [0, top - 22])
  const weeks = new Map(told.weeks.map(week => [week.monday, week]))
  const most = Math.max(3, ...told.weeks.map(week => week.applied + week.asked + week.left + week.escalated))
  const count = scaleLinear([0, most], [0, below - 8])
  const walk: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    PageUp: at - 4,
    PageDown: at + 4,
    Home: 0,
    End: truth.length - 1,
  }
  const here = truth[at]
  const week = here && weeks.get(here.monday)
  const says = here
    ? `Week of ${formatDay(here.monday, 'withYear')}: ${sayTruth(here, unit)}; it would have drafted ${(week?.applied ?? 0) + (week?.asked ?? 0) + (week?.left ?? 0)}, alerted ${week?.escalated ?? 0}`
    : ''
  return (
    <div class={s.timeline}>
      <div
        ref={box}
        class={s.box}
        role="slider"
        tabIndex={0}
        aria-label="Week"
        aria-valuemin={1}
        aria-valuemax={truth.length}
        aria-valuenow={at + 1}
        aria-valuetext={says}
        onKeyDown={event => {
          const to = walk[event.key]
          if (to === undefined) return
          event.preventDefault()
          onAt(Math.max(0, Math.min(truth.length - 1, to)))
        }}
        onPointerDown={event => {
          const { left } = event.currentTarget.getBoundingClientRect()
          onAt(Math.max(0, Math.min(truth.length - 1, Math.floor(x.invert(event.clientX - left)))))
        }}
      >
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <rect class={s.cursor} x={x(at)} y={0} width={x(1)} height={height} />
          {truth.map((one, i) => {
            const of = weeks.get(one.monday)
            const middle = x(i) + x(1) / 2
            const left = middle - bar / 2
            const high = load(one.leastLoad ?? 0)
            const asked = (of?.asked ?? 0) + (of?.left ?? 0)
            const stack = [
              { what: s.applied, count: of?.applied ?? 0 },
              { what: s.asked, count: asked },
              { what: s.alert, count: of?.escalated ?? 0 },
            ]
            let from = top + gap
            return (
              <g key={one.monday}>
                {one.leastLoad !== null && (
                  <rect
                    class={one.isMissed ? s.missed : s.load}
                    x={left}
                    y={top - Math.max(1, high)}
                    width={bar}
                    height={Math.max(1, high)}
                  />
                )}
                {!one.load.known && <line class={s.unknown} x1={left} x2={left + bar} y1={top - 2} y2={top - 2} />}
                {(one.races.length > 0 || one.injuries.length > 0) && (
                  <text class={one.injuries.length > 0 ? s.injury : s.race} x={middle} y={12} text-anchor="middle">
                    {one.injuries.length > 0 ? '✚' : '⚑'}
                  </text>
                )}
                {stack.map(({ what, count: some }) => {
                  if (some === 0) return null
                  const tall = count(some)
                  const y = from
                  from += tall
                  return <rect key={what} class={what} x={left} y={y} width={bar} height={tall - 0.8} />
                })}
                {(of?.findings ?? 0) > 0 && <circle class={s.found} cx={middle} cy={top + gap / 2} r={2.2} />}
              </g>
            )
          })}
          <line class={s.axis} x1={0} x2={width} y1={top + 0.5} y2={top + 0.5} />
        </svg>
      </div>
      <p class={s.legend} aria-hidden="true">
        <span data-of="load">load of the week</span>
        <span data-of="missed">missed week</span>
        <span>⚑ race</span>
        <span>✚ injury</span>
        <span data-of="found">something noticed</span>
        <span data-of="applied">applied at once</span>
        <span data-of="asked">asked</span>
        <span data-of="alert">alert</span>
      </p>
    </div>
  )
}
