/** Reads the athlete looked at once for all screens, whenever something changed, and never more than once a frame. */
import { effect } from '@preact/signals'
import { adviceFor, advise, advising, type Situation } from '../../core/engine.ts'
import type { Advice } from '../../core/model/advice.ts'
import { emptyDesk } from '../../core/model/desk.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { raise, situationOf } from '../../core/peer/actions.ts'
import { type Device, type DocName, docNames, localOrigin, type Space } from '../../core/peer/api.ts'
import { deskOf } from '../../core/peer/desk.ts'
import { boardOf, privatePages } from '../../core/peer/pages.ts'
import { raceFileOf } from '../../core/peer/race.ts'
import { lookingBack, profileOf } from '../../core/peer/reading.ts'
import { isReadOnly } from '../../core/plan/document.ts'
import { readPlaybook } from '../../core/plan/playbook-document.ts'
import { putProfile } from '../../core/plan/profile.ts'
import type { SeasonContent } from '../../core/plan/seasons.ts'
import type { AthleteLine, Looking } from './app.ts'
import type { Ends } from './create-app.ts'
import { makeLoading } from './loading.ts'
import { openRaceText } from './race-texts.ts'
import { standpointOf } from './roles.ts'
import { inSlices } from './slices.ts'

const chosenKey = 'tandem/athlete'

/** What was read of a space, kept until one of its documents, its log or the minute changes. */
type Read = SeasonContent & { readonly space: Space; readonly playbook: Playbook; readonly advice: Advice }

/** An athlete who was invited under no name brings their own, once what the coach wrote has arrived. */
const nameAthlete = (space: Space, name: string) => {
  const profile = profileOf(space)
  const isOwn = space.myRoles.includes('athlete') && !space.myRoles.includes('coach')
  if (isOwn && profile.name === '' && name !== '' && readPlaybook(space.docs.playbook) !== null)
    putProfile(space.docs.athlete, { ...profile, name }, localOrigin)
}

/** The documents that a newer version of the app wrote. */
const writtenByNewer = ({ docs, circles }: Space): readonly DocName[] => [
  ...docNames.filter(name => isReadOnly(docs[name])),
  ...circles.filter(({ doc }) => isReadOnly(doc)).map(({ kind }) => kind),
]

const isSameLine = (a: AthleteLine, b: AthleteLine): boolean =>
  a.space === b.space && a.membership === b.membership && a.name === b.name && `${a.myRoles}` === `${b.myRoles}`

/** Why: a relay reads nothing, so there is nothing to look at. */
const isReader = (space: Space | null): space is Space =>
  space !== null && space.membership === 'member' && !space.myRoles.includes('relay')

export type Watching = {
  /** What stands of somebody else is gone at once; what is known of this one is shown as soon as it is read. */
  lookAt(space: string): void
  /** Reads again at once; after a person's own act nobody waits for the next frame. */
  refresh(): void
  /** While this runs nothing new is shown: a space that is being filled is no space to look at yet. */
  hold<T>(run: () => Promise<T>): Promise<T>
  /** While this runs the athlete's content is not read by itself, only after a person's own act; what else is shown goes on. */
  quietly<T>(run: () => Promise<T>): Promise<T>
}

export const watch = (ends: Ends, device: Device): Watching => {
  let chosen = ends.shelf.getItem(chosenKey)
  let watched: { readonly space: Space; readonly stop: () => void } | null = null
  let read: Read | null = null
  let isDirty = true
  let isReading = false
  /** Rises with each reading that is shown and each change of space. */
  let turn = 0
  let isWaiting = false
  let log: Space['log'] = []
  let past: Space['past'] = []
  let minute = ends.now.value.at

  const pick = (): string | null => (device.list.find(({ space }) => space === chosen) ?? device.list[0])?.space ?? null

  const loadedOf = makeLoading(device, () => refresh(false))

  const attend = (space: Space | null) => {
    if (watched?.space === space) return
    watched?.stop()
    watched = null
    read = null
    turn += 1
    isDirty = true
    if (space === null) return
    const onUpdate = () => {
      isDirty = true
      schedule()
    }
    const docs = docNames.map(name => space.docs[name])
    for (const doc of docs) doc.on('update', onUpdate)
    const unsubscribe = space.subscribe(schedule)
    watched = {
      space,
      stop: () => {
        unsubscribe()
        for (const doc of docs) doc.off('update', onUpdate)
      },
    }
  }

  const lines = (): readonly AthleteLine[] => {
    const now = device.list.map(({ space, membership, name, myRoles }) => ({
      space,
      membership,
      myRoles,
      name: name || (membership === 'member' ? 'Athlete' : 'An invitation'),
    }))
    const before = ends.athletes.peek()
    // Why: two hundred lines that read as before are drawn by nobody again.
    return before.length === now.length && now.every((line, i) => isSameLine(line, before[i]!)) ? before : now
  }

  const keep = (space: Space, situation: Situation, advice: Advice): Read => {
    turn += 1
    const { plan, content: athlete, playbook, now } = situation
    read = { space, playbook, ...lookingBack(space, now.day, { plan, athlete, advice }) }
    void raise(space, advice)
    nameAthlete(space, device.person.name)
    return read
  }
  /** All that is known of a space now; what changes from here on is read next time. */
  const take = (space: Space): Situation => {
    isDirty = false
    log = space.log
    past = space.past
    return situationOf(space, ends.now.value)
  }
  const readNow = (space: Space): Read => {
    const situation = take(space)
    return keep(space, situation, advise(situation))
  }
  /** Reads a little at a time and shows it then. What a person asked for meanwhile, or another space, goes before. */
  const readInSlices = async (space: Space) => {
    const mine = turn
    isReading = true
    try {
      const situation = take(space)
      const advice = await inSlices(advising(situation), () => mine === turn)
      if (advice !== undefined && mine === turn) keep(space, situation, advice)
    } finally {
      isReading = false
    }
    refresh(false)
  }

  let quiet = 0
  const isBehind = (space: Space): boolean => isDirty || isReading || space.log !== log || space.past !== past
  const lookingAt = (space: Space | null, isAsked: boolean): Looking | null => {
    if (!isReader(space)) return null
    const mayRead = isAsked || quiet === 0
    const {
      plan,
      athlete: content,
      playbook,
      advice,
    } = read === null || (mayRead && isBehind(space)) ? readNow(space) : read
    const { as, selfCoached } = standpointOf(space.myRoles, device.person.name, content.profile.name)
    const desk = as === 'coach' ? deskOf(space) : emptyDesk
    const [newer, pages, board] = [writtenByNewer(space), privatePages(space, device.id), boardOf(space)]
    const raceFile = (race: string) => raceFileOf(space, race)
    const openText: Looking['openRaceText'] = (race, field) => openRaceText(space, race, field)
    const beside = { newer, desk, privatePages: pages, board, raceFile, openRaceText: openText }
    const own = profileOf(space)
    return { space, as, selfCoached, plan, content, own, playbook, ...beside, advice: adviceFor(as, advice) }
  }

  let held = 0
  const refresh = (isAsked = true) => {
    isWaiting = false
    if (held > 0) return
    const at = pick()
    const { space, opening } = loadedOf(at)
    attend(space)
    ends.spaces.value = [...device.spaces]
    ends.device.value = device
    ends.athletes.value = lines()
    ends.at.value = at
    // Why not where nobody looks: a hidden page is given a moment a second at most, and the others' work has to arrive.
    const isPatient = !isAsked && !document.hidden && quiet === 0
    const isRead = !(isPatient && isReader(space) && isBehind(space))
    if (isRead) ends.looking.value = lookingAt(space, isAsked)
    else {
      if (!isReading) void readInSlices(space)
      if (read === null) ends.looking.value = null
    }
    ends.opening.value = isRead || read !== null ? opening : { state: 'opening' }
  }

  const schedule = () => {
    if (isWaiting) return
    isWaiting = true
    // Why: frames stop in a hidden tab, while the others' work must still arrive and be raised.
    if (document.hidden) setTimeout(() => refresh(false), 100)
    else requestAnimationFrame(() => refresh(false))
  }

  device.subscribe(schedule)
  effect(() => {
    const { at } = ends.now.value
    if (at === minute) return
    minute = at
    isDirty = true
    schedule()
  })
  refresh()

  return {
    lookAt: space => {
      chosen = space
      ends.shelf.setItem(chosenKey, space)
      refresh(false)
    },
    refresh,
    quietly: async run => {
      quiet += 1
      try {
        return await run()
      } finally {
        quiet -= 1
        schedule()
      }
    },
    hold: async run => {
      held += 1
      try {
        return await run()
      } finally {
        held -= 1
        refresh()
      }
    },
  }
}
