/** What a dry run came to: a sentence, the weeks on a timeline, each week's own lines, a table, and where it was wrong. */
import { useState } from 'preact/hooks'
import type { TrueWeek } from '../../../core/dry-run/index.ts'
import { addDays, type Day } from '../../../core/model/day.ts'
import { type DistanceUnit, formatCount, formatDay, formatDistance, formatNumber } from '../../parts/format.ts'
import { addressOfWhy } from '../../parts/why-address.ts'
import type { DryEvent, DryResult, DryTold } from '../../state/dry-run-messages.ts'
import { sayDay } from '../playbook/what-if.tsx'
import s from './outcome.module.css'
import { Timeline } from './timeline.tsx'

export const words: Readonly<Record<DryEvent['what'], string>> = {
  finding: 'noticed',
  applied: 'applied at once',
  asked: 'asked the coach',
  left: 'left to the coach',
  alert: 'alerted the coach',
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${formatNumber(count)} times`)

/** The whole in words. */
export const sayTold = ({ counts, wrong, weeks }: DryTold): string => {
  const { applied, asked, left, escalated, findings } = counts
  const changes = applied + asked + left
  const drafts =
    changes === 0
      ? 'drafted nothing'
      : `drafted ${formatCount(changes, 'change')}: ${formatNumber(applied)} applied at once, ${formatNumber(asked + left)} waiting for you`
  const alerts = escalated === 0 ? 'alerted you never' : `alerted you ${times(escalated)}`
  const doubt =
    wrong.length === 0
      ? 'Nothing that happened afterwards says it was wrong.'
      : `What happened afterwards speaks against it ${times(wrong.length)}.`
  return `In ${formatCount(weeks.length, 'week')} it would have noticed ${formatCount(findings, 'thing')}, ${drafts}, and ${alerts}. ${doubt}`
}

type OutcomeProps = { readonly result: DryResult; readonly unit: DistanceUnit }

export const Outcome = ({ result, unit }: OutcomeProps) => {
  const { told, beside, truth, differences } = result
  const [at, setAt] = useState(Math.max(0, truth.length - 1))
  const monday = truth[at]?.monday
  return (
    <div class={s.outcome} data-outcome>
      <p class={s.says} role="status">
        {sayTold(told)}
      </p>
      {beside && <p class="soft">The other one: {sayTold(beside)}</p>}
      {result.asToday.length > 0 && <p class="faint">{result.asToday.join(' ')}</p>}
      <Timeline result={result} unit={unit} at={at} onAt={setAt} />
      {monday !== undefined && <Week monday={monday} result={result} unit={unit} truth={truth[at]!} />}
      {told.wrong.length > 0 && (
        <section>
          <h2>Where it would have been wrong</h2>
          <p class="soft">As far as what happened afterwards can tell; the judgement is yours.</p>
          <ul class={s.lines}>
            {told.wrong.map(({ day, says }) => (
              <Line key={day + says} day={day} says={says} word="" />
            ))}
          </ul>
        </section>
      )}
      {beside && (
        <section>
          <h2>Where the two part</h2>
          <p class="soft">Each line says what the one tried does otherwise than the one it is compared with.</p>
          {differences.length === 0 && <p class="soft">On no day.</p>}
          <ul class={s.lines}>
            {differences.toReversed().map(({ day, says }) => (
              <Line key={day} day={day} says={sayDay(says)} word="" />
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>Every week as a table</summary>
        <Table result={result} unit={unit} />
      </details>
    </div>
  )
}

const Line = ({ day, says, word }: { readonly day: Day; readonly says: string; readonly word: string }) => (
  <li>
    <a href={addressOfWhy(day, null)}>{formatDay(day, 'withYear')}</a>
    <span>
      {word && <strong>{word}: </strong>}
      {says}
    </span>
  </li>
)

/** What truly happened in a week, in words. */
export const sayTruth = (
  { load, leastLoad, runs, distanceM, done, missed, races, injuries, isMissed }: TrueWeek,
  unit: DistanceUnit,
): string => {
  const parts = [
    `${formatCount(runs, 'run')}, ${formatDistance(distanceM, unit)}`,
    load.known
      ? `load ${formatNumber(load.value)}`
      : leastLoad === null
        ? 'load not known'
        : `load at least ${formatNumber(leastLoad)}`,
    ...(done + missed > 0 ? [`${done} of ${done + missed} planned sessions done`] : []),
    ...races.map(name => `race: ${name}`),
    ...injuries.map(site => `injury: ${site}`),
    ...(isMissed ? ['a missed week'] : []),
  ]
  return parts.join(' · ')
}

const Week = ({
  monday,
  result,
  truth,
  unit,
}: OutcomeProps & {
  readonly monday: Day
  readonly truth: TrueWeek
}) => {
  const sunday = addDays(monday, 6)
  const events = result.told.events.filter(({ day }) => monday <= day && day <= sunday)
  return (
    <section aria-live="polite" class={s.week}>
      <h2>Week of {formatDay(monday, 'withYear')}</h2>
      <p class="soft">{sayTruth(truth, unit)}</p>
      {events.length === 0 && <p>It would have done nothing.</p>}
      <ul class={s.lines}>
        {events.map(({ day, what, says }) => (
          <Line key={day + what + says} day={day} says={says} word={words[what]} />
        ))}
      </ul>
    </section>
  )
}

const Table = ({ result: { told, beside, truth }, unit }: OutcomeProps) => {
  const of = (weeks: DryTold['weeks'] | undefined, monday: Day) => weeks?.find(week => week.monday === monday)
  return (
    <div class={s.scroll}>
      <table>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">What truly happened</th>
            <th scope="col">Noticed</th>
            <th scope="col">Applied</th>
            <th scope="col">Asked</th>
            <th scope="col">Alerts</th>
            {beside && <th scope="col">The other: drafts, alerts</th>}
          </tr>
        </thead>
        <tbody>
          {truth.toReversed().map(week => {
            const ours = of(told.weeks, week.monday)
            const other = of(beside?.weeks, week.monday)
            return (
              <tr key={week.monday}>
                <th scope="row">{formatDay(week.monday, 'withYear')}</th>
                <td>{sayTruth(week, unit)}</td>
                <td>{ours?.findings ?? 0}</td>
                <td>{ours?.applied ?? 0}</td>
                <td>{(ours?.asked ?? 0) + (ours?.left ?? 0)}</td>
                <td>{ours?.escalated ?? 0}</td>
                {beside && (
                  <td>
                    {(other?.applied ?? 0) + (other?.asked ?? 0) + (other?.left ?? 0)}, {other?.escalated ?? 0}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
