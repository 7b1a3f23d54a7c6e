/** The planned workout step by step beside what was run. */
import { sayClock } from '../../../core/lib/clock.ts'
import type { StepDone, WorkSteps } from '../../../core/signals/index.ts'
import { describeStep } from '../../../core/workout/text.ts'
import { About } from '../../parts/about.tsx'
import { ChartTable } from '../../parts/chart-table.tsx'
import { type DistanceUnit, formatDistance, formatNumber, formatPace } from '../../parts/format.ts'
import { sayPaces } from '../../parts/steps.tsx'
import s from './activity.module.css'

/** A word for the work alone: between it nobody runs by pace. */
export const wordFor = ({ step, state }: StepDone): string => {
  if (state === 'not run') return 'not run'
  return step.role === 'recovery' || state === 'no target' ? '' : state
}

/** Of how much work how many pieces went how, and how the repeats held. */
export const sayWork = ({ by, steps, fade }: WorkSteps): string => {
  const words = steps.filter(({ step }) => step.role === 'work').map(wordFor)
  const judged = words.filter(word => word !== '')
  const parts = ['in range', 'faster', 'slower', 'not run'].flatMap(word => {
    const count = judged.filter(one => one === word).length
    return count > 0 ? [`${count} ${word}`] : []
  })
  const percent = fade.known ? Math.round(fade.value * 100) : 0
  return [
    ...(judged.length > 0 ? [`Of ${judged.length} pieces of work: ${parts.join(', ')}.`] : []),
    ...(percent === 0
      ? []
      : [
          `The last repeat was ${formatNumber(Math.abs(percent))} % ${percent > 0 ? 'slower' : 'faster'} than the first.`,
        ]),
    by === 'laps'
      ? 'By the laps of the watch.'
      : 'Cut by the plan’s lengths from the start; laps would tell it more exactly.',
  ].join(' ')
}

export const WorkSection = ({ work, unit }: { readonly work: WorkSteps; readonly unit: DistanceUnit }) => (
  <section class={s.panel} aria-labelledby="work-steps">
    <h2 id="work-steps">
      Steps against the plan <About of="work-steps" />
    </h2>
    <p class="soft">{sayWork(work)}</p>
    <ChartTable
      label="Steps against the plan"
      whole
      columns={['Planned', 'In a word', 'Pace', 'Planned pace', 'Time', 'Distance', 'Heart rate']}
      rows={work.steps.map((one, i) => {
        const { step, range, seconds, metres, paceSPerKm, meanHr } = one
        return {
          key: String(i),
          label: describeStep(step),
          cells: [
            wordFor(one),
            paceSPerKm === null ? '–' : formatPace(paceSPerKm, unit),
            range === null || step.role === 'recovery' ? '–' : sayPaces(range.fast, range.slow, unit),
            seconds === null ? '–' : sayClock(seconds),
            metres === null ? '–' : formatDistance(metres, unit),
            meanHr === null ? '–' : String(meanHr),
          ],
        }
      })}
    />
  </section>
)
