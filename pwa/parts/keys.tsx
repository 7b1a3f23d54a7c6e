/** The keys that work everywhere, and on `?` the list of all that work now; G and a letter go to a screen. */

import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { App, ListedView } from '../state/app.ts'
import { Dialog } from './dialog.tsx'
import s from './keys.module.css'
import { areKeysShown, type KeyLine, keysHere } from './keys-help.tsx'
import { viewsFor } from './navigation.tsx'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select') && !target.matches('[type=radio], [type=checkbox]')))

const goes: Readonly<Record<string, string>> = {
  r: 'roster',
  t: 'today',
  i: 'inbox',
  c: 'calendar',
  h: 'history',
  b: 'playbook',
  a: 'profile',
  p: 'people',
  s: 'settings',
  w: 'explain',
  d: 'dry-run',
  f: 'said',
}

/** The screens of the navigation, and those that are reached from others. */
const reachable = (app: App, views: readonly ListedView[]): readonly ListedView[] => [
  ...viewsFor(app, views),
  ...views.filter(one => !one.inNavigation && one.for.some(as => as === app.looking.value?.as)),
]

type KeysProps = { readonly app: App; readonly views: readonly ListedView[] }

export const Keys = ({ app, views }: KeysProps) => {
  const { route } = useLocation()
  const here = keysHere.value
  useEffect(() => {
    let going = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || typing(event.target) || document.querySelector('dialog[open]'))
        return
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' || app.looking.value?.as !== 'coach') return
        event.preventDefault()
        if (event.shiftKey) app.act.redo()
        else app.act.undo()
        return
      }
      if (event.key === '?') areKeysShown.value = true
      const to = reachable(app, views).find(view => view.id === goes[key])
      if (going > event.timeStamp - 1_200 && to) {
        event.preventDefault()
        event.stopImmediatePropagation()
        route(to.path)
      }
      going = key === 'g' ? event.timeStamp : 0
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [app, route])
  return (
    <Dialog open={areKeysShown.value} title="Keys" onClose={() => (areKeysShown.value = false)}>
      <div class={s.lists}>
        {here && <List title={here.title} lines={here.lines} />}
        <List title="Everywhere" lines={everywhere(reachable(app, views), app.looking.value?.as === 'coach')} />
      </div>
    </Dialog>
  )
}

const everywhere = (views: readonly ListedView[], canWrite: boolean): readonly KeyLine[] => [
  ...views.flatMap(({ id, title }) => {
    const letter = Object.keys(goes).find(key => goes[key] === id)
    return letter ? [{ keys: ['G', letter.toUpperCase()], does: title }] : []
  }),
  ...(canWrite
    ? [
        { keys: ['Ctrl', 'Z'], does: 'undo a plan edit' },
        { keys: ['Ctrl', 'Shift', 'Z'], does: 'redo it' },
      ]
    : []),
  { keys: ['?'], does: 'this list' },
]

const List = ({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {lines.map(({ keys, does }) => (
        <div key={does} class={s.line}>
          <dt>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </section>
)
