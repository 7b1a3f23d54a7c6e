/** What a week holds: planned beside done. */
import { About } from '../../parts/about.tsx'
import type { Totals as TotalsType } from '../../parts/day-model.ts'
import { type DistanceUnit, formatDistance, formatDuration, formatNumber } from '../../parts/format.ts'
import s from './totals.module.css'

const orDash = <T,>(value: T | null, say: (value: T) => string): string => (value === null ? '–' : say(value))
/** `6:12` */
const hours = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

type TotalsProps = { readonly totals: TotalsType; readonly unit: DistanceUnit; readonly compact?: boolean }

export const Totals = ({ totals, unit, compact = false }: TotalsProps) => {
  const { doneM, plannedM, doneS, plannedS, doneLoad, plannedLoad, isLoadWhole } = totals
  const distance = (metres: number) => formatDistance(metres, unit)
  const bare = (metres: number) => distance(metres).replace(/ \S+$/, '')
  const whole = (value: number) => formatNumber(Math.round(value))
  // Why: a day nobody has spoken for may hold more, and the reader is told so.
  const load = (value: number) =>
    isLoadWhole ? whole(value) : compact ? `≥ ${whole(value)}` : `at least ${whole(value)}`
  if (compact) {
    if ([doneM, plannedM, doneS, plannedS, doneLoad, plannedLoad].every(value => value === null)) return null
    const lines = [
      ['Distance', orDash(doneM, bare), `${orDash(plannedM, bare)} ${unit}`],
      ['Time', orDash(doneS, hours), `${orDash(plannedS, hours)} h`],
      ['Load', orDash(doneLoad, load), `${orDash(plannedLoad, whole)} load`],
    ] as const
    return (
      <dl class={s.compact}>
        {lines.map(([name, done, planned]) => (
          <div key={name} class={s.short}>
            <dt class="only-heard">{name}</dt>
            <dd>
              <span class={s.done}>{done}</span> <span class={s.planned}>of {planned}</span>
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  const lines = [
    ['Distance', orDash(doneM, distance), orDash(plannedM, distance)],
    ['Time', orDash(doneS, formatDuration), orDash(plannedS, formatDuration)],
    ['Load', orDash(doneLoad, load), orDash(plannedLoad, whole)],
  ] as const
  return (
    <dl class={s.totals}>
      {lines.map(([name, done, planned]) => (
        <div key={name} class={s.line}>
          <dt>
            {name} {name === 'Load' && <About of="load" />}
          </dt>
          <dd>
            <span class={s.done}>
              {done} <span class={s.word}>done</span>
            </span>
            <span class={s.planned}>
              {planned} <span class={s.word}>planned</span>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
