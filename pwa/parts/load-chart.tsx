/** Load day by day, and what it adds up to: fitness, fatigue, and the form between them. */
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { useId, useState } from 'preact/hooks'
import type { Day } from '../../core/model/day.ts'
import { decimate, type Point } from './decimate.ts'
import { formatDay, formatNumber } from './format.ts'
import s from './load-chart.module.css'
import { useWidth } from './use-width.ts'

/** One day; null is not known. An hour at threshold is a load of 100. */
export type LoadDay = {
  readonly day: Day
  readonly load: number | null
  readonly fitness: number | null
  readonly fatigue: number | null
  readonly form: number | null
}

const margin = { left: 34, right: 8, top: 10 } as const
const upper = 190
const lower = 74
const gap = 16
const axis = 22
const height = margin.top + upper + gap + lower + axis

const drawable = (value: number | null) => (value === null ? Number.NaN : value)
const pointsOf = (days: readonly LoadDay[], of: (day: LoadDay) => number | null): readonly Point[] =>
  days.map((day, x) => ({ x, y: drawable(of(day)) }))

const says = (value: number | null) => (value === null ? 'not known' : formatNumber(Math.round(value)))
/** One day in words, as the cursor reads it. */
export const sayDayOfChart = (day: LoadDay): string =>
  `${formatDay(day.day)}: load ${says(day.load)}, fitness ${says(day.fitness)}, fatigue ${says(day.fatigue)}, form ${says(day.form)}`

/** First days of months, thinned so that their names do not touch. */
const monthTicks = (days: readonly LoadDay[], room: number) => {
  const firsts = days.flatMap(({ day }, x) => (day.endsWith('-01') ? [{ x, day }] : []))
  const every = Math.max(1, Math.ceil(firsts.length / Math.max(1, Math.floor(room / 64))))
  return firsts.filter((_, i) => i % every === 0)
}

export const LoadChart = ({ days, summary }: { readonly days: readonly LoadDay[]; readonly summary: string }) => {
  const [box, width] = useWidth<HTMLDivElement>(720)
  const [at, setAt] = useState(days.length - 1)
  const described = useId()
  const inner = Math.max(80, width - margin.left - margin.right)
  const columns = Math.floor(inner / 2)
  const x = scaleLinear([0, Math.max(1, days.length - 1)], [margin.left, margin.left + inner])
  const known = days.flatMap(d => [d.fitness ?? 0, d.fatigue ?? 0, d.load ?? 0])
  const y = scaleLinear([0, Math.max(40, ...known)], [margin.top + upper, margin.top]).nice(4)
  const forms = days.map(d => d.form ?? 0)
  const below = margin.top + upper + gap
  const yForm = scaleLinear([Math.min(-20, ...forms), Math.max(10, ...forms)], [below + lower, below])
  const drawn = (of: (day: LoadDay) => number | null) => decimate(pointsOf(days, of), columns)
  const isKnown = ({ y }: Point) => !Number.isNaN(y)
  const path = (of: (day: LoadDay) => number | null) =>
    line<Point>(
      p => x(p.x),
      p => y(p.y),
    ).defined(isKnown)([...drawn(of)]) ?? ''
  const formArea =
    area<Point>(
      p => x(p.x),
      yForm(0),
      p => yForm(p.y),
    ).defined(isKnown)([...drawn(d => d.form)]) ?? ''
  const bars = drawn(d => d.load)
    .filter(p => isKnown(p) && p.y > 0)
    .map(p => `M${x(p.x).toFixed(1)} ${y(0)}V${y(p.y).toFixed(1)}`)
    .join('')
  const cursor = days[Math.min(at, days.length - 1)]
  return (
    <figure class={s.figure} aria-describedby={described}>
      <figcaption id={described} class={s.summary}>
        {summary}
      </figcaption>
      <div ref={box} class={s.box}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerMove={event => {
            const left = event.currentTarget.getBoundingClientRect().left
            setAt(Math.round(Math.min(days.length - 1, Math.max(0, x.invert(event.clientX - left)))))
          }}
        >
          {y.ticks(4).map(tick => (
            <g key={tick} class={s.grid}>
              <path d={`M${margin.left} ${y(tick)}h${inner}`} />
              <text x={margin.left - 6} y={y(tick) + 4} text-anchor="end">
                {tick}
              </text>
            </g>
          ))}
          {monthTicks(days, inner).map(tick => (
            <g key={tick.day} class={s.grid}>
              <path d={`M${x(tick.x)} ${margin.top}V${below + lower}`} />
              <text x={x(tick.x) + 4} y={height - 6}>
                {formatDay(tick.day, 'short').replace(/\b0?1\b\.?\s?/, '')}{' '}
                {tick.day.endsWith('01-01') ? tick.day.slice(0, 4) : ''}
              </text>
            </g>
          ))}
          <path
            class={s.load}
            style={{ strokeWidth: Math.min(6, Math.max(1, (inner / days.length) * 0.55)) }}
            d={bars}
          />
          <path class={s.fatigue} d={path(d => d.fatigue)} />
          <path class={s.fitness} d={path(d => d.fitness)} />
          <path class={s.form} d={formArea} />
          <path class={s.zero} d={`M${margin.left} ${yForm(0)}h${inner}`} />
          <text class={s.name} x={margin.left - 6} y={yForm(0) + 4} text-anchor="end">
            0
          </text>
          {cursor && (
            <path class={s.cursor} d={`M${x(Math.min(at, days.length - 1))} ${margin.top}V${below + lower}`} />
          )}
        </svg>
        <input
          class={s.range}
          type="range"
          aria-label="Day on the load chart"
          min={0}
          max={days.length - 1}
          value={at}
          aria-valuetext={cursor && sayDayOfChart(cursor)}
          onInput={event => setAt(Number(event.currentTarget.value))}
        />
      </div>
      {cursor && (
        <dl class={s.legend}>
          <div class={s.when}>
            <dt class="only-heard">Day</dt>
            <dd>{formatDay(cursor.day, 'withYear')}</dd>
          </div>
          {(
            [
              ['Load', cursor.load, s.keyLoad],
              ['Fitness', cursor.fitness, s.keyFitness],
              ['Fatigue', cursor.fatigue, s.keyFatigue],
              ['Form', cursor.form, s.keyForm],
            ] as const
          ).map(([name, value, key]) => (
            <div key={name}>
              <dt>
                <span class={key} aria-hidden="true" /> {name}
              </dt>
              <dd>{says(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </figure>
  )
}
