/** The same session with less of it: whole minutes and round distances, never nothing. */
import type { Amount, Repeat, Step, Steps } from '../../model/workout.ts'

type Rounding = 'up' | 'down'

/** Seconds go to half or whole minutes, metres to hundreds or half kilometres; never to nothing, never to more. */
const less = (amount: Amount, keep: number, rounding: Rounding): Amount => {
  // Why: how long it lasts is up to the runner, so there is nothing to shorten.
  if (amount.unit === 'lap') return amount
  const { unit, value } = amount
  const grain = unit === 's' ? (value >= 600 ? 60 : 30) : value >= 5000 ? 500 : 100
  // Why: a share such as 0.7 × 10 000 may fall a hair above 7000, and must not round up to 7500.
  const kept = Math.round(value * keep * 1000) / 1000 / grain
  const whole = (rounding === 'up' ? Math.ceil(kept) : Math.floor(kept)) * grain
  return { unit, value: Math.min(value, Math.max(whole, Math.min(grain, value))) }
}

const lessOf = (step: Step, keep: number, rounding: Rounding): Step => ({
  ...step,
  amount: less(step.amount, keep, rounding),
})

/** Every step shorter by a share: for easy and long runs. `keep` is what is left, 0–1. */
export const easeAll = (steps: Steps, keep: number, rounding: Rounding): Steps =>
  steps.map(block =>
    block.type === 'step'
      ? lessOf(block, keep, rounding)
      : { ...block, steps: block.steps.map(step => lessOf(step, keep, rounding)) },
  )

/** Every step longer by a factor above 1, rounded down to the same grain: for long runs, always the coach's decision. */
export const growAll = (steps: Steps, factor: number): Steps => {
  const more = (amount: Amount): Amount => {
    if (amount.unit === 'lap') return amount
    const { unit, value } = amount
    const grain = unit === 's' ? (value >= 600 ? 60 : 30) : value >= 5000 ? 500 : 100
    return { unit, value: Math.max(value, Math.floor(Math.round(value * factor * 1000) / 1000 / grain) * grain) }
  }
  const longer = (step: Step): Step => ({ ...step, amount: more(step.amount) })
  return steps.map(block => (block.type === 'step' ? longer(block) : { ...block, steps: block.steps.map(longer) }))
}

const easeRepeat = (block: Repeat, keep: number): Repeat => {
  const times = Math.round(block.times * keep)
  if (block.times > 2 && times < block.times) return { ...block, times }
  return { ...block, steps: block.steps.map(step => (step.role === 'work' ? lessOf(step, keep, 'up') : step)) }
}

/** Only the work shorter: fewer repeats, or a shorter main part; warm-up and cool-down stay. */
export const easeWork = (steps: Steps, keep: number): Steps => {
  const hasWork = steps.some(block => block.type === 'repeat' || block.role === 'work')
  if (!hasWork) return easeAll(steps, keep, 'up')
  return steps.map(block =>
    block.type === 'repeat' ? easeRepeat(block, keep) : block.role === 'work' ? lessOf(block, keep, 'up') : block,
  )
}

/** A length in a title (`Easy 10 km`, `Tempo 8 km`, `40 min easy`) follows the step it names; other titles stay. */
export const retitle = (title: string, before: Steps, after: Steps): string => {
  let text = title
  const pairs = before.flatMap((block, i) => {
    const now = after[i]
    if (!now || block.type !== now.type) return []
    if (block.type === 'repeat' && now.type === 'repeat')
      return [
        [`${block.times} ×`, `${now.times} ×`] as const,
        [`${block.times}×`, `${now.times}×`] as const,
        [`${block.times}x`, `${now.times}x`] as const,
        [`${block.times} x`, `${now.times} x`] as const,
      ]
    return block.type === 'step' && now.type === 'step' ? sayBoth(block.amount, now.amount) : []
  })
  for (const [from, to] of pairs) {
    const at = from === to ? -1 : text.indexOf(from)
    const isWhole = at >= 0 && !/[\d.,]/.test(text[at - 1] ?? ' ')
    if (isWhole) text = text.slice(0, at) + to + text.slice(at + from.length)
  }
  return text
}

const sayBoth = (from: Amount, to: Amount): readonly (readonly [string, string])[] => {
  if (from.unit === 'lap' || to.unit === 'lap') return []
  return from.unit === 'm'
    ? ([' km', 'km', ' k', 'k'] as const).map(
        unit => [`${from.value / 1000}${unit}`, `${to.value / 1000}${unit}`] as const,
      )
    : ([' min', 'min', ' minutes'] as const).map(
        unit => [`${from.value / 60}${unit}`, `${to.value / 60}${unit}`] as const,
      )
}
