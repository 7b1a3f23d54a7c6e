/** Zones of one's own: the lower edges in beats per minute, from a test or from a coach's word. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { App, Looking } from '../../state/app.ts'
import s from './zones.module.css'

/** `120 140 155` → edges; what is wrong with it in words; null where it is empty. */
export const readEdges = (text: string): readonly number[] | null | { readonly fault: string } => {
  const words = text.split(/[\s,;]+/).filter(word => word !== '')
  if (words.length === 0) return null
  const edges = words.map(Number)
  if (edges.some(edge => !Number.isInteger(edge) || edge < 30 || edge > 240))
    return { fault: 'Write whole beats per minute between 30 and 240, like 110 135 150 165.' }
  if (edges.length < 2 || edges.length > 9) return { fault: 'Write two to nine edges.' }
  if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!))
    return { fault: 'Each edge is higher than the one before.' }
  return edges
}

export const OwnZones = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const { own: profile } = looking
  const [text, setText] = useState((profile.ownZonesHr ?? []).join(' '))
  const [fault, setFault] = useState<string | null>(null)
  const save = async (event: Event) => {
    event.preventDefault()
    const edges = readEdges(text)
    if (edges !== null && 'fault' in edges) return setFault(edges.fault)
    setFault(await app.act.putProfile({ ...profile, ownZonesHr: edges === null ? null : [...edges] }))
  }
  return (
    <form class={`${s.panel} ${s.own}`} onSubmit={event => void save(event)}>
      <Field label="My own zones: lower edges, bpm" hint="From the easiest up. Empty takes them away.">
        <input
          inputMode="numeric"
          placeholder="110 135 150 165"
          value={text}
          onInput={event => setText(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit">Save</Button>
      {fault !== null && (
        <p class={s.fault} role="alert">
          <Icon name="warning" /> {fault}
        </p>
      )}
    </form>
  )
}
