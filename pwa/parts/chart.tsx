/** A chart: lanes over one axis, and one cursor through them all that the keyboard moves and a live region reads. */
import { scaleLinear } from 'd3-scale'
import { useId, useMemo, useState } from 'preact/hooks'
import s from './chart.module.css'
import { DrawnLane, type Lane, type Series } from './chart-lane.tsx'
import { nearest, type Tick, thinned } from './chart-scale.ts'
import { useWidth } from './use-width.ts'

export type { Lane, Series, Tone } from './chart-lane.tsx'

export type ChartProps = {
  /** What the cursor moves over, as its name: `Day on the load chart`. */
  readonly cursorName: string
  readonly lanes: readonly Lane[]
  /** Where each point stands on the axis; never falling. */
  readonly positions: ArrayLike<number>
  readonly ticks: readonly Tick[]
  /** Room a tick's name needs, in pixels. */
  readonly tickWidth?: number
  /** Where a point is, in words: `12 March` or `3.4 km`. */
  readonly sayPlace: (index: number) => string
  /** So many points the cursor moves with one press. */
  readonly step?: number
  /** Where the cursor stands at first; the last point where nothing is said. */
  readonly start?: number
}

const margin = { left: 44, right: 8, top: 8 } as const
const gap = 12
/** Above a lane, where its name stands. */
const title = 16
const axis = 22

const roomOf = (lane: Lane) => lane.height + gap + (lane.name ? title : 0)

const sayValue = ({ values, says }: Series, at: number): string => {
  const value = values[at]
  return value === undefined || Number.isNaN(value) ? 'not known' : says(value, at)
}

export const Chart = (given: ChartProps) => {
  const { cursorName, lanes, positions, ticks, tickWidth = 64, sayPlace, step = 1 } = given
  const [box, width] = useWidth<HTMLDivElement>(720)
  const last = Math.max(0, positions.length - 1)
  const [chosen, setChosen] = useState(given.start ?? last)
  const at = Math.min(chosen, last)
  const hatch = useId()
  const inner = Math.max(80, width - margin.left - margin.right)
  const height = margin.top + axis + lanes.reduce((sum, lane) => sum + roomOf(lane), 0) - gap
  const bottom = height - axis
  const from = positions[0] ?? 0
  const to = positions[last] ?? 1
  const x = scaleLinear([from, to > from ? to : from + 1], [margin.left, margin.left + inner])
  // Why: the cursor moves with every breath of a finger; what stands still is not drawn anew.
  const drawn = useMemo(() => {
    let top: number = margin.top
    return lanes.map((lane, i) => {
      const here = top + (lane.name ? title : 0)
      top += roomOf(lane)
      return (
        <DrawnLane
          key={i}
          lane={lane}
          top={here}
          left={margin.left}
          width={inner}
          x={x}
          positions={positions}
          hatch={hatch}
        />
      )
    })
  }, [lanes, positions, inner])
  const series = lanes.flatMap(lane => lane.series)
  return (
    <>
      <div ref={box} class={s.box}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerMove={event => {
            const { left } = event.currentTarget.getBoundingClientRect()
            setChosen(nearest(positions, x.invert(event.clientX - left)))
          }}
        >
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path class={s.hatch} d="M0 0V6" />
            </pattern>
          </defs>
          {thinned(ticks, inner, tickWidth).map(({ at: place, label }) => (
            <g key={place} class={s.grid}>
              <path d={`M${x(place)} ${margin.top}V${bottom}`} />
              {x(place) + 6 * label.length < width && (
                <text x={x(place) + 4} y={height - 6}>
                  {label}
                </text>
              )}
            </g>
          ))}
          {drawn}
          <path class={s.cursor} d={`M${x(positions[at] ?? from)} ${margin.top}V${bottom}`} />
        </svg>
        <input
          class={s.range}
          type="range"
          aria-label={cursorName}
          min={0}
          max={last}
          step={Math.max(1, step)}
          value={at}
          aria-valuetext={sayPlace(at)}
          onInput={event => setChosen(Number(event.currentTarget.value))}
        />
      </div>
      <div class={s.legend}>
        <p class={s.place}>{sayPlace(at)}</p>
        <dl aria-live="polite" aria-atomic="true">
          {series.map(one => (
            <div key={one.name}>
              <dt>
                <span class={`${s.key} ${s[`${one.shape}Key`]} ${s[one.tone]}`} aria-hidden="true" /> {one.name}
              </dt>
              <dd>{sayValue(one, at)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
