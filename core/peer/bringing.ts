/** What was written into a circle that was given up meanwhile goes along into the one that took its place. */
import { copyEntries } from '../plan/index.ts'
import { localOrigin } from './api.ts'
import type { Child, CirclesOptions } from './circles.ts'
import type { Ledger } from './ledger.ts'
import { attempt, type SpaceRow, type Store, settingOf } from './store.ts'

/** How much of everybody's writing is here. */
export const piecesIn = ({ members, chains }: Ledger): number =>
  members.devices.reduce((sum, device) => sum + chains.head(device).seq, 0)

const keyOf = ({ id }: SpaceRow): string => `brought/${id}`

/** Copies what the new one lacks, and keeps how much of the old one was looked at. */
export const bring = async (db: Store, old: Child, anew: Child): Promise<void> => {
  const { kind } = anew.ledger.row.circle!
  const value = piecesIn(old.ledger)
  copyEntries(old.space.docs[kind], anew.space.docs[kind], localOrigin)
  await anew.space.saved()
  await attempt(() => db.settings.put({ key: keyOf(anew.ledger.row), value }))
}

/**
 * Looks through the circles that took another's place: who began one brings what still arrives in the old one; anybody
 * else brings, once, what they wrote and the beginner did not have. So what is taken away in the new one stays away.
 */
export const bringAlong = async ({ ledger, db, children }: CirclesOptions): Promise<void> => {
  for (const { replaces, circle, by } of ledger.chains.circles) {
    const [old, anew] = [replaces, circle].map(id => children().find(({ ledger: { row } }) => row.id === id))
    if (old === undefined || anew === undefined || !anew.ledger.isMember) continue
    const found = await attempt(() => settingOf(db, keyOf(anew.ledger.row)))
    if (!found.ok) continue
    const before = found.value as number | undefined
    const isMine = by === ledger.me.id
    const wrote = old.ledger.chains.head(ledger.me.id).seq > 0 && !old.space.status.acknowledgedBy.includes(by)
    if (isMine ? piecesIn(old.ledger) > (before ?? 0) : before === undefined && wrote) await bring(db, old, anew)
  }
}
