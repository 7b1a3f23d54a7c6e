/** How every action runs: it is done, it is kept, it is said, and it can be taken back. */
import type { Result } from '../../core/lib/result.ts'
import type { StatementId } from '../../core/model/ids.ts'
import type { Device, Space } from '../../core/peer/api.ts'
import type { Did } from './app.ts'
import type { Ends } from './create-app.ts'
import type { Watching } from './looking.ts'
import type { PlanUndo } from './plan-undo.ts'
import { sayFault } from './says.ts'

type Fault = { readonly type: string }
type Outcome<T> = Result<T, Fault> | Promise<Result<T, Fault>>

export type Doing = {
  readonly ends: Ends
  readonly device: Device
  readonly planUndo: PlanUndo
  /** Writes a document; `says` null is silent. */
  write(what: (space: Space) => Outcome<unknown>, says: string | null, undo?: (() => void) | undefined): Did
  /** A plan edit: its line carries the undo of exactly that step, as long as it is the last. */
  planEdit(what: (space: Space) => Outcome<unknown>, says: string): Did
  /** Signs a statement, and says so only once it stands in the store; `undo` is given its id (or theirs). */
  signed<T>(what: (space: Space) => Outcome<T>, says: string, undo?: (made: T) => void): Did
  /** As `signed`, where the person goes on to somebody else: what came of it is read without holding up a frame. */
  sent<T>(what: (space: Space) => Outcome<T>, says: string, undo: (made: T) => void): Did
  /** Either of the two: an id means that it was signed, null that the plan was written. */
  writtenOrSigned(
    what: (space: Space) => Outcome<StatementId | null>,
    says: string,
    undo: (id: StatementId) => void,
  ): Did
  dropPlanToast(): void
}

const notHere = 'Choose an athlete first.'

export const makeDoing = (ends: Ends, device: Device, watching: Watching, planUndo: PlanUndo): Doing => {
  let planToast: number | null = null
  let decisionToast: number | null = null
  /** The space in which something is being taken back; null while nothing is. */
  let backIn: string | null = null

  /** What a line takes back it takes back where it was done, whoever is looked at by then. */
  const there = (space: Space, undo: () => void) => () => {
    backIn = space.id
    try {
      undo()
    } finally {
      backIn = null
    }
  }

  const dropPlanToast = () => {
    ends.toasts.value = ends.toasts.value.filter(({ id }) => id !== planToast)
    planToast = null
  }

  const run = async <T>(
    what: (space: Space) => Outcome<T>,
    then: (value: T, space: Space) => void | Promise<void>,
    isReadAtOnce = true,
  ): Did => {
    const space = backIn === null ? ends.looking.value?.space : device.spaces.find(({ id }) => id === backIn)
    if (!space) return notHere
    try {
      const done = await what(space)
      if (!done.ok) return sayFault(done.error)
      if (isReadAtOnce) watching.refresh()
      await then(done.value, space)
      return null
    } catch (fault) {
      return `Something went wrong and it was not done: ${fault instanceof Error ? fault.message : String(fault)}`
    }
  }

  const planTold = (says: string, space: Space) => {
    dropPlanToast()
    planToast = ends.tell({
      says,
      bad: false,
      undo: () => {
        planUndo.undo(space.id)
        planToast = null
      },
    })
  }
  const signedTold = async (says: string, space: Space, undo?: () => void) => {
    // Why: a decision is said to be made only once this device could not lose it.
    await space.saved()
    // Why: the line of the decision before goes, for its Undo may be what was just signed.
    ends.toasts.value = ends.toasts.value.filter(({ id }) => id !== decisionToast)
    decisionToast = ends.tell({ says, bad: false, undo: undo === undefined ? null : there(space, undo) })
  }

  return {
    ends,
    device,
    planUndo,
    dropPlanToast,
    write: (what, says, undo) =>
      run(what, (_, space) => {
        if (says !== null) ends.tell({ says, bad: false, undo: undo === undefined ? null : there(space, undo) })
      }),
    planEdit: (what, says) => run(what, (_, space) => planTold(says, space)),
    signed: (what, says, undo) => run(what, (made, space) => signedTold(says, space, undo && (() => undo(made)))),
    sent: (what, says, undo) => run(what, (made, space) => signedTold(says, space, () => undo(made)), false),
    writtenOrSigned: (what, says, undo) =>
      run(what, (id, space) => (id === null ? planTold(says, space) : signedTold(says, space, () => undo(id)))),
  }
}
