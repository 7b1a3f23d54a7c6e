/** The review in plain lines for a terminal. */
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import type { ReadingFact, ReviewFacts, WeekFact } from './review-facts.ts'

/** The weeks shown; `--json` has them all. */
const weeksShown = 8
/** Planned days shown before and after today. */
const daysShown = 7

export const reviewText = (facts: ReviewFacts): string =>
  [
    head(facts),
    ['Weeks (runs, distance, load of all sports)', ...facts.weeks.slice(-weeksShown).map(weekLine)],
    ['Today', ...facts.readings.map(readingLine)],
    planLines(facts),
    list(
      'Findings',
      facts.findings.map(({ says, trust }) => `${says} (${trust})`),
    ),
    list('Proposals', facts.proposals.flatMap(proposalLines)),
    list(
      'Messages',
      facts.messages.map(({ to, says }) => `to ${to === 'both' ? 'both' : `the ${to}`}: ${says}`),
    ),
  ]
    .filter(part => part.length > 0)
    .map(part => part.join('\n'))
    .join('\n\n')

const head = ({ today, totals, thresholds }: ReviewFacts): readonly string[] => [
  `Review for ${sayDay(today)} ${today.slice(0, 4)}`,
  `${totals.files} files: ${totals.imported} imported, ${totals.skipped} skipped, ${totals.refused} refused`,
  `${totals.activities} activities up to today${totals.later > 0 ? `, ${totals.later} later and left out` : ''}; ${totals.merged} recorded twice and merged`,
  `Thresholds: ${thresholds.origin}`,
]

const weekLine = ({ monday, runs, distanceM, load, why }: WeekFact): string =>
  `  ${monday}  ${String(runs).padStart(2)} runs  ${(distanceM / 1000).toFixed(1).padStart(6)} km  load ${load === null ? `not known: ${why}` : load}`

const readingLine = ({ title, unit, value, why }: ReadingFact): string =>
  `  ${title}: ${value === null ? `not known: ${why}` : `${value}${unit === '' ? '' : ` ${unit}`}`}`

const planLines = ({ sessions, matches, today }: ReviewFacts): readonly string[] => {
  const lines = sessions
    .filter(({ day }) => addDays(today, -daysShown) <= day && day <= addDays(today, daysShown))
    .map(({ id, day, title, key }) => {
      const state = matches.find(match => match.session === id)?.state ?? 'unknown'
      return `  ${day}  ${title}${key ? ' (key)' : ''}: ${state}`
    })
  return lines.length > 0 ? ['Plan, a week either side', ...lines] : []
}

const list = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  ...(lines.length > 0 ? lines : ['none']).map(line => `  ${line.replaceAll('\n', '\n    ')}`),
]

const proposalLines = ({ title, why, verdict }: ReviewFacts['proposals'][number]): readonly string[] => [
  `${title} [${verdict.level}]`,
  `  ${why}`,
  ...verdict.because.map(({ says }) => `  ${verdict.level} because ${says}`),
]
