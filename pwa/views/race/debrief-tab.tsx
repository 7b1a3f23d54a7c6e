/** After the race: what the recording says beside the plan, three questions for each of the two, and what is carried over. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import type { Activity } from '../../../core/model/activity.ts'
import type { Course } from '../../../core/model/course.ts'
import { daysBetween } from '../../../core/model/day.ts'
import { raceVersions } from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { type Debrief, debriefOf } from '../../../core/reports/race/debrief.ts'
import { type RaceRecord, recordOf, recordOfLaps } from '../../../core/reports/race/marks.ts'
import { Field } from '../../parts/field.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { type DistanceUnit, formatDistance } from '../../parts/format.ts'
import type { App, Looking, RaceFile } from '../../state/app.ts'
import { speaksForAthlete } from '../session/looking.ts'
import { AthletesPart, CoachsPart } from './debrief-parts.tsx'
import { everyOf } from './estimate-part.tsx'
import s from './race.module.css'
import { versionWords } from './words.ts'

type TabProps = { readonly app: App; readonly looking: Looking; readonly race: Race; readonly file: RaceFile }

/** The runs of the race's day and the day after it (a night may turn), the longest first. */
const runsOf = ({ content }: Looking, race: Race): readonly Activity[] =>
  content.activities
    .filter(({ sport, day }) => sport === 'run' && daysBetween(race.day, day) >= 0 && daysBetween(race.day, day) <= 1)
    .toSorted((a, b) => (b.distanceM ?? 0) - (a.distanceM ?? 0))

/** What was recorded: by the curves where this device has them, else by the marks the athlete sent, else by laps. */
const useRecord = ({ app, looking, race, file }: TabProps, activity: Activity | undefined): RaceRecord | null => {
  const [own, setOwn] = useState<RaceRecord | null>(null)
  useEffect(() => {
    let isWanted = true
    setOwn(null)
    if (activity)
      void app.streamsOf(looking.space.id, activity).then(streams => {
        if (isWanted && streams) setOwn(recordOf(streams, race.distanceM) ?? null)
      })
    return () => {
      isWanted = false
    }
  }, [app, looking.space.id, activity?.id, race.distanceM])
  const sent = file.athleteDebrief?.marks ?? []
  return useMemo(() => {
    if (own) return own
    const laps = (activity && recordOfLaps(activity, race.distanceM)) ?? null
    const end = sent.at(-1)
    if (end === undefined) return laps
    const rest = laps ?? { recordedM: end[0], stoodS: 0, profile: [] }
    return { ...rest, how: 'stretched', distanceM: end[0], seconds: end[1], marks: sent }
  }, [own, activity, race.distanceM, file.athleteDebrief])
}

export const DebriefTab = (given: TabProps) => {
  const { app, looking, race, file } = given
  const unit = app.preferences.value.distance
  const runs = runsOf(looking, race)
  const chosen = runs.find(({ id }) => id === file.athleteDebrief?.activity) ?? runs[0]
  const record = useRecord(given, chosen)
  const plan = file.published.at(-1)?.plan ?? null
  const mine = speaksForAthlete(looking)
  const facts = useMemo(() => {
    if (record === null) return undefined
    const planned = plan?.course
    const course: Course =
      planned && planned.distanceM === record.distanceM && planned.profile.length > 1
        ? planned
        : {
            name: race.name,
            distanceM: record.distanceM,
            measuredM: null,
            profile: record.profile,
            checkpoints: [],
            surfaces: [],
            origin: '',
          }
    const { marks, stoodS } = record
    const temperatureC = chosen?.temperatureC ?? null
    const everyM = everyOf(record.distanceM, unit)
    return debriefOf({ course, marks, plan, debrief: file.athleteDebrief, temperatureC, stoodS, everyM })
  }, [record, plan, file.athleteDebrief, chosen?.temperatureC, unit])
  // Why sent: the curves stay on the athlete's device, and the coach reads the same splits from the marks.
  const marks = record?.marks ?? []
  const hasSent = (file.athleteDebrief?.marks.length ?? 0) >= marks.length
  useEffect(() => {
    if (mine && chosen && marks.length > 3 && !hasSent)
      void app.act.debriefAsAthlete(race.id, { activity: chosen.id, marks: [...marks] })
  }, [mine, chosen?.id, marks.length, hasSent])
  return (
    <div class={s.columns}>
      <div class={s.stack}>
        <section class={s.panel} aria-labelledby="race-facts">
          <h2 id="race-facts">What happened</h2>
          {runs.length > 1 && mine && (
            <Field label="Which run was the race">
              <select
                value={chosen?.id ?? ''}
                onChange={e => {
                  const run = runs.find(({ id }) => id === e.currentTarget.value)
                  if (run) void app.act.debriefAsAthlete(race.id, { activity: run.id, marks: [] })
                }}
              >
                {runs.map(run => (
                  <option key={run.id} value={run.id}>
                    {run.name ?? 'Run'},{' '}
                    {run.distanceM === null ? sayClock(run.durationS) : formatDistance(run.distanceM, unit)}
                  </option>
                ))}
              </select>
            </Field>
          )}
          {facts === undefined ? (
            <p class={s.soft}>
              {mine
                ? 'No run of that day is on file. Import the race’s file from the watch in the history, and it is set beside the plan here.'
                : 'No run of that day has arrived yet.'}
            </p>
          ) : (
            <>
              <ul class={s.says}>
                {facts.says.map(line => (
                  <li key={line}>{forReader(line, unit)}</li>
                ))}
              </ul>
              <Splits facts={facts} unit={unit} />
            </>
          )}
        </section>
        {(mine || file.athleteDebrief !== null) && <AthletesPart {...given} mine={mine} />}
      </div>
      <div class={s.stack}>
        <CoachsPart {...given} />
      </div>
    </div>
  )
}

const Splits = ({ facts, unit }: { readonly facts: Debrief; readonly unit: DistanceUnit }) => {
  const versions = raceVersions.filter(version => facts.splits.some(({ against }) => against[version] !== undefined))
  const beside = (seconds: number | undefined) =>
    seconds === undefined ? '' : `${seconds < 0 ? '−' : '+'}${sayClock(Math.abs(seconds))}`
  return (
    <div class={s.scroll}>
      <table>
        <caption class="only-heard">Splits of the race beside each version</caption>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">Split</th>
            <th scope="col">Clock</th>
            <th scope="col">Heart</th>
            {versions.map(version => (
              <th key={version} scope="col">
                {versionWords[version].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.splits.map(({ atM, splitSeconds, seconds, hr, against }) => (
            <tr key={atM}>
              <th scope="row">{formatDistance(atM, unit)}</th>
              <td>{sayClock(splitSeconds)}</td>
              <td>{sayClock(seconds)}</td>
              <td>{hr ?? 'not known'}</td>
              {versions.map(version => (
                <td key={version}>{beside(against[version])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
