/** Injuries on file: where, and from when until when. They make the automation more careful for two years. */
import { useState } from 'preact/hooks'
import type { Injury } from '../../core/model/athlete.ts'
import { type BodySite, bodySites } from '../../core/model/check-in.ts'
import { type Day, parseDay } from '../../core/model/day.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { formatDay } from '../parts/format.ts'
import s from './profile.module.css'
import type { PartProps } from './profile-parts.tsx'

export const Injuries = ({ draft, set, today }: PartProps & { readonly today: Day }) => {
  const list = draft.injuries
  const onChange = (injuries: readonly Injury[]) => set({ injuries })
  const [site, setSite] = useState<BodySite>('calf')
  const [from, setFrom] = useState<string>(today)
  const [to, setTo] = useState('')
  const add = () => {
    const start = parseDay(from)
    if (start) onChange([...list, { site, from: start, to: parseDay(to) ?? null, note: '' }])
  }
  return (
    <fieldset class={s.group}>
      <legend>Injuries</legend>
      {list.length > 0 && (
        <ul class={s.injuries}>
          {list.map((injury, i) => (
            <li key={`${injury.site}${injury.from}`}>
              <span>
                {injury.site}, {formatDay(injury.from, 'withYear')}
                {injury.to ? ` – ${formatDay(injury.to, 'withYear')}` : ', still there'}
              </span>
              <Button small variant="plain" onClick={() => onChange(list.filter((_, at) => at !== i))}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class={s.line}>
        <Field label="Where">
          <select value={site} onChange={event => setSite(event.currentTarget.value as BodySite)}>
            {bodySites.map(one => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <Field label="From">
          <input type="date" value={from} onInput={event => setFrom(event.currentTarget.value)} />
        </Field>
        <Field label="To">
          <input type="date" value={to} onInput={event => setTo(event.currentTarget.value)} />
        </Field>
        <Button onClick={add}>Add injury</Button>
      </div>
      {list.length === 0 && (
        <label class={s.tick}>
          <input
            type="checkbox"
            checked={draft.noInjuries}
            onChange={event => set({ noInjuries: event.currentTarget.checked })}
          />
          None so far
        </label>
      )}
    </fieldset>
  )
}
