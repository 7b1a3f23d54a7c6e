/** The coach's library: sessions to put on a day, and notes that fill themselves; found by words, by folder. */
import { useState } from 'preact/hooks'
import type { Day } from '../../../core/model/day.ts'
import { type LibraryItem, searchLibrary } from '../../../core/model/library.ts'
import type { Session } from '../../../core/model/session.ts'
import { printLibrary, readLibraryText } from '../../../core/workout/library-text.ts'
import { describeSteps } from '../../../core/workout/text.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Field } from '../../parts/field.tsx'
import { formatDay } from '../../parts/format.ts'
import { Menu } from '../../parts/menu.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { App } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import s from './library.module.css'
import { NoteForm } from './note-form.tsx'
import { newSession } from './templates.ts'

type LibraryDialogProps = {
  readonly app: App
  /** The day a session is put on. */
  readonly day: Day
  readonly onUse: (session: Session) => void
  readonly onClose: () => void
}

const byFolder = (items: readonly LibraryItem[]): readonly (readonly [string, readonly LibraryItem[]])[] => {
  const folders = new Map<string, readonly LibraryItem[]>()
  for (const item of items) folders.set(item.folder, [...(folders.get(item.folder) ?? []), item])
  return [...folders]
}

type Doing =
  | { readonly type: 'note'; readonly item: LibraryItem | null }
  | { readonly type: 'name'; readonly item: LibraryItem }
  | { readonly type: 'text' }

export const LibraryDialog = ({ app, day, onUse, onClose }: LibraryDialogProps) => {
  const [question, setQuestion] = useState('')
  const [doing, setDoing] = useState<Doing | null>(null)
  const all = app.library()
  const found = searchLibrary(all, question)
  const use = ({ holds }: LibraryItem) => {
    if (holds.type !== 'session') return
    onUse({ ...holds.session, id: newSession(app.newId(), day).id, day })
  }
  const takeOut = () => {
    saveFile('library.txt', 'text/plain', printLibrary(all))
    app.say('library.txt saved. It comes in again here, on this or another device.')
  }
  return (
    <Dialog open title="Library" onClose={onClose}>
      <div class={s.library}>
        <p class={s.soft}>Yours, on all your devices. Coaches of the same athletes read it too; athletes never do.</p>
        <div class={s.bar}>
          <Button small onClick={() => setDoing({ type: 'note', item: null })}>
            New note that fills itself
          </Button>
          <Button small onClick={() => setDoing({ type: 'text' })}>
            Bring in text
          </Button>
          {all.length > 0 && (
            <Button small onClick={takeOut}>
              Save as text
            </Button>
          )}
        </div>
        {doing?.type === 'note' && (
          <NoteForm key={doing.item?.id ?? ''} app={app} item={doing.item} onClose={() => setDoing(null)} />
        )}
        {doing?.type === 'text' && <TextForm app={app} day={day} onClose={() => setDoing(null)} />}
        {all.length > 5 && (
          <Field label="Search">
            <input
              type="search"
              value={question}
              placeholder="words, a folder, a tag"
              onInput={event => setQuestion(event.currentTarget.value)}
            />
          </Field>
        )}
        {all.length === 0 && doing === null && (
          <p class={s.soft}>Nothing is kept yet. “Keep in the library” in a session’s editor puts the session here.</p>
        )}
        {all.length > 0 && found.length === 0 && <p class={s.soft}>Nothing in the library has these words.</p>}
        {byFolder(found).map(([folder, items]) => (
          <section key={folder} class={s.folder}>
            {folder !== '' && <h3 class={s.folderName}>{folder.replaceAll('/', ' › ')}</h3>}
            <ul class={s.items}>
              {items.map(item => (
                <li key={item.id} class={s.item}>
                  <div class={s.what}>
                    <strong>{item.name}</strong>{' '}
                    <span class={s.soft}>
                      {item.holds.type === 'session'
                        ? purposeWord[item.holds.session.purpose]
                        : `note for ${item.holds.purposes.map(one => purposeWord[one]).join(', ')}`}
                      {item.tags.map(tag => ` · ${tag}`).join('')}
                    </span>
                    <p class={s.says}>
                      {item.holds.type === 'session' ? describeSteps(item.holds.session.steps) : item.holds.words}
                    </p>
                  </div>
                  {item.holds.type === 'session' && (
                    <Button small onClick={() => use(item)}>
                      Use on {formatDay(day, 'weekday')}
                    </Button>
                  )}
                  <Menu
                    label={`More for ${item.name}`}
                    items={[
                      item.holds.type === 'note'
                        ? { label: 'Edit', onSelect: () => setDoing({ type: 'note', item }) }
                        : { label: 'Name, folder, tags', onSelect: () => setDoing({ type: 'name', item }) },
                      {
                        label: 'Take out of the library',
                        danger: true,
                        onSelect: () => void attempt(app.act.removeFromLibrary(item)),
                      },
                    ]}
                  />
                  {doing?.type === 'name' && doing.item.id === item.id && (
                    <NameForm app={app} item={item} onClose={() => setDoing(null)} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

const tagsOf = (text: string): string[] =>
  text
    .split(',')
    .map(tag => tag.trim().slice(0, 40))
    .filter(tag => tag !== '')
    .slice(0, 20)

type NameFormProps = { readonly app: App; readonly item: LibraryItem; readonly onClose: () => void }

const NameForm = ({ app, item, onClose }: NameFormProps) => {
  const [name, setName] = useState(item.name)
  const [folder, setFolder] = useState(item.folder)
  const [tags, setTags] = useState(item.tags.join(', '))
  const { by: _by, at: _at, ...draft } = item
  const save = async (event: Event) => {
    event.preventDefault()
    const next = { ...draft, name: name.trim() || item.name, folder: folder.trim(), tags: tagsOf(tags) }
    if (await attempt(app.act.keepInLibrary([next], `Kept: ${next.name}`))) onClose()
  }
  return (
    <form class={s.form} onSubmit={event => void save(event)}>
      <Field label="Name">
        <input data-first maxLength={200} value={name} onInput={event => setName(event.currentTarget.value)} />
      </Field>
      <Field label="Folder" hint="A slash makes a folder in a folder: Quality/Hills.">
        <input maxLength={100} value={folder} onInput={event => setFolder(event.currentTarget.value)} />
      </Field>
      <Field label="Tags" hint="With commas between them.">
        <input value={tags} onInput={event => setTags(event.currentTarget.value)} />
      </Field>
      <div class={s.bar}>
        <Button small onClick={onClose}>
          Cancel
        </Button>
        <Button small type="submit" variant="primary">
          Save
        </Button>
      </div>
    </form>
  )
}

type TextFormProps = { readonly app: App; readonly day: Day; readonly onClose: () => void }

const TextForm = ({ app, day, onClose }: TextFormProps) => {
  const [text, setText] = useState('')
  const me = app.device.value?.person.id
  const read = me && readLibraryText(text, { by: me, at: 0, newId: app.newId, day })
  const keep = async () => {
    if (!read?.ok) return
    const count = read.value.length
    if (await attempt(app.act.keepInLibrary(read.value, `Kept in the library: ${count}`))) onClose()
  }
  return (
    <div class={s.form}>
      <Field
        label="Text of a library"
        hint="Each entry: # its name, lines such as folder: and purpose:, then its steps."
        error={text.trim() !== '' && read && !read.ok ? `Line ${read.error.line}: ${read.error.says}` : null}
      >
        <textarea rows={8} spellcheck={false} value={text} onInput={event => setText(event.currentTarget.value)} />
      </Field>
      <input
        type="file"
        accept=".txt,text/plain"
        aria-label="A text file"
        onChange={event => void event.currentTarget.files?.[0]?.text().then(setText)}
      />
      <div class={s.bar}>
        <Button small onClick={onClose}>
          Cancel
        </Button>
        <Button small variant="primary" disabled={!read?.ok} onClick={() => void keep()}>
          {read?.ok ? `Keep ${read.value.length}` : 'Keep'}
        </Button>
      </div>
    </div>
  )
}
