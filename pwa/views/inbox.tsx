/** What waits for an answer: for the coach the drafted changes, for the athlete questions and what the coach looks at. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { JudgedProposal, Message } from '../../core/model/advice.ts'
import type { StandingChange } from '../../core/model/plan.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { formatCount } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { areKeysShown, isTyping, useKeyLines } from '../parts/keys-help.tsx'
import { plannedOf } from '../parts/planned.ts'
import { addressOfWhy } from '../parts/why-address.ts'
import type { App, Looking, View } from '../state/app.ts'
import s from './inbox.module.css'
import { PlaybookNews } from './playbook/news.tsx'
import { Answered } from './session/answered.tsx'
import { attempt } from './session/attempt.ts'
import { editedBy, waitingProposals } from './session/decide.ts'
import { useCalendar } from './session/looking.ts'
import { Messages, messagesFor } from './session/messages.tsx'
import { type Doing, Proposal } from './session/proposal.tsx'

type Given = { readonly app: App; readonly looking: Looking }

const keys = [
  { keys: ['J', 'K'], does: 'the next, the one before' },
  { keys: ['A'], does: 'approve' },
  { keys: ['E'], does: 'edit, then approve' },
  { keys: ['D'], does: 'decline, with a reason' },
  { keys: ['U'], does: 'undo your last approval' },
  { keys: ['W'], does: 'why, step by step' },
] as const

/** What stands above the proposals; news and summaries stand below them. */
const isGrave = ({ kind }: Message): boolean => kind === 'escalation' || kind === 'warning'

/** The changes that stand, by the statement that made them. */
const standingIn = (looking: Looking): ReadonlyMap<string, StandingChange> =>
  new Map(looking.advice.plan.sessions.flatMap(({ changes }) => changes).map(change => [change.id, change]))

const CoachInbox = ({ app, looking }: Given) => {
  const model = useCalendar(app, looking)
  const { route } = useLocation()
  const whyAt = ({ edit }: JudgedProposal) => addressOfWhy(app.now.value.day, edit.session)
  const proposals = waitingProposals(looking.advice.proposals)
  const messages = messagesFor(looking.advice.messages, 'coach')
  const [at, setAt] = useState(0)
  const [doing, setDoing] = useState<Doing>('looking')
  useKeyLines('Inbox', keys)
  const list = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const current = Math.min(at, Math.max(0, proposals.length - 1))
  const standing = standingIn(looking)
  const mine = [...standing.values()]
    .filter(change => change.type === 'approved' && change.by === app.device.value?.person.id)
    .toSorted((a, b) => b.at - a.at)[0]

  const go = (to: number) => {
    walked.current = true
    setDoing('looking')
    setAt(Math.max(0, Math.min(proposals.length - 1, to)))
  }
  // Why: what is answered leaves the list, so the next one moves into its place; the focus goes with it.
  const answered = (went: boolean) => {
    if (!went) return
    walked.current = true
    setDoing('looking')
  }
  const approve = (proposal: JudgedProposal, words: string | null) =>
    void attempt(app.act.approve(proposal, words)).then(answered)
  const decline = (proposal: JudgedProposal, words: string | null) =>
    void attempt(app.act.decline(proposal, words)).then(answered)
  const undo = (change: StandingChange | undefined) => {
    if (change) void attempt(app.act.undoChange(change))
    else app.say('None of your approvals stands that could be undone.')
  }

  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    const there = list.current?.querySelectorAll<HTMLElement>('article')[current] ?? list.current
    there?.focus({ preventScroll: true })
    there?.scrollIntoView({ block: 'nearest' })
  }, [current, proposals.length, doing])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && doing !== 'looking' && !document.querySelector('dialog[open]')) {
        walked.current = true
        setDoing('looking')
        return
      }
      if (isTyping(event)) return
      const proposal = proposals[current]
      const does: Readonly<Record<string, () => void>> = {
        j: () => go(current + 1),
        k: () => go(current - 1),
        a: () => proposal && approve(proposal, null),
        e: () => proposal && setDoing('editing'),
        d: () => proposal && setDoing('declining'),
        u: () => undo(mine),
        w: () => proposal && route(whyAt(proposal)),
      }
      const act = does[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })

  return (
    <div class={s.inbox}>
      <header class={s.head}>
        <h1>Inbox</h1>
        <span class={s.count}>{proposals.length === 0 ? '' : formatCount(proposals.length, 'proposal')}</span>
        <span class={s.gap} />
        <span class={s.keys}>
          <Button variant="plain" small onClick={() => (areKeysShown.value = true)}>
            <kbd class={s.key}>?</kbd> Keys
          </Button>
        </span>
      </header>
      {looking.space.requests.length > 0 && (
        <a class={s.requests} href="/people">
          <Icon name="people" />
          <span>
            {looking.space.requests.map(request => request.name).join(', ')} asked to join. Compare the six words and
            answer.
          </span>
          <Icon name="arrow-right" />
        </a>
      )}
      <Messages messages={messages.filter(isGrave)} />
      <div ref={list} class={s.list} tabIndex={-1}>
        {proposals.map((proposal, i) => (
          <Proposal
            key={proposal.id}
            proposal={proposal}
            before={model.sessions.get(proposal.edit.session)?.visible.session ?? null}
            isCurrent={i === current}
            doing={i === current ? doing : 'looking'}
            isAlone={looking.selfCoached}
            unit={app.preferences.value.distance}
            planned={session => plannedOf(session, model.context.thresholds)}
            whyAt={whyAt(proposal)}
            onCurrent={() => {
              if (i === current) return
              setDoing('looking')
              setAt(i)
            }}
            onDoing={next => {
              setAt(i)
              setDoing(next)
              if (next === 'looking') walked.current = true
            }}
            onApprove={words => approve(proposal, words)}
            kept={looking.desk.edits.find(({ id }) => id === proposal.id)?.session ?? null}
            onKeep={edited =>
              void attempt(app.act.keepEdit(proposal, edited)).then(went => went && setDoing('looking'))
            }
            onApproveEdited={(edited, words) => {
              const before = model.sessions.get(proposal.edit.session)?.visible.session
              if (!before) return
              const edit = editedBy(proposal.edit, before, edited)
              if (edit.adds === null && Object.keys(edit.after).length === 0) {
                app.say('Your version is the plan as it stands. Decline the change instead.', true)
                return
              }
              void attempt(app.act.approveEdited(proposal, edit, words)).then(answered)
            }}
            onDecline={words => decline(proposal, words)}
          />
        ))}
      </div>
      {proposals.length === 0 && (
        <Empty title="Nothing waits for you">
          <p>When a rule drafts a change, it stands here with its reason, before and after, until you answer.</p>
        </Empty>
      )}
      <Messages messages={messages.filter(message => !isGrave(message))} />
      <Answered looking={looking} standing={standing} onUndo={undo} />
    </div>
  )
}

const AthleteInbox = ({ app, looking }: Given) => {
  const messages = messagesFor(looking.advice.messages, 'athlete')
  return (
    <div class={s.inbox}>
      <header class={s.head}>
        <h1>Inbox</h1>
      </header>
      <PlaybookNews app={app} looking={looking} />
      <Messages messages={messages} />
      {messages.length === 0 && (
        <Empty title="Nothing new">
          <p>Questions to you, and changes of your plan with their reasons, stand here.</p>
        </Empty>
      )}
    </div>
  )
}

const InboxView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  if (looking === null) return null
  const Inbox = looking.as === 'coach' ? CoachInbox : AthleteInbox
  return <Inbox key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'inbox',
  path: '/inbox',
  title: 'Inbox',
  icon: 'inbox',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: InboxView,
}
