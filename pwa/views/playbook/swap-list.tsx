/** The coach's list of equal sessions for a missed one: what it would give for the weeks ahead, and each session on it. */
import { useMemo, useState } from 'preact/hooks'
import type { Thresholds } from '../../../core/model/athlete.ts'
import type { Playbook, Swap } from '../../../core/model/playbook.ts'
import { type Purpose, purposes } from '../../../core/model/session.ts'
import { withPaces } from '../../../core/plan/paces.ts'
import { swapField, withField, withoutSwap, withSwap } from '../../../core/playbook/index.ts'
import { ifMissed } from '../../../core/proposals/basis/if-missed.ts'
import { contextOf } from '../../../core/signals/index.ts'
import { describeSteps } from '../../../core/workout/estimate.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import { Button } from '../../parts/button.tsx'
import { formatCount, formatDay } from '../../parts/format.ts'
import { plannedOf } from '../../parts/planned.ts'
import { PurposeSign, titleOf } from '../../parts/purpose.tsx'
import { sayPlanned } from '../../parts/steps-editor.tsx'
import type { App, Looking } from '../../state/app.ts'
import { SwapForm } from './swap-form.tsx'
import s from './swap-list.module.css'

type SwapListProps = {
  readonly app: App
  readonly looking: Looking
  readonly playbook: Playbook
  /** Null where the reader may not change it. */
  readonly edit: ((next: Playbook) => void) | null
  readonly own: ReadonlySet<string>
  readonly athlete: string
}

/** As many as a playbook holds. */
const mostSwaps = 100
/** Two weeks ahead: as far as sessions are usually written. */
const daysAhead = 13

export const SwapList = ({ app, looking, playbook, edit, own, athlete }: SwapListProps) => {
  const [open, setOpen] = useState<Swap | 'new' | null>(null)
  const today = app.now.value.day
  const { content, plan, advice } = looking
  const thresholds = useMemo(
    () => contextOf(withPaces(content, advice.plan), plan, playbook, today, 1439).thresholds,
    [content, plan, advice.plan, playbook, today],
  )
  const { swaps } = playbook
  const froms = purposes.filter(purpose => swaps.some(({ from }) => from === purpose))
  const unit = app.preferences.value.distance
  return (
    <section aria-labelledby="words-swaps">
      <h2 id="words-swaps">Equal sessions for a missed one</h2>
      <p class="soft">
        Of those that fit the missed one’s load, the heaviest takes its place: at most{' '}
        {playbook.thresholds.swapLighterPercent} % lighter, never heavier.
      </p>
      {edit !== null && <Ahead looking={looking} playbook={playbook} thresholds={thresholds} today={today} />}
      <details>
        <summary>{formatCount(swaps.length, 'session')} on the list</summary>
        {froms.map(from => (
          <Group
            key={from}
            from={from}
            swaps={swaps.filter(swap => swap.from === from)}
            sayLoad={swap =>
              sayPlanned(plannedOf({ steps: swap.steps, sport: 'run', purpose: swap.to }, thresholds), unit)
            }
            own={own}
            onOffer={edit && (swap => edit(withField(playbook, { field: swapField(swap.id), value: !swap.offered })))}
            onEdit={setOpen}
            onTakeOff={swap => edit?.(withoutSwap(playbook, swap.id))}
          />
        ))}
      </details>
      {edit !== null && (
        <div class={s.foot}>
          <Button disabled={swaps.length >= mostSwaps} onClick={() => setOpen('new')}>
            Add a session to the list
          </Button>
          <span class="soft">
            {swaps.length >= mostSwaps
              ? `The list is full with ${mostSwaps}.`
              : `What stands on the list is one for all your athletes; what is offered of it can be set for ${athlete} alone.`}
          </span>
        </div>
      )}
      {open !== null && edit !== null && (
        <SwapForm
          swap={open === 'new' ? null : open}
          list={swaps}
          newId={app.newId}
          thresholds={thresholds}
          unit={unit}
          onSave={swap => {
            edit(withSwap(playbook, swap))
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

type GroupProps = {
  readonly from: Purpose
  readonly swaps: readonly Swap[]
  readonly sayLoad: (swap: Swap) => string
  readonly own: ReadonlySet<string>
  readonly onOffer: ((swap: Swap) => void) | null
  readonly onEdit: (swap: Swap) => void
  readonly onTakeOff: (swap: Swap) => void
}

/** `hill` of `hills`: where the title says what it is for, it is not said twice. */
const stem = (purpose: Purpose): string => purpose.replace(/s$/, '')

const Group = ({ from, swaps, sayLoad, own, onOffer, onEdit, onTakeOff }: GroupProps) => (
  <>
    <h3 class={s.from}>For missed {from}</h3>
    <ul class={s.swaps} aria-label={`For missed ${from}`}>
      {swaps.map(swap => (
        <li key={swap.id} data-swap={swap.id} class={swap.offered ? undefined : s.left}>
          <PurposeSign purpose={swap.to} />
          <span class={s.what}>
            <strong>{swap.title}</strong>
            {!swap.title.toLowerCase().includes(stem(swap.to)) && (
              <span class="soft"> · {purposeWord[swap.to].toLowerCase()}</span>
            )}
            <span class={s.steps}>{describeSteps(swap.steps)}</span>
            <span class={s.steps}>{sayLoad(swap)}</span>
            {own.has(swapField(swap.id)) && <span class={s.own}>for this athlete alone</span>}
            {onOffer === null && !swap.offered && <span class={s.steps}>left out</span>}
          </span>
          {onOffer !== null && (
            <span class={s.acts}>
              <label class={s.offer}>
                <input
                  type="checkbox"
                  checked={swap.offered}
                  aria-label={`Offer ${swap.title} for missed ${from}`}
                  onChange={() => onOffer(swap)}
                />
                <span>offered</span>
              </label>
              <Button small variant="plain" aria-label={`Edit ${swap.title}`} onClick={() => onEdit(swap)}>
                Edit
              </Button>
              <Button
                small
                variant="plain"
                aria-label={`Take ${swap.title} off the list`}
                onClick={() => onTakeOff(swap)}
              >
                Take off
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  </>
)

type AheadProps = Pick<SwapListProps, 'looking' | 'playbook'> & {
  readonly thresholds: Thresholds
  readonly today: Parameters<typeof ifMissed>[2]
}

/** What the list would give for the hard sessions of the next two weeks. */
const Ahead = ({ looking, playbook, thresholds, today }: AheadProps) => {
  const { sessions } = looking.advice.plan
  const lines = useMemo(() => {
    const planned = sessions.filter(({ replacedBy }) => replacedBy === null).map(({ session }) => session)
    return ifMissed(planned, { playbook, thresholds }, today, daysAhead)
  }, [sessions, playbook, thresholds, today])
  if (lines.length === 0) return <p class={s.none}>No hard session is planned in the next two weeks.</p>
  const lightest = 100 - playbook.thresholds.swapLighterPercent
  return (
    <div class={s.ahead}>
      <h3 class={s.from}>If one of these were missed</h3>
      <ul>
        {lines.map(({ session, swap, percent }) => (
          <li key={session.id}>
            <span>
              {formatDay(session.day)}: {titleOf(session)}
            </span>{' '}
            <span aria-hidden="true">→</span>{' '}
            {swap === null ? (
              <span class={s.lacking}>
                nothing on the list is equal: it would need one at {lightest}–100 % of its load
              </span>
            ) : (
              <span>
                {swap.title}
                {percent === null ? ', its load cannot be compared' : ` at ${percent} % of its load`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
