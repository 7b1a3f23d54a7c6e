/** One drafted change: what changed, why, what next; decided without opening anything. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { JudgedProposal } from '../../../core/model/advice.ts'
import type { Session } from '../../../core/model/session.ts'
import { Button } from '../../parts/button.tsx'
import { Diff } from '../../parts/diff.tsx'
import { Evidence } from '../../parts/evidence.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { type DistanceUnit, formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { Planned } from '../../parts/planned.ts'
import { Reason } from '../../parts/reason.tsx'
import { afterEdit } from './decide.ts'
import s from './proposal.module.css'
import { SessionForm } from './session-form.tsx'

export type Doing = 'looking' | 'editing' | 'declining'

type ProposalProps = {
  readonly proposal: JudgedProposal
  readonly before: Session | null
  readonly isCurrent: boolean
  readonly doing: Doing
  readonly unit: DistanceUnit
  readonly planned: (session: Session) => Planned
  /** The coach is the athlete: words go to nobody else. */
  readonly isAlone: boolean
  /** Where it is said step by step why this was drafted. */
  readonly whyAt: string
  readonly onCurrent: () => void
  readonly onDoing: (doing: Doing) => void
  readonly onApprove: (words: string | null) => void
  /** The coach's own version, begun earlier and kept on the desk; null where there is none. */
  readonly kept: Session | null
  readonly onKeep: (edited: Session) => void
  readonly onApproveEdited: (edited: Session, words: string | null) => void
  readonly onDecline: (words: string | null) => void
  /** False for who reads along: a draft is answered by a coach. */
  readonly mayDecide: boolean
  /** Picked to be approved with others of its rule. */
  readonly isPicked: boolean
}

const declineWords = ['Too cautious', 'Does not fit this week', 'We will talk first', 'I do not agree with the reason']

export const Proposal = (props: ProposalProps) => {
  const { proposal, before, isCurrent, doing, onDoing } = props
  const [words, setWords] = useState('')
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (doing !== 'looking') box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [doing])
  const said = words.trim() === '' ? null : words.trim()
  const evidence = [...new Set(proposal.findings.flatMap(finding => finding.evidence))]
  const after = before && afterEdit(proposal.edit, before)
  return (
    <article
      ref={box}
      class={`${s.proposal} ${isCurrent ? s.current : ''}`}
      data-proposal={proposal.id}
      tabIndex={-1}
      aria-label={proposal.title}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      onFocusCapture={props.onCurrent}
      onMouseDown={props.onCurrent}
    >
      <header class={s.head}>
        <h2>{forReader(proposal.title)}</h2>
        <span class={proposal.verdict.level === 'coach' ? s.yours : s.asks}>
          <Icon name={proposal.verdict.level === 'coach' ? 'coach' : 'question'} />
          {!props.mayDecide ? 'asks a coach' : proposal.verdict.level === 'coach' ? 'yours alone' : 'asks you'}
        </span>
        {props.isPicked && (
          <span class={s.asks}>
            <Icon name="check" /> picked
          </span>
        )}
        {props.kept !== null && <span class={s.asks}>your version is kept</span>}
        <span class={s.day}>{formatDay(proposal.day)}</span>
      </header>
      <dl class={s.three}>
        <div>
          <dt>What changed</dt>
          <dd>
            {proposal.findings.length === 0
              ? 'Nothing was noticed by itself; the reason says what it rests on.'
              : proposal.findings.map(finding => (
                  <p key={finding.kind + finding.day} class={s.finding}>
                    {forReader(finding.says)}
                  </p>
                ))}
            <Evidence
              items={evidence}
              {...(proposal.findings[0] === undefined ? {} : { trust: proposal.findings[0].trust })}
            />
          </dd>
        </div>
        <div>
          <dt>Why this</dt>
          <dd>
            <Reason speaker="rule" says={proposal.why} because={proposal.verdict.because} />
            <a href={props.whyAt} aria-keyshortcuts="W">
              Step by step
            </a>
          </dd>
        </div>
      </dl>
      {before && after && doing !== 'editing' && (
        <Diff before={before} after={after} replaces={proposal.edit.adds !== null} />
      )}
      {doing === 'editing' && after && (
        <div class={s.editor}>
          <SessionForm
            session={props.kept ?? after}
            isNew={false}
            unit={props.unit}
            planned={props.planned}
            saveLabel="Approve my version"
            also={{ label: 'Keep for later', onPress: props.onKeep }}
            onlyContent={proposal.edit.adds === null}
            onSave={edited => props.onApproveEdited(edited, said)}
            onCancel={() => onDoing('looking')}
          />
        </div>
      )}
      {doing === 'declining' && (
        <form
          class={s.decline}
          onSubmit={event => {
            event.preventDefault()
            props.onDecline(said)
          }}
        >
          <label class={s.label}>
            Why not?{' '}
            <span class={s.soft}>
              {props.isAlone
                ? 'For your own audit. Optional.'
                : 'For your own audit and the athlete, if it helps. Optional.'}
            </span>
            <input data-first maxLength={2000} value={words} onInput={event => setWords(event.currentTarget.value)} />
          </label>
          <div class={s.buttons}>
            {declineWords.slice(0, props.isAlone ? 2 : 4).map(word => (
              <Button key={word} small onClick={() => setWords(word)}>
                {word}
              </Button>
            ))}
          </div>
          <div class={s.buttons}>
            <Button type="submit" variant="danger">
              Decline
            </Button>
            <Button onClick={() => onDoing('looking')}>Back</Button>
          </div>
        </form>
      )}
      {!props.mayDecide && <p class={s.soft}>A coach decides about this. A comment on the day reaches them.</p>}
      {doing === 'looking' && props.mayDecide && (
        <footer class={s.foot}>
          <input
            class={s.words}
            aria-label={props.isAlone ? 'A note to yourself, optional' : 'Words to the athlete, optional'}
            placeholder={props.isAlone ? 'A note to yourself (optional)' : 'A word to the athlete (optional)'}
            maxLength={2000}
            value={words}
            onInput={event => setWords(event.currentTarget.value)}
          />
          <div class={s.buttons}>
            <Button variant="primary" aria-keyshortcuts="A" onClick={() => props.onApprove(said)}>
              <Icon name="check" /> Approve
            </Button>
            <Button aria-keyshortcuts="E" disabled={after === null} onClick={() => onDoing('editing')}>
              Edit
            </Button>
            <Button variant="danger" aria-keyshortcuts="D" onClick={() => onDoing('declining')}>
              Decline
            </Button>
          </div>
        </footer>
      )}
    </article>
  )
}
