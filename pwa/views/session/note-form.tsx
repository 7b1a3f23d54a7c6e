/** A note written once: the coach's words, and places that each athlete's own facts fill. */
import { useRef, useState } from 'preact/hooks'
import type { LibraryItem } from '../../../core/model/library.ts'
import { type Purpose, purposes } from '../../../core/model/session.ts'
import { notePlaces, unknownPlaces } from '../../../core/reports/notes/note-template.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import type { App } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import s from './library.module.css'

type NoteFormProps = { readonly app: App; readonly item: LibraryItem | null; readonly onClose: () => void }

export const NoteForm = ({ app, item, onClose }: NoteFormProps) => {
  const held = item?.holds.type === 'note' ? item.holds : null
  const [name, setName] = useState(item?.name ?? '')
  const [words, setWords] = useState(held?.words ?? '')
  const [chosen, setChosen] = useState<readonly Purpose[]>(held?.purposes ?? ['easy'])
  const area = useRef<HTMLTextAreaElement>(null)
  const wrong = unknownPlaces(words)
  const put = (place: string) => {
    const at = area.current?.selectionStart ?? words.length
    setWords(`${words.slice(0, at)}{${place}}${words.slice(at)}`)
    area.current?.focus()
  }
  const save = async (event: Event) => {
    event.preventDefault()
    const called = name.trim() || `${purposeWord[chosen[0] ?? 'easy']} note`
    const next = {
      id: item?.id ?? app.newId(),
      name: called,
      folder: item?.folder ?? '',
      tags: item?.tags ?? [],
      holds: { type: 'note' as const, purposes: [...chosen], words },
    }
    if (await attempt(app.act.keepInLibrary([next], `Kept: ${called}`))) onClose()
  }
  return (
    <form class={s.form} onSubmit={event => void save(event)}>
      <Field label="Name of the note">
        <input data-first maxLength={200} value={name} onInput={event => setName(event.currentTarget.value)} />
      </Field>
      <fieldset class={s.chips}>
        <legend>For sessions of this purpose</legend>
        {purposes.map(purpose => (
          <label key={purpose} class={s.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(purpose)}
              onChange={event =>
                setChosen(event.currentTarget.checked ? [...chosen, purpose] : chosen.filter(one => one !== purpose))
              }
            />
            <span>{purposeWord[purpose]}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label="Words"
        hint="A sentence with a place of which nothing is known is left out, never guessed."
        error={wrong.length > 0 ? `Nothing is called {${wrong[0]}}.` : null}
      >
        <textarea
          ref={area}
          rows={5}
          maxLength={4000}
          required
          value={words}
          onInput={event => setWords(event.currentTarget.value)}
        />
      </Field>
      <fieldset class={s.chips}>
        <legend>Places that fill themselves</legend>
        {Object.entries(notePlaces).map(([place, says]) => (
          <Button key={place} small variant="plain" title={says} onClick={() => put(place)}>
            {place}
          </Button>
        ))}
      </fieldset>
      <div class={s.bar}>
        <Button small onClick={onClose}>
          Cancel
        </Button>
        <Button small type="submit" variant="primary" disabled={chosen.length === 0 || wrong.length > 0}>
          Keep the note
        </Button>
      </div>
    </form>
  )
}
