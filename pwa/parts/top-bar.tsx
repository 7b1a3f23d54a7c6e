/** The strip above every screen: which athlete, who is here, whether the work is safe, and a step back. */
import { useLocation } from 'preact-iso/router'
import type { App, ListedView } from '../state/app.ts'
import { Button } from './button.tsx'
import { formatDay } from './format.ts'
import { Icon } from './icon.tsx'
import { syncWords } from './sync-words.ts'
import s from './top-bar.module.css'

type Given = { readonly app: App }
type TopBarProps = Given & { readonly views: readonly ListedView[] }
const addOne = '+'

const Switcher = ({ app }: Given) => {
  const { route } = useLocation()
  const athletes = app.athletes.value
  const at = app.at.value ?? ''
  const coaches = app.looking.value?.as === 'coach'
  if (athletes.length < 2 && !coaches) return <span class={s.who}>{athletes[0]?.name ?? ''}</span>
  return (
    <select
      class={s.switcher}
      aria-label="Athlete"
      value={at}
      onChange={event => {
        const chosen = event.currentTarget.value
        if (chosen !== addOne) return app.lookAt(chosen)
        event.currentTarget.value = at
        route('/welcome')
      }}
    >
      {athletes.map(({ space, name, membership }) => (
        <option key={space} value={space}>
          {membership === 'waiting' ? `${name} (waiting)` : name}
        </option>
      ))}
      <option value={addOne}>Add an athlete…</option>
    </select>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word[0]?.toUpperCase() ?? '')
    .join('')

const Here = ({ app, views }: TopBarProps) => {
  const here = app.looking.value?.space.presence.filter(one => !one.mine) ?? []
  const titleOf = (view: string) => views.find(v => v.id === view)?.title ?? view
  if (here.length === 0) return null
  return (
    <ul class={s.here} aria-label="Here now">
      {here.map(({ device, name, view, day }) => {
        const says = `${name} is here, looking at ${titleOf(view)}${day ? `, ${formatDay(day)}` : ''}`
        return (
          <li key={device} class={s.avatar} title={says}>
            <span aria-hidden="true">{initials(name)}</span>
            <span class="only-heard">{says}</span>
          </li>
        )
      })}
    </ul>
  )
}

const Sync = ({ app }: Given) => {
  const space = app.looking.value?.space
  if (!space) return null
  const others = space.members.flatMap(m => m.devices).length - 1
  const { word, says, icon, tone } = syncWords(space.status, app.online.value, Math.max(0, others))
  return (
    <a href="/sync" class={`${s.sync} ${s[tone]}`} title={says} aria-label={`${word}. ${says}`}>
      <Icon name={icon} />
      <span>{word}</span>
    </a>
  )
}

export const TopBar = ({ app, views }: TopBarProps) => (
  <header class={s.bar}>
    <Switcher app={app} />
    <Here app={app} views={views} />
    <span class={s.gap} />
    {app.looking.value?.as === 'coach' && (
      <>
        <Button
          variant="plain"
          small
          aria-label="Undo plan edit"
          title="Undo plan edit (Ctrl+Z)"
          disabled={!app.canUndo.value}
          onClick={() => app.act.undo()}
        >
          <Icon name="undo" />
        </Button>
        <Button
          variant="plain"
          small
          aria-label="Redo plan edit"
          title="Redo plan edit (Ctrl+Shift+Z)"
          disabled={!app.canRedo.value}
          onClick={() => app.act.redo()}
        >
          <Icon name="redo" />
        </Button>
      </>
    )}
    <Sync app={app} />
  </header>
)
