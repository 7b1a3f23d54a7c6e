/** The race card and the pace band on one sheet of paper each: seen only in print. */
import { sayClock } from '../../../core/lib/clock.ts'
import {
  cuesOf,
  type RacePlan,
  type RaceVersion,
  raceScenarios,
  raceVersions,
  versionOf,
} from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { type CourseSplit, noCircumstances, splitsForTarget } from '../../../core/science/course/splits.ts'
import { type DistanceUnit, formatDay, formatNumber, metresPer } from '../../parts/format.ts'
import { courseOf, everyOf } from './estimate-part.tsx'
import s from './sheets.module.css'
import { sayMinute, scenarioWords, versionWords } from './words.ts'

export type Band = readonly { readonly version: RaceVersion; readonly splits: readonly CourseSplit[] }[]

/** The splits of every version that has a target, over the course of the plan. */
export const bandOf = (plan: RacePlan, race: Race, unit: DistanceUnit): Band => {
  const course = courseOf(plan, race.distanceM, race.name)
  if (course === null) return []
  return raceVersions.flatMap(version => {
    const { target } = versionOf(plan, version)
    const splits =
      target === null ? undefined : splitsForTarget(course, target, noCircumstances, everyOf(course.distanceM, unit))
    return splits === undefined ? [] : [{ version, splits }]
  })
}

type CardSheetProps = {
  readonly plan: RacePlan
  readonly race: Race
  readonly number: number
  readonly author: string
}

/** Words beyond this are left to the screen, so that the card stays one page. */
const short = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words

export const CardSheet = ({ plan, race, number, author }: CardSheetProps) => (
  <div class={s.sheet} aria-hidden="true" data-print-sheet="card">
    <p class={s.title}>{race.name}</p>
    <p class={s.lead}>
      {formatDay(race.day, 'full')}
      {plan.startMinute !== null && `, start ${sayMinute(plan.startMinute)}`} · version {number}, {author}
    </p>
    <p class={s.cue}>{cuesOf(plan).slice(0, 6).join(' · ')}</p>
    <div class={s.three}>
      {raceVersions.map(version => {
        const { target, when, how } = versionOf(plan, version)
        return (
          <div key={version}>
            <p class={s.heading}>{versionWords[version].title}</p>
            {target !== null && <p class={s.target}>{sayClock(target)}</p>}
            <p>{short(when, 220)}</p>
            <p>{short(how, 320)}</p>
          </div>
        )
      })}
    </div>
    <div class={s.two}>
      {raceScenarios.flatMap(one =>
        plan[one] === ''
          ? []
          : [
              <p key={one}>
                <b>{scenarioWords[one]}:</b> {short(plan[one], 180)}
              </p>,
            ],
      )}
      {plan.ownCards.slice(0, 6).map(({ when, what }, i) => (
        <p key={i}>
          <b>If {short(when, 60)}:</b> {short(what, 140)}
        </p>
      ))}
    </div>
    <p class={s.lead}>
      {plan.carbsPerHour !== null && `${plan.carbsPerHour} g an hour `}
      {plan.mlPerHour !== null && `${plan.mlPerHour} ml an hour `}
      {short(plan.fuelling, 200)}
    </p>
  </div>
)

type BandSheetProps = { readonly race: Race; readonly band: Band; readonly unit: DistanceUnit; readonly number: number }

export const BandSheet = ({ race, band, unit, number }: BandSheetProps) => (
  <div class={s.sheet} aria-hidden="true" data-print-sheet="band">
    <p class={s.lead}>
      {race.name}, version {number}. Cut out, fold once, wear round the wrist.
    </p>
    <div class={s.bands}>
      {band.map(({ version, splits }) => (
        <table key={version} class={splits.length > 24 ? s.tight : ''}>
          <caption>
            {versionWords[version].title} {sayClock(splits.at(-1)!.seconds)}
          </caption>
          <tbody>
            {splits.map(({ atM, name, seconds, splitSeconds }) => (
              <tr key={atM}>
                <th scope="row">
                  {formatNumber(atM / metresPer[unit], 1)} {name !== null && <small>{short(name, 14)}</small>}
                </th>
                <td>{sayClock(splitSeconds)}</td>
                <td>
                  <b>{sayClock(seconds)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  </div>
)
