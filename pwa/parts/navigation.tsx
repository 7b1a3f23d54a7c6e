/** The way between the screens: a rail at the side on a desk, a bar under the thumb on a phone. */

import { useLocation } from 'preact-iso/router'
import type { App, ListedView } from '../state/app.ts'
import { t } from '../state/language.ts'
import { waitingFor } from '../state/waiting.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import s from './navigation.module.css'

/** What each opens first stands first; the rest follows in the order of the list. */
const firstFor = {
  coach: ['roster', 'inbox', 'calendar', 'history', 'playbook'],
  athlete: ['today', 'calendar', 'inbox', 'history'],
} as const

/** The screens of this person, in their order. */
export const viewsFor = (app: App, views: readonly ListedView[]): readonly ListedView[] => {
  const looking = app.looking.value
  const as = looking === null || looking.selfCoached ? 'athlete' : looking.as
  const rank = ({ id }: ListedView) => {
    const place = (firstFor[as] as readonly string[]).indexOf(id)
    return place < 0 ? views.length : place
  }
  // Why: one athlete is no roster.
  const isMine = ({ id, inNavigation, for: whom }: ListedView) =>
    inNavigation && whom.includes(as) && (id !== 'roster' || app.athletes.value.length > 1)
  return views.filter(isMine).toSorted((a, b) => rank(a) - rank(b))
}

const Link = ({ view, count }: { readonly view: ListedView; readonly count: number }) => {
  const { path } = useLocation()
  return (
    <a href={view.path} class={s.link} aria-current={path.startsWith(view.path) ? 'page' : undefined}>
      <Icon name={view.icon} />
      <span>{t(view.title)}</span>
      {count > 0 && (
        <span class={s.count}>
          {count}
          <span class="only-heard"> waiting</span>
        </span>
      )}
    </a>
  )
}

/** How many screens stand in the bar of a phone before the rest folds behind More. */
const inBar = 4

type NavigationProps = { readonly app: App; readonly views: readonly ListedView[] }

export const Navigation = ({ app, views }: NavigationProps) => {
  const { route } = useLocation()
  const mine = viewsFor(app, views)
  const advice = app.looking.value?.advice
  const open = (advice ? waitingFor(advice) : 0) + app.unread.value.length
  const asking = app.looking.value?.space.requests.length ?? 0
  const countOf = ({ id }: ListedView) => (id === 'inbox' ? open : id === 'people' ? asking : 0)
  const folded = mine.slice(inBar).reduce((sum, view) => sum + countOf(view), 0)
  return (
    <>
      <nav class={s.rail} aria-label="Main">
        <a href="/" class={s.brand} aria-label="Tandem, home">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 21c4 0 5-10 9.5-10S19 21 23 21s4-5 4-5" />
            <circle cx="14.5" cy="11" r="2.5" />
            <circle cx="23" cy="21" r="2.5" />
          </svg>
          <span>Tandem</span>
        </a>
        {mine.map(view => (
          <Link key={view.id} view={view} count={countOf(view)} />
        ))}
      </nav>
      <nav class={s.bar} aria-label="Main, short">
        {mine.slice(0, inBar).map(view => (
          <Link key={view.id} view={view} count={countOf(view)} />
        ))}
        {mine.length > inBar && (
          <Menu
            label={t('More')}
            items={mine.slice(inBar).map(view => ({ label: t(view.title), onSelect: () => route(view.path) }))}
          >
            <span class={s.more}>
              <Icon name="more" />
              <span>{t('More')}</span>
              {folded > 0 && (
                <span class={s.count}>
                  {folded}
                  <span class="only-heard"> waiting</span>
                </span>
              )}
            </span>
          </Menu>
        )}
      </nav>
    </>
  )
}
