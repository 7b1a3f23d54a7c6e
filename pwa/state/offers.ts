/** What the app offers once a person has come back: to install it, and to make a recovery file. Never on the first day. */
import { effect } from '@preact/signals'
import * as v from 'valibot'
import { parse, parseJson } from '../../core/lib/parse.ts'
import { type Day, daySchema, daysBetween } from '../../core/model/day.ts'
import type { Device } from '../../core/peer/api.ts'
import type { Ends } from './create-app.ts'
import { sayBackup } from './recovery-words.ts'

const key = 'tandem/offers'
const keptSchema = v.strictObject({
  /** The first day on which there was something here to lose. */
  since: daySchema,
  /** When each was last offered; null: never. */
  install: v.nullable(daySchema),
  backup: v.nullable(daySchema),
})
type Kept = v.InferOutput<typeof keptSchema>

/** Days before anything is offered, and before a file counts as old or is spoken of again. */
const installAfter = 1
const backupAfter = 7
const backupAgain = 30
const oldBackup = 60

type Asked = {
  readonly day: Day
  readonly mayInstall: boolean
  /** Days since the last recovery file; null where none was made. */
  readonly backupAge: number | null
  /** Whether another device of the person's holds all this too. */
  readonly hasSecondDevice: boolean
}

/** What to offer today: installing once, a recovery file where there is none, or an old one, once a month. */
export const dueOffer = (
  kept: Kept,
  { day, mayInstall, backupAge, hasSecondDevice }: Asked,
): 'install' | 'backup' | null => {
  const age = daysBetween(kept.since, day)
  if (mayInstall && kept.install === null && age >= installAfter) return 'install'
  const isOld = backupAge === null || backupAge >= oldBackup
  const isTold = kept.backup !== null && daysBetween(kept.backup, day) < backupAgain
  return isOld && !isTold && !hasSecondDevice && age >= backupAfter ? 'backup' : null
}

const readKept = (text: string | null): Kept | null => {
  const json = parseJson(text ?? '')
  const kept = json.ok ? parse(keptSchema, json.value) : json
  return kept.ok ? kept.value : null
}

/** Looks at each start, once somebody's training is there; each offer is one quiet line with a button. */
export const makeOffers = ({ shelf, looking, now, install, tell }: Ends, device: Device): void => {
  let isDone = false
  const keep = (kept: Kept) => {
    try {
      shelf.setItem(key, JSON.stringify(kept))
    } catch {
      // Why: on a full shelf the same line may come once more.
    }
  }
  effect(() => {
    const looked = looking.value
    const prompt = install.value
    if (isDone || looked === null || looked.content.activities.length + looked.content.checkIns.length === 0) return
    const { day, at } = now.peek()
    const kept = readKept(shelf.getItem(key)) ?? { since: day, install: null, backup: null }
    const me = looked.space.members.find(({ person }) => person === device.person.id)
    const last = device.lastBackup
    const due = dueOffer(kept, {
      day,
      mayInstall: prompt !== null,
      backupAge: last === null ? null : Math.floor((at * 60_000 - last) / 86_400_000),
      hasSecondDevice: (me?.devices.length ?? 0) > 1,
    })
    keep(due === null ? kept : { ...kept, [due]: day })
    if (due === null) return
    isDone = true
    if (due === 'install' && prompt !== null)
      tell({
        says: 'Tandem can stand among your apps: it opens faster, takes files from the watch, and the browser keeps its data.',
        bad: false,
        undo: prompt,
        undoLabel: 'Install',
      })
    else
      tell({
        says: `Everything here is on this device alone; last recovery file: ${sayBackup(last, at * 60_000)}.`,
        bad: false,
        undo: () => location.assign('/settings'),
        undoLabel: 'Make one',
      })
  })
}
