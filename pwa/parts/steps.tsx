/** The steps of a session: how long, how it should feel, and the athlete's own pace where a threshold is known. */
import { sayClock } from '../../core/lib/clock.ts'
import type { Step, Steps as StepsType } from '../../core/model/workout.ts'
import { sayAmount } from '../../core/workout/amount.ts'
import { paceOfTarget, splitOf, type ZonePaces } from '../../core/workout/cues.ts'
import { promptsOf } from '../../core/workout/prompts.ts'
import { heartOfRange, type OwnThresholds } from '../../core/workout/ranges.ts'
import { printCadence, sayRange } from '../../core/workout/target-text.ts'
import { effortCue, zoneWord } from '../../core/workout/words.ts'
import { type DistanceUnit, formatPace } from './format.ts'
import s from './steps.module.css'

type Own = {
  readonly paces?: ZonePaces | null
  /** For targets by heart rate. */
  readonly own?: OwnThresholds
  readonly unit?: DistanceUnit
}

const roleWord = { warmup: 'Warm-up', work: null, recovery: 'Recovery', cooldown: 'Cool-down' } as const

/** `4:05–4:15 /km`. */
export const sayPaces = (fast: number, slow: number, unit: DistanceUnit): string => {
  const [from, to] = [formatPace(fast, unit), formatPace(slow, unit)]
  return from === to ? from : `${from.split(' ')[0]}–${to}`
}

const StepLine = ({ step, paces = null, own = {}, unit = 'km' }: Own & { readonly step: Step }) => {
  // Why: between the work nobody runs by pace; the word alone is calmer.
  const isRest = step.role === 'recovery'
  const pace = isRest ? null : paceOfTarget(step.target, paces)
  const perUnit = step.amount.unit === 'm' && step.amount.value === (unit === 'km' ? 1000 : 1609)
  const split = pace && step.role === 'work' && !perUnit ? splitOf(step.amount, pace) : null
  const zone = step.target.type === 'zone' ? step.target.zone : null
  const range = step.target.type === 'range' ? step.target : null
  const hearts = range && heartOfRange(range, own)
  return (
    <div class={s.step}>
      <span class={s.amount}>{sayAmount(step.amount)}</span>
      <span class={s.how}>
        <span class={s.first}>
          {zone && (
            <span class={s.zone}>
              {zone}
              <span class={s.zoneWord}> {zoneWord[zone]}</span>
            </span>
          )}
          {range && <span class={s.zone}>{sayRange(range)}</span>}
          {!zone && !range && roleWord[step.role] && <span class={s.zoneWord}>{roleWord[step.role]}</span>}
          {pace && !range?.of.startsWith('pace-k') && (
            <span class={s.pace}>{sayPaces(pace.fast, pace.slow, unit)}</span>
          )}
          {hearts && range?.of !== 'bpm' && (
            <span class={s.pace}>
              {hearts.low}–{hearts.high} bpm
            </span>
          )}
          {step.cadence && <span class={s.split}>{printCadence(step.cadence)}</span>}
          {step.lap && <span class={s.split}>or press lap</span>}
          {split && (
            <span class={s.split}>
              {sayClock(split.fastS)}–{sayClock(split.slowS)} each
            </span>
          )}
        </span>
        {(!isRest || step.target.type === 'free' || step.cue) && (
          <span class={s.cue}>
            {sayCue(step.cue)}
            {effortCue(step.target, step.role)}
          </span>
        )}
      </span>
    </div>
  )
}

/** `Settle in, after 1:00 Hold: `; empty where there is none. */
const sayCue = (cue: string | null): string => {
  const said = promptsOf(cue).map(({ atS, words }) => (atS === 0 ? words : `after ${sayClock(atS)} ${words}`))
  return said.length === 0 ? '' : `${said.join(', ')}: `
}

/** The whole workout as a list. `paces` null: effort words only. */
export const Steps = ({ steps, ...own }: Own & { readonly steps: StepsType }) => (
  <ol class={s.list}>
    {steps.map((block, i) => (
      <li key={i} class={block.type === 'repeat' ? s.repeat : ''}>
        {block.heading !== undefined && <span class={s.heading}>{block.heading}</span>}
        {block.type === 'step' ? (
          <StepLine step={block} {...own} />
        ) : (
          <>
            <span class={s.times}>{block.times} ×</span>
            <ol class={s.list}>
              {block.steps.map((step, j) => (
                <li key={j}>
                  <StepLine step={step} {...own} />
                </li>
              ))}
            </ol>
          </>
        )}
      </li>
    ))}
  </ol>
)
