/** Two people wrote one step list: whose steps do not stand is told so, and may put them back. Kept while the app is open. */
import { effect } from '@preact/signals'
import type { SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { sameSteps } from '../../core/workout/same-steps.ts'
import type { Ends } from './create-app.ts'

export type BothWrote = {
  /** This person wrote these steps. */
  wrote(space: string, session: Session): void
  /** This person took something back themselves, so what they wrote need not stand. */
  forget(): void
}

export const watchSteps = (
  { looking, tell }: Pick<Ends, 'looking' | 'tell'>,
  putBack: (id: SessionId, steps: Session['steps']) => void,
): BothWrote => {
  const mine = new Map<SessionId, { readonly space: string; readonly steps: Session['steps'] }>()
  effect(() => {
    const at = looking.value
    for (const [id, { space, steps }] of mine) {
      if (at?.space.id !== space) continue
      const stands = at.plan.sessions.find(session => session.id === id)
      if (stands !== undefined && sameSteps(stands.steps, steps)) continue
      mine.delete(id)
      if (stands === undefined) continue
      tell({
        says: `${stands.title}: its steps were written elsewhere too, and those stand now.`,
        bad: true,
        undo: () => putBack(id, steps),
        undoLabel: 'Put mine back',
      })
    }
  })
  return {
    wrote: (space, { id, steps }) => void mine.set(id, { space, steps }),
    forget: () => mine.clear(),
  }
}
