/** The app once its store is open: everything is read, and every action is real. */
import { effect } from '@preact/signals'
import { mondayOf } from '../../core/model/day.ts'
import type { ActivityId } from '../../core/model/ids.ts'
import type { Device } from '../../core/peer/api.ts'
import { keepEntries } from '../../core/peer/arrivals.ts'
import { libraryIn } from '../../core/peer/library.ts'
import { readInvitation } from '../../core/peer/pairing.ts'
import { athleteActs } from './athlete-acts.ts'
import { beginnings } from './begin.ts'
import { coachActs } from './coach-acts.ts'
import type { Ends, Live } from './create-app.ts'
import { deskActs } from './desk-acts.ts'
import { makeDoing } from './doing.ts'
import { makeImporting } from './importing.ts'
import { libraryActs } from './library-acts.ts'
import { watch } from './looking.ts'
import { makeOffers } from './offers.ts'
import { pageActs } from './page-acts.ts'
import { sortFiles } from './parcel-names.ts'
import { makeParcels } from './parcels.ts'
import { followPlan } from './plan-undo.ts'
import { playbookActs, playbookFiles } from './playbook-acts.ts'
import { makeDrafts } from './playbook-drafts.ts'
import { raceActs } from './race-acts.ts'
import { reviewActs } from './review-acts.ts'
import { keepRoster } from './roster.ts'
import { openRosterCache } from './roster-cache.ts'
import { sayFault } from './says.ts'
import { seasonActs } from './season-acts.ts'
import { seasonEndActs } from './season-ends.ts'
import { makeTrying } from './trying.ts'
import { waitingFor } from './waiting.ts'

/** What works beside the page, each opened when it is needed. */
export type Workers = {
  readonly forImport: () => Worker
  readonly forDryRun: () => Worker
  readonly forRoster: () => Worker
  /** Resolves when nobody's hand is on the app, or has been for too long. */
  readonly whenFree: () => Promise<void>
}

/** Wires an open device to what views read. */
export const enliven = (ends: Ends, device: Device, workers: Workers): Live => {
  const watching = watch(ends, device)
  const planUndo = followPlan(ends)
  const doing = makeDoing(ends, device, watching, planUndo)
  const importing = makeImporting({
    ends,
    openWorker: workers.forImport,
    quietly: watching.quietly,
    keep: async (looking, entries, streams) => {
      const kept = await keepEntries(looking.space, entries, ends.now.value.day)
      if (!kept.ok) return sayFault(kept.error)
      const why = await device.recordings.keep(looking.space.id, streams)
      return why === null ? null : `The summaries are kept; the curves of these activities are not: ${why}.`
    },
  })
  const parcels = makeParcels(ends, device)
  ends.readInvitation.value = text => {
    const read = readInvitation(text)
    return read === undefined ? null : { role: read.role, from: read.from }
  }
  ends.readLibrary.value = libraryIn
  ends.drafts.value = makeDrafts(ends)
  ends.fingerprint.value = device.fingerprint
  badge(ends)
  makeOffers(ends, device)
  tellOfStorage(ends, device)
  void keepRoster({
    ends,
    device,
    openWorker: workers.forRoster,
    whenFree: workers.whenFree,
    cache: openRosterCache('tandem-roster'),
  })
  return {
    act: {
      ...coachActs(doing),
      ...deskActs(doing),
      ...pageActs(doing),
      ...athleteActs(doing),
      ...playbookActs(doing),
      ...raceActs(doing),
      ...reviewActs(doing),
      ...libraryActs(doing),
      ...seasonActs(doing),
      ...seasonEndActs(doing),
    },
    ...playbookFiles(ends),
    ...makeTrying({ ends, device, openWorker: workers.forDryRun }),
    begin: beginnings(ends, device, watching, planUndo),
    lookAt: watching.lookAt,
    showPresence: (view, day) => {
      const space = ends.looking.value?.space
      space?.setPresence({ view, day })
      // Why: a season that ended is loaded when somebody looks at its days; the history and what is exported hold all.
      const isAll = view === 'history' || view === 'settings'
      if (isAll || day !== null) void space?.lookBack(isAll ? null : mondayOf(day!))
    },
    streamsOf: async (space, activity) => {
      const names = [activity.id, ...activity.sources.flatMap(({ id }) => (id === null ? [] : [id as ActivityId]))]
      return device.recordings.find(space, names)
    },
    parcels,
    importFiles: files => {
      const sorted = sortFiles(files)
      if (sorted.parcels.length > 0) void parcels.receive(sorted.parcels)
      importing.importFiles(sorted.others)
    },
    cancelImport: importing.cancelImport,
  }
}

/** The installed app's icon shows how many decisions wait. */
const badge = (ends: Ends): void => {
  let shown = -1
  effect(() => {
    const looking = ends.looking.value
    const open = looking?.as === 'coach' ? waitingFor(looking.advice) : 0
    if (open === shown || !('setAppBadge' in navigator)) return
    shown = open
    // Why: a browser may refuse a badge outside an installed app; nothing is lost by that.
    void (open > 0 ? navigator.setAppBadge(open) : navigator.clearAppBadge()).catch(() => {})
  })
}

/** Says once that the browser removed the storage under this window, and what became of it. */
const tellOfStorage = (ends: Ends, device: Device): void => {
  let told = device.storage
  device.subscribe(() => {
    if (device.storage === told) return
    told = device.storage
    const says =
      told === 'lost'
        ? 'The browser removed this app’s storage. Keep this window open: what it holds is being written anew.'
        : 'The browser had removed this app’s storage. Everything this window held is written anew; invitations that were out have to be made again.'
    ends.tell({ says, bad: told === 'lost', undo: null })
  })
}
