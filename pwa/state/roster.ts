/** Keeps the roster: shows it from the cache at once, and makes anew what changed, one athlete after the other. */
import { effect } from '@preact/signals'
import type { Steps } from '../../core/lib/steps.ts'
import { type Device, docNames, type Space } from '../../core/peer/api.ts'
import { inPieces } from '../../core/peer/pieces.ts'
import { pastFor, profileOf } from '../../core/peer/reading.ts'
import type { Assessment } from '../../core/reports/desk/assessment.ts'
import type { AthleteLine } from './app.ts'
import type { Ends } from './create-app.ts'
import { standpointOf } from './roles.ts'
import type { Kept, RosterCache } from './roster-cache.ts'
import type { Assessed, ToAssess } from './roster-messages.ts'
import { inSlices } from './slices.ts'

type Given = {
  readonly ends: Ends
  readonly device: Device
  readonly openWorker: () => Worker
  /** Resolves when the app may do what nobody waits for. */
  readonly whenFree: () => Promise<void>
  readonly cache: RosterCache
}

/** What comes in while others are being assessed is shown together, so often in milliseconds. */
const showEvery = 200
/** Milliseconds until what came or went among the athletes is seen here. */
const lookAfter = 100

const isCoaches = (device: Device, { membership, myRoles, name }: AthleteLine): boolean =>
  membership === 'member' && standpointOf(myRoles, device.person.name, name).as === 'coach'

const lineOf = (space: Space): AthleteLine => ({
  space: space.id,
  membership: space.membership,
  myRoles: space.myRoles,
  name: profileOf(space).name,
})

/** However often it is asked for meanwhile, it runs once so many milliseconds later. */
const onceAfter = (run: () => void, milliseconds: number): (() => void) => {
  let waits = false
  return () => {
    if (waits) return
    waits = true
    setTimeout(() => {
      waits = false
      run()
    }, milliseconds)
  }
}

export const keepRoster = async ({ ends, device, openWorker, whenFree, cache }: Given): Promise<void> => {
  const kept = new Map<string, Kept>(await cache.read())
  const due = new Set<string>()
  const watched = new Map<string, { readonly space: Space; readonly stop: () => void }>()
  let busy: string | null = null
  let worker: Worker | null = null
  let hasAnswered = false
  /** Waits for a moment in which nobody's hand is on the app. */
  let isResting = false
  /** Why one of them could not be assessed; null where all could. */
  let why: string | null = null

  const show = () => {
    const before = ends.assessments.peek()
    const isAsBefore =
      before.size === kept.size && [...kept].every(([space, { assessment }]) => before.get(space) === assessment)
    if (!isAsBefore)
      ends.assessments.value = new Map(
        [...kept].map(([space, { assessment }]): [string, Assessment] => [space, assessment]),
      )
    // Why those who are not loaded yet: what they hold may be newer than what is shown of them.
    const left =
      due.size + (busy === null ? 0 : 1) + device.list.filter(one => !one.isOpen && isCoaches(device, one)).length
    const told = ends.refreshing.peek()
    if (told.left !== left || told.why !== why) ends.refreshing.value = { left, why }
  }
  const showLater = onceAfter(show, showEvery)
  const showSoon = () => {
    if (busy === null || busy === ends.at.peek()) show()
    else showLater()
  }

  const pastOf = (space: Space) => {
    const past = pastFor(space, ends.now.peek().day)
    return { past, away: space.unloaded(past) }
  }

  function* taskFor(space: Space): Steps<ToAssess> {
    const { plan, athlete, playbook } = space.docs
    const docs = { plan: yield* inPieces(plan), content: yield* inPieces(athlete), playbook: yield* inPieces(playbook) }
    const known = kept.get(space.id)?.inputs ?? null
    return {
      space: space.id,
      ...pastOf(space),
      athlete: space.athlete,
      ...docs,
      log: space.log,
      now: ends.now.peek(),
      known,
    }
  }

  const take = ({ space, inputs, assessment }: Assessed) => {
    const now = assessment ?? kept.get(space)?.assessment
    if (now !== undefined) {
      kept.set(space, { inputs, assessment: now })
      if (assessment !== null) cache.keep(space, { inputs, assessment })
    }
    busy = null
    hasAnswered = true
    next()
  }

  const ready = (): Worker => {
    if (worker !== null) return worker
    worker = openWorker()
    worker.onmessage = ({ data }: MessageEvent<Assessed>) => take(data)
    worker.onerror = event => {
      event.preventDefault()
      busy = null
      why = event.message || 'it could not start'
      // Why not always: one who cannot be assessed keeps nobody else from it; one that never answered has not started.
      if (!hasAnswered) due.clear()
      next()
    }
    return worker
  }

  const isImporting = () => ends.importing.value?.state === 'running'

  const mayBegin = () => busy === null && !isImporting()

  const begin = (id: string) => {
    due.delete(id)
    const space = watched.get(id)?.space
    if (space === undefined) return next()
    busy = id
    void inSlices(taskFor(space)).then(task => ready().postMessage(task))
  }

  const beginAny = () => {
    isResting = false
    const [first] = due
    if (first !== undefined && mayBegin()) begin(first)
    showSoon()
  }

  const next = () => {
    // Why: while files come in, the cores are theirs; what they change is assessed once, when all are in.
    if (mayBegin()) {
      const at = ends.at.peek()
      // Why: the one who is looked at is waited for; the others are not worth a frame that is late.
      if (at !== null && due.has(at)) begin(at)
      else if (due.size > 0 && !isResting) {
        isResting = true
        void whenFree().then(beginAny)
      }
    }
    showSoon()
  }

  const soon = (space: string) => {
    const isFirst = due.size === 0 && busy === null
    if (isFirst) why = null
    due.add(space)
    // Why a turn later: what is written together is assessed once, and never before the screen was drawn.
    if (isFirst || (busy === null && space === ends.at.peek())) setTimeout(next)
  }

  const attend = (space: Space) => {
    const docs = docNames.map(name => space.docs[name])
    const onUpdate = () => soon(space.id)
    for (const doc of docs) doc.on('update', onUpdate)
    let log = space.log
    const unsubscribe = space.subscribe(() => {
      if (space.log === log) return
      log = space.log
      soon(space.id)
    })
    const stop = () => {
      unsubscribe()
      for (const doc of docs) doc.off('update', onUpdate)
    }
    watched.set(space.id, { space, stop })
    soon(space.id)
  }

  const look = () => {
    const mine = new Map(
      device.spaces.filter(space => isCoaches(device, lineOf(space))).map(space => [space.id, space]),
    )
    for (const [id, { space, stop }] of watched)
      if (mine.get(id) !== space) {
        stop()
        watched.delete(id)
      }
    for (const space of mine.values()) if (!watched.has(space.id)) attend(space)
    const here = new Set(ends.athletes.peek().map(({ space }) => space))
    const gone = [...kept.keys()].filter(id => !here.has(id))
    for (const id of gone) kept.delete(id)
    if (gone.length > 0) {
      cache.drop(gone)
      show()
    }
  }

  const lookLater = onceAfter(look, lookAfter)
  show()
  effect(() => {
    // Why both: one is read anew whenever a space comes or goes, the other where it changes hands. Why later: they are
    // read anew with much else, and no press waits for this.
    ends.athletes.value
    ends.spaces.value
    lookLater()
  })
  effect(() => {
    if (!isImporting() && due.size > 0) setTimeout(next)
  })
  let hour = ''
  effect(() => {
    const { day, minute } = ends.now.value
    const now = `${day} ${Math.floor(minute / 60)}`
    if (hour !== '' && hour !== now) for (const id of watched.keys()) soon(id)
    hour = now
  })
}
