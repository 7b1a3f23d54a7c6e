/** The first steps: becoming a coach or an athlete here, answering an invitation, or looking around with a sample. */

import { emptyProfile } from '../../core/model/athlete.ts'
import { packed } from '../../core/model/packed-streams.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import * as athlete from '../../core/plan/athlete-document.ts'
import { putCheckIn } from '../../core/plan/check-ins.ts'
import * as plan from '../../core/plan/plan-document.ts'
import { putPlaybook, readPlaybook } from '../../core/plan/playbook-document.ts'
import { putProfile } from '../../core/plan/profile.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import type { SampleSeason } from '../../core/sample/season.ts'
import type { Begin, Did } from './app.ts'
import type { Ends } from './create-app.ts'
import { goingOn } from './going-on.ts'
import type { Watching } from './looking.ts'
import type { PlanUndo } from './plan-undo.ts'
import { sayRestore } from './recovery-words.ts'
import { sayFault } from './says.ts'

/** Where the app remembers that this device opened the sample, so that a second press shows the same one. */
const sampleKey = 'tandem/sample'

/** Writes a whole season, each document in one go. */
const fillWith = ({ docs }: Space, { content, plan: written, playbook }: SampleSeason): void => {
  docs.athlete.transact(() => {
    putProfile(docs.athlete, content.profile, localOrigin)
    athlete.putActivities(docs.athlete, content.activities, localOrigin)
    for (const checkIn of content.checkIns) putCheckIn(docs.athlete, checkIn, localOrigin)
    for (const event of content.lifeEvents) athlete.putLifeEvent(docs.athlete, event, localOrigin)
    for (const outcome of content.outcomes) athlete.putOutcome(docs.athlete, outcome, localOrigin)
    for (const day of content.confirmedDays) athlete.confirmDay(docs.athlete, day, localOrigin)
    for (const comment of content.comments) plan.putComment(docs.athlete, comment, localOrigin)
  }, localOrigin)
  docs.plan.transact(() => {
    for (const phase of written.phases) plan.putPhase(docs.plan, phase, localOrigin)
    for (const race of written.races) plan.putRace(docs.plan, race, localOrigin)
    for (const session of written.sessions) plan.putSession(docs.plan, session, localOrigin)
    for (const comment of written.comments) plan.putComment(docs.plan, comment, localOrigin)
  }, localOrigin)
  putPlaybook(docs.playbook, playbook, localOrigin)
}

export const beginnings = (ends: Ends, device: Device, watching: Watching, planUndo: PlanUndo): Begin => {
  const lookAt = (space: string) => {
    watching.lookAt(space)
    watching.refresh()
  }
  const make = (as: 'coach' | 'athlete', fill: (space: Space) => void, then?: (space: Space) => void): Did =>
    watching
      .hold(async () => {
        const made = await device.createSpace(as)
        if (!made.ok) return made
        const space = made.value
        fill(space)
        if (readPlaybook(space.docs.playbook) === null) putPlaybook(space.docs.playbook, defaultPlaybook, localOrigin)
        await space.saved()
        return made
      })
      .then(made => {
        if (!made.ok) return sayFault(made.error)
        then?.(made.value)
        lookAt(made.value.id)
        planUndo.startAfresh(made.value.id)
        return null
      })
  const named = async (name: string): Promise<void> => {
    if (name !== '' && name !== device.person.name) await device.setName(name)
  }

  return {
    ...goingOn({ ends, device, make, named }),
    asCoach: async (name, athleteName) => {
      await named(name)
      return make('coach', space => void putProfile(space.docs.athlete, emptyProfile(athleteName), localOrigin))
    },
    asAthlete: async name => {
      await named(name)
      return make('athlete', space => void putProfile(space.docs.athlete, emptyProfile(name), localOrigin))
    },
    withSample: async () => {
      const there = device.list.find(({ space }) => space === ends.shelf.getItem(sampleKey))
      if (there) {
        lookAt(there.space)
        return null
      }
      const { sampleSeason } = await import('../../core/sample/season.ts')
      const season = sampleSeason(1, ends.now.value.day)
      await named(device.person.name || 'Coach')
      return make(
        'coach',
        space => {
          fillWith(space, season)
          void device.recordings.keep(space.id, season.recorded.map(packed))
        },
        space => ends.shelf.setItem(sampleKey, space.id),
      )
    },
    withSampleClub: async athletes => {
      const { clubAthlete, clubSeason } = await import('../../core/sample/club.ts')
      const today = ends.now.value.day
      await named(device.person.name || 'Coach')
      const base = clubSeason(today)
      return watching.hold(async () => {
        for (let i = 0; i < athletes; i++) {
          const made = await device.createSpace('coach')
          if (!made.ok) return sayFault(made.error)
          fillWith(made.value, clubAthlete(base, i, today))
          await made.value.saved()
          ends.making.value = { done: i + 1, of: athletes }
        }
        ends.making.value = null
        return null
      })
    },
    join: async (invitation, name) => {
      await named(name)
      const joined = await device.join(invitation, name)
      if (!joined.ok) return sayFault(joined.error)
      lookAt(joined.value.id)
      return null
    },
    restore: async (file, passphrase) => {
      const bytes = await file.arrayBuffer().catch(() => null)
      if (bytes === null) return 'The file could not be read. It may have been moved or removed: choose it again.'
      const restored = await device.restore(new Uint8Array(bytes), passphrase)
      if (!restored.ok) return sayRestore(restored.error)
      const first = device.list[0]
      if (first) lookAt(first.space)
      return null
    },
    forget: async space => {
      try {
        await device.forget(space)
        watching.refresh()
        return null
      } catch (fault) {
        return `It could not be removed: ${fault instanceof Error ? fault.message : String(fault)}. Try again.`
      }
    },
  }
}
