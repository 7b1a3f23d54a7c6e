/** The facts of a race in sentences, in the order in which one asks; none of them is a mark. */
import { sayClock } from '../../lib/clock.ts'
import type { RaceVersion } from '../../model/race-plan.ts'
import { unitMark } from '../../model/say-day.ts'
import { type Debrief, type DebriefSplit, partedShare, type Ran } from './debrief.ts'

/** A race further from every version than this share of its time, split by split, was none of them (ours). */
const noneShare = 0.05

/** Percent of drift that is said to be even (ours), and that heat and hills do not explain by themselves. */
const even = 1.5

/** Degrees from which heat slows a run (Mantzios 2022: 17.5 and above). */
const warm = 18

const whole = (seconds: number): string =>
  seconds < 0 ? `${sayClock(-seconds)} earlier` : `${sayClock(seconds)} later`
const km = (metres: number): string => `${(metres / 1000).toFixed(metres % 1000 === 0 ? 0 : 1)}${unitMark}km`
const percent = (value: number): string => `${Math.abs(value).toFixed(1)} %`

export const versionName: Readonly<Record<RaceVersion, string>> = {
  primary: 'primary',
  backup: 'backup',
  damage: 'damage-control',
}

const awayFrom = ({ against }: DebriefSplit, { version }: { readonly version: RaceVersion }): number =>
  against[version] ?? 0

/** The facts in sentences, each with what it rests on. */
export const sayings = (
  facts: Omit<Debrief, 'says'>,
  { plan, debrief, temperatureC, stoodS }: Ran,
): readonly string[] => {
  const { splits, seconds, nearest, parted, drift, heart, hillsS, fuel } = facts
  const said: (string | null)[] = [
    `${sayClock(seconds)} on the clock${stoodS >= 30 ? `, ${sayClock(stoodS)} of it standing` : ''}.`,
  ]
  if (nearest !== null && nearest.offS > noneShare * seconds)
    said.push(
      `None of the versions was run: the nearest, the ${versionName[nearest.version]} one, is ${sayClock(nearest.offS)} off in the mean.`,
    )
  else if (nearest !== null)
    said.push(
      `The splits lie nearest to the ${versionName[nearest.version]} version, ${sayClock(nearest.offS)} off in the mean${debrief?.ran && debrief.ran !== nearest.version ? `; the athlete says they ran the ${versionName[debrief.ran]} one` : ''}.`,
    )
  else said.push(plan === null ? 'No plan was published for it.' : 'The plan had no target to set the splits against.')
  if (parted !== null)
    said.push(
      `From ${km(parted.atM)} on race and ${versionName[parted.version]} version parted: ${whole(parted.byEndS)} at the end${parted.otherSide === null ? '' : `, after ${whole(parted.otherSide.byS)} at ${km(parted.otherSide.atM)}`}.`,
    )
  else if (nearest !== null) {
    const most = splits.toSorted((a, b) => Math.abs(awayFrom(b, nearest)) - Math.abs(awayFrom(a, nearest)))[0]!
    const by = awayFrom(most, nearest)
    said.push(
      Math.abs(by) > partedShare * most.seconds
        ? `Race and plan met again at the end; at ${km(most.atM)} the race was ${whole(by)}.`
        : 'Race and plan stayed within a hundredth of each other to the end.',
    )
  }
  if (drift !== null) {
    const { asRun, level } = drift
    const word = (by: number) =>
      Math.abs(by) < even ? `even (${percent(by)})` : `${percent(by)} ${by > 0 ? 'slower' : 'faster'}`
    said.push(
      `Second half against first: ${word(asRun)}${level === null ? '' : `; ${word(level)} once hills are taken out`}.`,
    )
  } else said.push('How the pace went is not known: there are no marks along the way.')
  if (heart !== null)
    said.push(`Ground per heartbeat ${heart >= 0 ? 'fell' : 'rose'} by ${percent(heart)} from half to half.`)
  if (hillsS !== null)
    said.push(
      Math.abs(hillsS) < 20
        ? 'The hills cost next to nothing.'
        : `The hills cost about ${sayClock(Math.abs(hillsS))}${hillsS < 0 ? ' less than a level course' : ''}.`,
    )
  if (temperatureC !== null || plan?.celsius != null)
    said.push(
      temperatureC === null
        ? `Planned for ${plan!.celsius} °C; what it was is not recorded.`
        : `${Math.round(temperatureC)} °C by the watch${plan?.celsius == null ? '' : `, planned for ${plan.celsius}`}${temperatureC >= warm ? ': air as warm as that costs time, and a watch reads some degrees more than the air' : ''}.`,
    )
  if (fuel !== null)
    said.push(
      `Taken: ${fuel.grams} g and ${fuel.ml} ml an hour${plan?.carbsPerHour == null ? '' : `, planned ${plan.carbsPerHour} g`}${plan?.mlPerHour == null ? '' : ` and ${plan.mlPerHour} ml`}.`,
    )
  return said.filter(one => one !== null)
}
