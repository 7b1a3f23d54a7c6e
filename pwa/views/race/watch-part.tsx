/** The race on the athlete's watch: its pace band as a workout, and its course with the clock at every mark. */
import { useRef, useState } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import type { RacePlan, RaceVersion } from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import type { WrittenFile } from '../../../core/workout/writers/writer.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { saveFile } from '../../parts/save-file.ts'
import s from './race.module.css'
import type { Band } from './sheets.tsx'
import { versionWords } from './words.ts'

/** The places along a course, from its file; or why there are none. Read when a file is given, and kept nowhere. */
const wayFrom = async (file: File, distanceM: number) => {
  const [{ readCourseWay }, { refused, sourceOf }, { explainImport }] = await Promise.all([
    import('../../../core/import/course/read-course.ts'),
    import('../../../core/import/importer.ts'),
    import('../../../core/import/explain.ts'),
  ])
  const read = await readCourseWay(sourceOf(file.name, new Uint8Array(await file.arrayBuffer())))
  if (!read.ok) return explainImport(refused(file.name, read.error))
  const { course, way } = read.value
  const by = distanceM / course.distanceM
  if (Math.abs(by - 1) > mostOff)
    return `${file.name} is a way of another length than this race. Choose the race’s own GPX file.`
  return way.map(place => ({ ...place, atM: place.atM * by }))
}
/** A track that is off by more than this share is of another race (ours). */
const mostOff = 0.1

type WatchPartProps = { readonly plan: RacePlan; readonly race: Race; readonly band: Band }

export const WatchPart = ({ plan, race, band }: WatchPartProps) => {
  const [chosen, setChosen] = useState<RaceVersion | null>(null)
  const [says, setSays] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { version, splits } = band.find(one => one.version === chosen) ?? band[0]!
  const onWatch = { name: race.name, day: race.day, startMinute: plan.startMinute, splits }
  const save = ({ name, content }: WrittenFile, what: string) =>
    saveFile(`${name}-${what}.fit`, 'application/vnd.ant.fit', content)
  const saveBand = async () => {
    const { bandFit } = await import('../../../core/workout/race-fit.ts')
    save(bandFit(onWatch), 'pace-band')
  }
  const saveCourse = async (file: File | undefined) => {
    if (!file) return
    const way = await wayFrom(file, splits.at(-1)!.atM)
    setSays(typeof way === 'string' ? way : null)
    if (typeof way === 'string') return
    const { courseFit } = await import('../../../core/workout/race-fit.ts')
    save(courseFit(onWatch, way), 'course')
  }
  return (
    <section class={s.watch} aria-labelledby="race-watch">
      <h2 id="race-watch">On the watch</h2>
      {band.length > 1 && (
        <Field label="Version">
          <select value={version} onChange={e => setChosen(e.currentTarget.value as RaceVersion)}>
            {band.map(one => (
              <option key={one.version} value={one.version}>
                {versionWords[one.version].title}, {sayClock(one.splits.at(-1)!.seconds)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <div class={s.actions}>
        <Button onClick={() => void saveBand()}>Pace band as a workout (FIT)</Button>
        <Button onClick={() => input.current?.click()}>Course with its clock (FIT)…</Button>
        <input
          ref={input}
          type="file"
          accept=".gpx"
          hidden
          aria-label="GPX file of the course for the watch"
          onChange={e => {
            void saveCourse(e.currentTarget.files?.[0])
            e.currentTarget.value = ''
          }}
        />
      </div>
      {says !== null && (
        <p class={s.fault} role="alert">
          {says}
        </p>
      )}
      <p class={s.soft}>
        Copy it into the watch’s folder for new files. The course is made from the race’s GPX file, which is read here
        and kept nowhere.
      </p>
    </section>
  )
}
