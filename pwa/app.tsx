/** The frame round every screen; it opens nothing and knows the screens only by their list. */
import { signal } from '@preact/signals'
import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import lazy, { ErrorBoundary } from 'preact-iso/lazy'
import { Route, Router, useLocation } from 'preact-iso/router'
import s from './app.module.css'
import { Button } from './parts/button.tsx'
import { DropAnywhere } from './parts/drop-anywhere.tsx'
import { Empty } from './parts/empty.tsx'
import { Keys } from './parts/keys.tsx'
import { Navigation } from './parts/navigation.tsx'
import { Newer } from './parts/newer.tsx'
import { Toasts } from './parts/toast.tsx'
import { TopBar } from './parts/top-bar.tsx'
import type { App, Looking, View } from './state/app.ts'
import { views } from './views/index.ts'

type Given = { readonly app: App }

const broken = signal<string | null>(null)

const screens = views.map(({ id, path, title, load }) => {
  const Component = lazy(() => load().then(it => it.view.Component)) as View['Component'] & {
    preload(): Promise<unknown>
  }
  return { id, path, title, Component }
})
const Welcome = screens.find(screen => screen.id === 'first-run')!.Component
/** What a coach walks from athlete to athlete stands from what was assessed last, while somebody's documents are read. */
const walked: readonly string[] = ['roster', 'review']

/** What stands where a screen will be, of the same weight, so that nothing jumps. */
const Skeleton = () => (
  <div class={s.skeleton} role="status" aria-busy="true" aria-label="Opening">
    <div class={s.bone} style={{ width: '32%', height: '30px' }} />
    <div class={s.bone} style={{ height: '120px' }} />
    <div class={s.bone} style={{ width: '78%' }} />
    <div class={s.bone} style={{ width: '64%' }} />
  </div>
)

/** Fetches a screen's own part while its data is being read, instead of after it. */
const Coming = ({ preload }: { readonly preload: () => Promise<unknown> }) => {
  useEffect(() => {
    // Why: where it cannot be fetched the screen itself says so, once it would stand.
    preload().catch(() => {})
  }, [preload])
  return <Skeleton />
}

/** Where a person begins: at all their athletes, at what waits for them, or at their own day. */
const homeOf = ({ as, selfCoached }: Looking, athletes: number): string =>
  as !== 'coach' || selfCoached ? '/today' : athletes > 1 ? '/roster' : '/inbox'

const Home = ({ app }: Given) => {
  const { route } = useLocation()
  const looking = app.looking.value
  useEffect(() => {
    if (looking) route(homeOf(looking, app.athletes.value.length), true)
  }, [looking?.as, looking?.selfCoached])
  return <Skeleton />
}

const NotHere = () => (
  <Empty title="There is nothing at this address" action={<a href="/">Go to the start</a>}>
    <p>The page may have moved since the link was made.</p>
  </Empty>
)

/** Tells the others which screen this person looks at, and names the tab. */
const Whereabouts = ({ app }: Given) => {
  const { path } = useLocation()
  const here = screens.find(screen => path.startsWith(screen.path.split(':')[0]!))
  useEffect(() => {
    document.title = here ? `${here.title} · Tandem` : 'Tandem'
    if (here) app.showPresence(here.id, null)
  }, [here?.id, app.looking.value?.space.id])
  return null
}

// Why: the router compares the properties of its routes as JSON text, and the app's would be everything there is. So a
// route is given a component that knows the app already.
// Why inside the route: a screen that stays is not begun anew when an athlete's documents have been read.
const routesOf = (app: App) => ({
  screens: screens.map(({ id, path, Component }) => ({
    id,
    path,
    Shown: () => {
      const stands = app.opening.value.state === 'ready' || (walked.includes(id) && app.athletes.value.length > 1)
      return stands ? <Component app={app} /> : <Coming preload={Component.preload} />
    },
  })),
  Home: () => <Home app={app} />,
})

const Screens = ({ app }: Given) => {
  const routes = useMemo(() => routesOf(app), [app])
  const opening = app.opening.value
  if (opening.state === 'failed')
    return (
      <Empty
        title="Tandem could not open its store"
        action={<Button onClick={() => location.reload()}>Try again</Button>}
      >
        <p>{opening.why}</p>
        <p>Nothing was deleted. Private windows and full disks are the usual reasons.</p>
      </Empty>
    )
  if (broken.value !== null)
    return (
      <Empty title="This screen stopped" action={<Button onClick={() => location.reload()}>Reload</Button>}>
        <p>Everything you did is kept. Reload to go on; if it stops again, the others still work.</p>
        <p class="faint">{broken.value}</p>
      </Empty>
    )
  const unsettled = opening.state === 'ready' && app.looking.value === null
  if (unsettled || app.invitation.value !== null) return <Welcome app={app} />
  return (
    <Router
      onRouteChange={() => {
        broken.value = null
        document.getElementById('main')?.focus({ preventScroll: true })
      }}
    >
      {routes.screens.map(({ id, path, Shown }) => (
        <Route key={id} path={path} component={Shown} />
      ))}
      <Route path="/" component={routes.Home} />
      <Route default component={NotHere} />
    </Router>
  )
}

const Frame = ({ app }: Given) => {
  const settled = app.opening.value.state === 'opening' || app.looking.value !== null
  return (
    <div class={settled ? s.frame : s.bare}>
      <a href="#main" class={s.skip}>
        Skip to content
      </a>
      {settled && <Navigation app={app} views={views} />}
      <div class={s.column}>
        {settled && <TopBar app={app} views={views} />}
        <main id="main" class={s.main} tabIndex={-1}>
          <Newer names={app.looking.value?.newer ?? []} />
          <ErrorBoundary onError={error => (broken.value = error.message)}>
            <Screens app={app} />
          </ErrorBoundary>
        </main>
      </div>
      <Toasts toasts={app.toasts.value} onDismiss={app.dismissToast} />
      <Keys app={app} views={views} />
      <DropAnywhere app={app} />
      <Whereabouts app={app} />
    </div>
  )
}

/** What keeps the screen's address: the page's own path, or where there is none, another place. */
export type Addresses = ComponentType<{ readonly children?: ComponentChildren }>

export const Tandem = ({ app, Addresses }: Given & { readonly Addresses: Addresses }) => (
  <Addresses>
    <Frame app={app} />
  </Addresses>
)
