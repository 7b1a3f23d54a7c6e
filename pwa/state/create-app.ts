/** The app before its store is open: what is known is empty, and what a person does waits until it can be kept. */
import { type Signal, signal } from '@preact/signals'
import type { Day } from '../../core/model/day.ts'
import type { LibraryItem } from '../../core/model/library.ts'
import type { Device, Space } from '../../core/peer/api.ts'
import type { Assessment } from '../../core/reports/desk/assessment.ts'
import type {
  Actions,
  App,
  AthleteLine,
  Begin,
  ImportRun,
  InvitationTold,
  Looking,
  Now,
  Opening,
  Parcels,
  Toast,
} from './app.ts'
import { exportOf } from './exported.ts'
import { keepWording, readWording, type Wording } from './narrators/wording.ts'
import type { DryRunState, KeptDraft } from './playbook-desk.ts'
import type { Drafts } from './playbook-drafts.ts'
import { keepPreferences, type Preferences, type Shelf } from './preferences.ts'
import { keepReadComments } from './read-comments.ts'
import type { Making, Refreshing, RosterGroup, RosterView } from './roster-desk.ts'
import { keepRosterGroups, readRosterGroups } from './roster-groups.ts'
import { keepRosterViews, readRosterViews } from './roster-views.ts'

/** What the store brings once it is open. */
export type Live = {
  readonly act: Actions
  readonly begin: Begin
  readonly parcels: Parcels
  lookAt(space: string): void
  showPresence(view: string, day: Day | null): void
  streamsOf: App['streamsOf']
  importFiles(files: readonly File[]): void
  cancelImport(): void
  tryOnPast: App['tryOnPast']
  stopTrying: App['stopTrying']
  exportPlaybook: App['exportPlaybook']
  openPlaybook: App['openPlaybook']
}

/** The writable ends of what views read; only the state folder holds them. */
export type Ends = {
  readonly opening: Signal<Opening>
  readonly device: Signal<Device | null>
  readonly spaces: Signal<readonly Space[]>
  readonly athletes: Signal<readonly AthleteLine[]>
  readonly at: Signal<string | null>
  readonly looking: Signal<Looking | null>
  readonly now: Signal<Now>
  readonly online: Signal<boolean>
  readonly preferences: Signal<Preferences>
  readonly wording: Signal<Wording>
  readonly toasts: Signal<readonly Toast[]>
  readonly canUndo: Signal<boolean>
  readonly canRedo: Signal<boolean>
  readonly invitation: Signal<string | null>
  readonly importing: Signal<ImportRun | null>
  readonly fingerprint: Signal<string>
  readonly trying: Signal<DryRunState | null>
  readonly assessments: Signal<ReadonlyMap<string, Assessment>>
  readonly refreshing: Signal<Refreshing>
  readonly making: Signal<Making | null>
  readonly rosterViews: Signal<readonly RosterView[]>
  readonly rosterGroups: Signal<readonly RosterGroup[]>
  readonly playbookDraft: Signal<KeptDraft | null>
  /** What keeps that draft on this device, once the store is open. */
  readonly drafts: Signal<Drafts | null>
  /** How an invitation is read; known once the store is open. */
  readonly readInvitation: Signal<(invitation: string) => InvitationTold | null>
  /** What the coach's library holds; nothing before the store is open. */
  readonly readLibrary: Signal<(spaces: readonly Space[]) => readonly LibraryItem[]>
  /** Asks the browser to install the app; null while it would not. */
  readonly install: Signal<(() => void) | null>
  readonly shelf: Shelf
  /** Shows a line; answers its id. */
  readonly tell: (toast: Omit<Toast, 'id'>) => number
  readonly newId: () => string
}

export type Beginning = {
  readonly now: Now
  readonly online: boolean
  readonly preferences: Preferences
  readonly invitation: string | null
  readonly shelf: Shelf
  readonly newId: () => string
}

const notOpen = 'Tandem could not open its store on this device. Reload the page to try again.'

/** An object whose functions wait until the real one is there. */
const later = <T extends object>(live: Promise<Live>, pick: (live: Live) => T): T =>
  new Proxy({} as T, {
    get:
      (_, name) =>
      (...given: readonly unknown[]) =>
        live.then(
          it => (pick(it) as Record<PropertyKey, (...given: readonly unknown[]) => unknown>)[name]!(...given),
          () => notOpen,
        ),
  })

/** `live` resolves when the store is open; until then every screen shows its skeleton. */
export const createApp = (from: Beginning, live: Promise<Live>): { readonly app: App; readonly ends: Ends } => {
  let toastId = 0
  const toasts = signal<readonly Toast[]>([])
  const tell: Ends['tell'] = toast => {
    toastId += 1
    toasts.value = [...toasts.value.slice(-2), { ...toast, id: toastId }]
    return toastId
  }
  const ends: Ends = {
    opening: signal<Opening>({ state: 'opening' }),
    device: signal<Device | null>(null),
    spaces: signal<readonly Space[]>([]),
    athletes: signal<readonly AthleteLine[]>([]),
    at: signal<string | null>(null),
    looking: signal<Looking | null>(null),
    now: signal(from.now),
    online: signal(from.online),
    preferences: signal(from.preferences),
    wording: signal(readWording(from.shelf)),
    toasts,
    canUndo: signal(false),
    canRedo: signal(false),
    invitation: signal(from.invitation),
    importing: signal<ImportRun | null>(null),
    fingerprint: signal(''),
    trying: signal<DryRunState | null>(null),
    assessments: signal<ReadonlyMap<string, Assessment>>(new Map()),
    refreshing: signal<Refreshing>({ left: 0, why: null }),
    making: signal<Making | null>(null),
    rosterViews: signal(readRosterViews(from.shelf)),
    rosterGroups: signal(readRosterGroups(from.shelf)),
    playbookDraft: signal<KeptDraft | null>(null),
    drafts: signal<Drafts | null>(null),
    readInvitation: signal(() => null),
    readLibrary: signal(() => []),
    install: signal<(() => void) | null>(null),
    shelf: from.shelf,
    tell,
    newId: from.newId,
  }
  const whole = later(live, it => it)
  const app: App = {
    ...ends,
    ...keepReadComments({
      looking: ends.looking,
      me: () => ends.device.value?.person.id,
      now: () => ends.now.peek().at,
      shelf: from.shelf,
    }),
    act: later(live, it => it.act),
    begin: later(live, it => it.begin),
    parcels: later(live, it => it.parcels),
    readInvitation: invitation => ends.readInvitation.value(invitation),
    openInvitation: link => {
      ends.invitation.value = link.split('#join=').at(-1) ?? link
    },
    library: () => ends.readLibrary.value(ends.spaces.value),
    calendarFile: async reminding => {
      const { calendarFileOf } = await import('./calendar-file.ts')
      const { reminders } = ends.preferences.value
      return calendarFileOf(from.shelf, ends.looking.value, ends.now.value, reminding ? reminders : null)
    },
    exportLooked: () => exportOf(ends.looking.value, ends.now.value),
    dropInvitation: () => {
      ends.invitation.value = null
    },
    streamsOf: (space, activity) =>
      live.then(
        it => it.streamsOf(space, activity),
        () => null,
      ),
    importFiles: files => void whole.importFiles(files),
    intervals: async () => {
      const { intervalsOn } = await import('./intervals/desk.ts')
      return intervalsOn(from.shelf)
    },
    cancelImport: () => void whole.cancelImport(),
    dismissImport: () => {
      ends.importing.value = null
    },
    tryOnPast: asked => void whole.tryOnPast(asked),
    stopTrying: () => void whole.stopTrying(),
    exportPlaybook: async () => whole.exportPlaybook(),
    openPlaybook: async text => whole.openPlaybook(text),
    keepRosterViews: views => {
      ends.rosterViews.value = views
      keepRosterViews(from.shelf, views)
    },
    keepRosterGroups: groups => {
      ends.rosterGroups.value = groups
      keepRosterGroups(from.shelf, groups)
    },
    draftPlaybook: (draft, words) => ends.drafts.value?.put(draft, words),
    setPreferences: preferences => {
      ends.preferences.value = preferences
      keepPreferences(from.shelf, preferences)
    },
    setWording: wording => {
      ends.wording.value = wording
      if (!keepWording(from.shelf, wording))
        tell({ says: 'This browser keeps no settings: the wording holds until you close it.', bad: true, undo: null })
    },
    lookAt: space => void whole.lookAt(space),
    dismissToast: id => {
      toasts.value = toasts.value.filter(toast => toast.id !== id)
    },
    say: (says, bad = false) => void tell({ says, bad, undo: null }),
    showPresence: (view, day) => void whole.showPresence(view, day),
  }
  return { app, ends }
}
