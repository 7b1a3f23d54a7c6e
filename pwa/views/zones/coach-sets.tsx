/** What the coach sets: thresholds and zones that go before all others, and how they were set before. */
import { useState } from 'preact/hooks'
import type { CoachThresholds } from '../../../core/model/coach-thresholds.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { type DistanceUnit, formatDay, formatPace, parsePace } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { App, Looking } from '../../state/app.ts'
import { readEdges } from './own-zones.tsx'
import s from './zones.module.css'

const beats = [
  { key: 'thresholdHr', name: 'Threshold heart rate', least: 80, most: 230 },
  { key: 'maxHr', name: 'Maximum heart rate', least: 80, most: 240 },
  { key: 'restHr', name: 'Resting heart rate', least: 25, most: 120 },
] as const

type Typed = Record<'pace' | 'zones' | 'words' | (typeof beats)[number]['key'], string>
type Said = Omit<CoachThresholds, 'id' | 'by' | 'at' | 'since'>

const typedOf = (said: CoachThresholds | undefined, unit: DistanceUnit): Typed => ({
  pace: said?.thresholdPaceSPerKm ? formatPace(said.thresholdPaceSPerKm, unit).split(' ')[0]! : '',
  thresholdHr: String(said?.thresholdHr ?? ''),
  maxHr: String(said?.maxHr ?? ''),
  restHr: String(said?.restHr ?? ''),
  zones: (said?.ownZonesHr ?? []).join(' '),
  words: '',
})

/** What was typed, or what is wrong with it and what to do. */
export const readTyped = (typed: Typed, unit: DistanceUnit): Said | { readonly fault: string } => {
  const pace = typed.pace.trim() === '' ? null : parsePace(typed.pace, unit)
  if (pace === undefined || (pace !== null && (pace < 120 || pace > 900)))
    return { fault: `Write the threshold pace as minutes and seconds per ${unit}, like 4:35.` }
  const edges = readEdges(typed.zones)
  if (edges !== null && 'fault' in edges) return edges
  const values: Record<string, number | null> = {}
  for (const { key, name, least, most } of beats) {
    const value = typed[key].trim() === '' ? null : Number(typed[key])
    if (value !== null && !(Number.isInteger(value) && value >= least && value <= most))
      return { fault: `${name}: write whole beats per minute between ${least} and ${most}.` }
    values[key] = value
  }
  const { thresholdHr = null, maxHr = null, restHr = null } = values
  const ownZonesHr = edges === null ? null : [...edges]
  return { thresholdPaceSPerKm: pace, thresholdHr, maxHr, restHr, ownZonesHr, words: typed.words.trim() }
}

type Given = { readonly app: App; readonly looking: Looking }

export const CoachSets = ({ app, looking }: Given) => {
  const unit = app.preferences.value.distance
  const said = looking.plan.thresholds ?? []
  const [typed, setTyped] = useState(() => typedOf(said.at(-1), unit))
  const [fault, setFault] = useState<string | null>(null)
  const field = (key: keyof Typed) => ({
    value: typed[key],
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [key]: event.currentTarget.value }),
  })
  const save = async (event: Event) => {
    event.preventDefault()
    const read = readTyped(typed, unit)
    const wrong = 'fault' in read ? read.fault : await app.act.setThresholds(read)
    setFault(wrong)
    if (wrong === null) setTyped({ ...typed, words: '' })
  }
  return (
    <form class={s.panel} aria-labelledby="coach-sets" onSubmit={event => void save(event)}>
      <h2 id="coach-sets">Set by the coach</h2>
      <p class="faint">
        What you set counts from today, before what {looking.content.profile.name || 'the athlete'} typed and what is
        estimated. What you leave empty is theirs.
      </p>
      <div class={s.sets}>
        <Field label={`Threshold pace, min/${unit}`}>
          <input inputMode="text" placeholder="4:35" {...field('pace')} />
        </Field>
        {beats.map(({ key, name }) => (
          <Field key={key} label={`${name}, bpm`}>
            <input inputMode="numeric" {...field(key)} />
          </Field>
        ))}
        <Field label="Zones: lower edges, bpm">
          <input inputMode="numeric" placeholder="110 135 150 165" {...field('zones')} />
        </Field>
        <Field label="What they rest on">
          <input maxLength={500} placeholder="30-minute test on the track" {...field('words')} />
        </Field>
      </div>
      <Button type="submit">Set</Button>
      {fault !== null && (
        <p class={s.fault} role="alert">
          <Icon name="warning" /> {fault}
        </p>
      )}
    </form>
  )
}

const sayAll = (said: CoachThresholds, unit: DistanceUnit): string =>
  [
    said.thresholdPaceSPerKm === null ? null : formatPace(said.thresholdPaceSPerKm, unit),
    ...beats.map(({ key, name }) => (said[key] === null ? null : `${name.toLowerCase()} ${said[key]} bpm`)),
    said.ownZonesHr === null || said.ownZonesHr === undefined ? null : `zones from ${said.ownZonesHr.join(', ')} bpm`,
  ]
    .filter(part => part !== null)
    .join(' · ') || 'nothing: what the athlete typed and what is estimated counts'

/** Each time a coach set something, the latest first. */
export const CoachHistory = ({
  said,
  unit,
}: {
  readonly said: readonly CoachThresholds[]
  readonly unit: DistanceUnit
}) => (
  <section class={s.panel} aria-labelledby="coach-history">
    <h2 id="coach-history">What the coach set, and when</h2>
    <table class={s.thresholds}>
      <thead class="only-heard">
        <tr>
          <th scope="col">From</th>
          <th scope="col">Set</th>
          <th scope="col">It rests on</th>
        </tr>
      </thead>
      <tbody>
        {said.toReversed().map(one => (
          <tr key={one.id}>
            <th scope="row">{formatDay(one.since, 'withYear')}</th>
            <td>{sayAll(one, unit)}</td>
            <td class={s.soft}>{one.words || 'not said'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
