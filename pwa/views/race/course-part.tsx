/** The course of a race: from a GPX file, or distance and profile as typed; its climbs and grades, and the air. */
import { useRef, useState } from 'preact/hooks'
import { type Course, surfaces, withDistance } from '../../../core/model/course.ts'
import type { RacePlan } from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { climbBetween, climbsOf, gradeBands, metresByGrade } from '../../../core/science/course/legs.ts'
import { About } from '../../parts/about.tsx'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { type DistanceUnit, formatDistance, formatNumber } from '../../parts/format.ts'
import type { DrawText, Keep } from './cards-part.tsx'
import { checkpointsFrom, profileFrom, readDistance, sayDistance, unitWord } from './course-typed.ts'
import { KeptValue, readMinute, readWhole } from './kept.tsx'
import { ProfileDrawing } from './profile-drawing.tsx'
import s from './race.module.css'
import { sayMinute } from './words.ts'

type CoursePartProps = {
  readonly plan: RacePlan
  readonly race: Race
  readonly unit: DistanceUnit
  readonly onKeep: Keep
  readonly text: DrawText
}

/** A course from a file, or why there is none. Loaded when a file is given: nobody else needs a reader of XML. */
const courseFrom = async (file: File): Promise<Course | string> => {
  const [{ readCourse }, { refused, sourceOf }, { explainImport }] = await Promise.all([
    import('../../../core/import/course/read-course.ts'),
    import('../../../core/import/importer.ts'),
    import('../../../core/import/explain.ts'),
  ])
  const read = await readCourse(sourceOf(file.name, new Uint8Array(await file.arrayBuffer())))
  return read.ok ? read.value : explainImport(refused(file.name, read.error))
}

const bandWord = ([from, to]: (typeof gradeBands)[number]): string =>
  from === Number.NEGATIVE_INFINITY
    ? `steeper than ${to} % down`
    : to === Number.POSITIVE_INFINITY
      ? `steeper than ${from} % up`
      : `${from} to ${to} %`

const Facts = ({ course, unit }: { readonly course: Course; readonly unit: DistanceUnit }) => {
  const climb = climbBetween(course, 0, course.distanceM)
  const climbs = [...climbsOf(course)].sort((a, b) => b.up - a.up).slice(0, 4)
  const grades = metresByGrade(course)
  return (
    <>
      <p class={s.soft}>
        {formatDistance(course.distanceM, unit)}
        {course.measuredM !== null && `, the track measures ${formatDistance(course.measuredM, unit)}`}
        {climb === null ? '. Its heights are not known: splits are even.' : `, ${climb.up} m up, ${climb.down} m down.`}{' '}
        {climb !== null && <About of="course-climb" />}
      </p>
      {climb !== null && <ProfileDrawing course={course} unit={unit} />}
      {climbs.length > 0 && (
        <p class={s.soft}>
          Largest climbs:{' '}
          {climbs
            .map(one => `${one.up} m from ${formatDistance(one.fromM, unit)} at ${formatNumber(100 * one.slope, 1)} %`)
            .join(' · ')}
        </p>
      )}
      {climb !== null && (
        <p class={s.soft}>
          Slopes:{' '}
          {gradeBands
            .flatMap((band, i) => (grades[i]! < 50 ? [] : [`${formatDistance(grades[i]!, unit)} ${bandWord(band)}`]))
            .join(' · ')}{' '}
          <About of="course-slopes" />
        </p>
      )}
    </>
  )
}

export const CoursePart = ({ plan, race, unit, onKeep, text }: CoursePartProps) => {
  const { course } = plan
  const input = useRef<HTMLInputElement>(null)
  const [says, setSays] = useState<string | null>(null)
  const typed: Course = course ?? {
    name: race.name,
    distanceM: race.distanceM ?? 10_000,
    measuredM: null,
    profile: [],
    checkpoints: [],
    surfaces: [],
    origin: '',
  }
  const keepCourse = (next: Course | null) => onKeep({ course: next })
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = await courseFrom(file)
    setSays(typeof read === 'string' ? read : null)
    // Why: a race has its official distance; a track only measures one.
    if (typeof read !== 'string') await keepCourse(race.distanceM === null ? read : withDistance(read, race.distanceM))
  }
  return (
    <section class={s.panel} aria-labelledby="race-course">
      <div class={s.bar}>
        <h2 id="race-course">Course and air</h2>
        <input
          ref={input}
          type="file"
          accept=".gpx"
          hidden
          aria-label="GPX file of the course"
          onChange={e => {
            void take(e.currentTarget.files?.[0])
            e.currentTarget.value = ''
          }}
        />
        <Button small onClick={() => input.current?.click()}>
          {course === null ? 'Course from a GPX file' : 'Another GPX file'}
        </Button>
      </div>
      {says !== null && (
        <p class={s.fault} role="alert">
          {says}
        </p>
      )}
      {course === null ? (
        <p class={s.soft}>
          No course yet. A GPX file of it gives climbs, grades and checkpoints; the places themselves are not kept.
        </p>
      ) : (
        <Facts course={course} unit={unit} />
      )}
      <div class={s.row}>
        <KeptValue
          label={`Official distance, ${unit}`}
          value={typed.distanceM}
          say={metres => sayDistance(metres, unit)}
          read={text => readDistance(text, unit)}
          fault={`Write ${unitWord[unit]}, as ${unit === 'km' ? '42.195' : '26.2'} or 10.`}
          onKeep={metres => (metres === null ? keepCourse(null) : keepCourse(withDistance(typed, metres)))}
        />
        <KeptValue
          label="Start"
          value={plan.startMinute}
          say={sayMinute}
          read={readMinute}
          fault="Write the time as 09:00."
          onKeep={startMinute => onKeep({ startMinute })}
        />
        <KeptValue
          label="Expected, °C"
          value={plan.celsius}
          numeric
          say={String}
          read={readWhole(-40, 50)}
          fault="Write degrees Celsius, from −40 to 50."
          onKeep={celsius => onKeep({ celsius })}
        />
        <KeptValue
          label="Humidity, %"
          value={plan.humidity}
          numeric
          say={String}
          read={readWhole(0, 100)}
          fault="Write percent, from 0 to 100."
          onKeep={humidity => onKeep({ humidity })}
        />
        <Field label="Underfoot">
          <select
            value={typed.surfaces[0]?.surface ?? ''}
            onChange={e => {
              const surface = surfaces.find(one => one === e.currentTarget.value)
              void keepCourse({ ...typed, surfaces: surface === undefined ? [] : [{ fromM: 0, surface }] })
            }}
          >
            <option value="">not said</option>
            <option value="road">road</option>
            <option value="trail">trail</option>
            <option value="rough">rough ground</option>
          </select>
        </Field>
      </div>
      <details class={s.more}>
        <summary>Type the profile and the aid stations</summary>
        <KeptValue
          label={`Profile: ${unitWord[unit]} and metres above the sea, point by point`}
          hint="0 120; 4.5 310; 10 120: semicolons between points."
          value={typed.profile.length > 0 && typed.origin === '' ? typed.profile : null}
          say={points => points.map(([at, height]) => `${sayDistance(at, unit)} ${height / 10}`).join('; ')}
          read={text => profileFrom(text, typed.distanceM, unit)}
          fault={`Each point is ${unitWord[unit]} from the start, then metres; further along each time, and not beyond the finish.`}
          onKeep={profile => keepCourse({ ...typed, profile: profile ?? [], measuredM: null, origin: '' })}
        />
        <KeptValue
          label={`Aid stations and checkpoints: ${unitWord[unit]} and name, separated by semicolons`}
          hint="A star before the name says that there is something to eat or drink: 5 *Bridge; 21 Half way"
          value={typed.checkpoints.length > 0 ? typed.checkpoints : null}
          say={points =>
            points.map(({ atM, name, aid }) => `${sayDistance(atM, unit)} ${aid ? '*' : ''}${name}`).join('; ')
          }
          read={text => checkpointsFrom(text, typed.distanceM, unit)}
          fault={`Each is ${unitWord[unit]} from the start, before the finish, then a name.`}
          onKeep={checkpoints => keepCourse({ ...typed, checkpoints: checkpoints ?? [] })}
        />
      </details>
      {text({ field: 'weather', label: 'Weather and what else of the day' })}
    </section>
  )
}
