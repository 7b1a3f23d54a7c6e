/** One band of a chart: its lines, areas and bars over one scale, and what is not known left visibly open. */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import s from './chart.module.css'
import { endsOf, gapsIn, type Tick } from './chart-scale.ts'
import { decimate, type Point } from './decimate.ts'

export type Tone = 'accent' | 'hard' | 'long' | 'easy' | 'faint'

/** `values` has one entry a point; NaN is not known. `says` reads a point's value aloud, with its unit. */
export type Series = {
  readonly name: string
  readonly shape: 'line' | 'dashed' | 'area' | 'bars'
  readonly tone: Tone
  readonly values: ArrayLike<number>
  readonly says: (value: number, at: number) => string
}

/** `domain` is taken from the values where none is given; `base` is the value that areas and bars rise from. */
export type Lane = {
  readonly name?: string
  readonly height: number
  readonly series: readonly Series[]
  readonly domain?: readonly [number, number]
  readonly ticks?: readonly Tick[]
  readonly base?: number
  /** A column of one entry a point: where it is NaN the lane is hatched, as not known. */
  readonly gaps?: ArrayLike<number>
}

type LaneProps = {
  readonly lane: Lane
  readonly top: number
  readonly left: number
  readonly width: number
  readonly x: ScaleLinear<number, number>
  readonly positions: ArrayLike<number>
  readonly hatch: string
}

const toneClass: Readonly<Record<Tone, string | undefined>> = {
  accent: s.accent,
  hard: s.hard,
  long: s.long,
  easy: s.easy,
  faint: s.faint,
}

const isKnown = ({ y }: Point) => !Number.isNaN(y)

/** The scale of a lane, its higher end at `top`. */
const scaleOf = ({ domain, series, base }: Lane, top: number, height: number) => {
  const [low, high] = domain ?? endsOf(series.map(({ values }) => values)) ?? [0, 1]
  const from = base === undefined ? low : Math.min(low, base)
  return scaleLinear([from, high > from ? high : from + 1], [top + height, top]).clamp(true)
}

export const DrawnLane = ({ lane, top, left, width, x, positions, hatch }: LaneProps) => {
  const y = scaleOf(lane, top, lane.height)
  const columns = Math.max(1, Math.floor(width / 2))
  const base = y(lane.base ?? y.domain()[0]!)
  const ticks = lane.ticks ?? y.ticks(Math.max(3, Math.round(lane.height / 32))).map(at => ({ at, label: String(at) }))
  const half = positions.length > 1 ? (x(positions[1]!) - x(positions[0]!)) / 2 : 0
  return (
    <g>
      {ticks.map(({ at, label }) => (
        <g key={at} class={s.grid}>
          <path d={`M${left} ${y(at)}h${width}`} />
          <text x={left - 6} y={y(at) + 4} text-anchor="end">
            {label.replace('-', '−')}
          </text>
        </g>
      ))}
      {lane.gaps &&
        gapsIn(lane.gaps).map(([from, to]) => (
          <rect
            key={from}
            x={x(positions[from]!) - half}
            y={top}
            width={Math.max(1, x(positions[to]!) - x(positions[from]!) + 2 * half)}
            height={lane.height}
            fill={`url(#${hatch})`}
          />
        ))}
      {lane.series.map(one => (
        <DrawnSeries key={one.name} series={one} x={x} y={y} positions={positions} columns={columns} base={base} />
      ))}
      {lane.base !== undefined && <path class={s.base} d={`M${left} ${base}h${width}`} />}
      {lane.name && (
        <text class={s.laneName} x={left} y={top - 6}>
          {lane.name}
        </text>
      )}
    </g>
  )
}

type SeriesProps = Pick<LaneProps, 'x' | 'positions'> & {
  readonly series: Series
  readonly y: ScaleLinear<number, number>
  readonly columns: number
  readonly base: number
}

const DrawnSeries = ({ series, x, y, positions, columns, base }: SeriesProps) => {
  const { values, shape, tone } = series
  const points = Array.from({ length: values.length }, (_, i): Point => ({ x: positions[i]!, y: values[i]! }))
  const drawn = [...decimate(points, columns)]
  const classes = `${s[shape]} ${toneClass[tone]}`
  if (shape === 'bars') {
    const room = Math.abs(x.range()[1]! - x.range()[0]!)
    const d = drawn
      .filter(p => isKnown(p) && p.y > 0)
      .map(p => `M${x(p.x).toFixed(1)} ${base}V${y(p.y).toFixed(1)}`)
      .join('')
    return (
      <path class={classes} style={{ strokeWidth: Math.min(14, Math.max(1, (room / values.length) * 0.6)) }} d={d} />
    )
  }
  const d =
    shape === 'area'
      ? area<Point>(
          p => x(p.x),
          base,
          p => y(p.y),
        )
          .defined(isKnown)
          .digits(1)(drawn)
      : line<Point>(
          p => x(p.x),
          p => y(p.y),
        )
          .defined(isKnown)
          .digits(1)(drawn)
  return <path class={classes} d={d ?? ''} />
}
