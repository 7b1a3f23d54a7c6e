/** Heart-rate variability lies below the athlete's own band for some days. */
import { known, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { chanceOfMean, smallestChange } from '../science/baseline.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { variabilityOn } from '../signals/basis/mornings.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/**
 * The published line is half a deviation below the mean of 60 days, for the week's mean (Plews 2013). A mean of seven
 * days that runs below it for three has six sevenths in common with itself, and so it does by chance four times a year.
 * So guards stand beside it: the mornings of those days lie below the line themselves, where they were measured; and by
 * the last of them the week lies further off than chance takes a mean of so many mornings, and further than the smallest
 * change worth acting on. A fall by a third is seen on the same day as without them.
 */
export const finding: FindingRule = {
  id: 'hrv-low',
  title: 'Heart-rate variability low',
  trust: 'published',
  find: context => {
    const { hrvLowPercent, hrvLowDays } = context.playbook.thresholds
    const line = -hrvLowPercent / 100
    const lines: string[] = []
    for (let back = 0; back < hrvLowDays; back++) {
      const day = addDays(context.day, -back)
      const variability = variabilityOn(context, day)
      if (!variability.known) return unknown(variability.why)
      const { deviations, morning, known: measured, week, usual } = variability.value
      if (deviations > line || (morning !== null && morning > line)) return known([])
      const isChance = deviations > -chanceOfMean(measured) || usual - week < smallestChange * usual
      if (back === 0 && isChance) return known([])
      lines.push(`${day}: the week ${Math.abs(deviations).toFixed(1)} deviations below the athlete’s own 60 days`)
    }
    const says = `heart-rate variability below the athlete’s own band for ${hrvLowDays} days`
    return known([found(finding, context.day, says, lines)])
  },
}

/** `on` gives the milliseconds of a morning so many days ago; null: not measured. */
const mornings = (on: (ago: number) => number | null) =>
  given({ checkIns: Array.from({ length: 60 }, (_, i) => aCheckIn(daysAgo(59 - i), { hrvMs: on(59 - i) })) })
const usual = (ago: number) => 60 + (ago % 5) * 4
export const examples: readonly Example[] = [
  { name: 'a low week', given: () => mornings(ago => usual(ago) - (ago < 8 ? 22 : 0)), answer: 'speaks' },
  { name: 'the third low morning', given: () => mornings(ago => usual(ago) - (ago < 3 ? 26 : 0)), answer: 'speaks' },
  { name: 'two low mornings', given: () => mornings(ago => usual(ago) - (ago < 2 ? 26 : 0)), answer: 'silent' },
  { name: 'as ever', given: () => mornings(usual), answer: 'silent' },
  {
    name: 'a low week that this morning has left',
    given: () => mornings(ago => usual(ago) - (ago > 0 && ago < 8 ? 22 : 0)),
    answer: 'silent',
  },
  {
    name: 'a heart that scatters much: no lower than chance takes a week',
    given: () => mornings(ago => (ago < 9 ? (ago === 3 ? 81 : 44) : ago % 2 === 0 ? 81 : 44)),
    answer: 'silent',
  },
  {
    name: 'a heart that scatters little: lower by less than is worth acting on',
    given: () => mornings(ago => (ago < 7 ? 58 : 61 + (ago % 2))),
    answer: 'silent',
  },
  {
    name: 'a low week of which one morning was not measured',
    given: () => mornings(ago => (ago === 1 ? null : usual(ago) - (ago < 8 ? 22 : 0))),
    answer: 'speaks',
  },
  {
    name: 'three mornings on file',
    given: () => given({ checkIns: [2, 1, 0].map(ago => aCheckIn(daysAgo(ago), { hrvMs: 50 })) }),
    answer: 'unknown',
  },
]
