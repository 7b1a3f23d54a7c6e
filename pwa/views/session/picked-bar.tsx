/** What can be done with the picked sessions, by press; each has its key beside it. */
import type { Day } from '../../../core/model/day.ts'
import { Button } from '../../parts/button.tsx'
import { formatCount } from '../../parts/format.ts'
import s from './picked-bar.module.css'
import type { Picks } from './picks.ts'

type PickedBarProps = { readonly picks: Picks; readonly day: Day; readonly mayWrite: boolean }

export const PickedBar = ({ picks, day, mayWrite }: PickedBarProps) => (
  <div class={s.bar} role="status">
    {picks.ids.size > 0 && (
      <>
        <strong>{formatCount(picks.ids.size, 'session')} picked</strong>
        <Button small title="Ctrl+C" onClick={() => picks.copy(day)}>
          Copy
        </Button>
        {mayWrite && (
          <>
            <Button small title="Ctrl+X" onClick={() => picks.copy(day, true)}>
              Cut, to move
            </Button>
            <Button small variant="danger" title="Delete" onClick={picks.remove}>
              Remove
            </Button>
          </>
        )}
        <Button small variant="plain" title="Escape" onClick={picks.clear}>
          Pick none
        </Button>
      </>
    )}
  </div>
)
