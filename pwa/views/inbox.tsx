/** What waits for an answer: for the coach the drafted changes, for the athlete questions and what the coach looks at. */
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { JudgedProposal, Message } from '../../core/model/advice.ts'
import type { StandingChange } from '../../core/model/plan.ts'
import { type AlertChoice, alertAnswers, alertChoices, answerDoes } from '../../core/playbook/index.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { formatCount } from '../parts/format.ts'
import { areKeysShown, useKeyLines } from '../parts/keys-help.tsx'
import { plannedOf } from '../parts/planned.ts'
import { addressOfWhy } from '../parts/why-address.ts'
import { alertWords } from '../state/alert-words.ts'
import type { App, Looking, View } from '../state/app.ts'
import { isCoached } from '../state/roles.ts'
import s from './inbox.module.css'
import { Alert } from './session/alert.tsx'
import { Answered } from './session/answered.tsx'
import { AsksToJoin } from './session/asks-to-join.tsx'
import { AthleteInbox } from './session/athlete-inbox.tsx'
import { attempt } from './session/attempt.ts'
import { withLater } from './session/bulk.ts'
import { counted, editedBy, standingIn, waitingProposals } from './session/decide.ts'
import { Digest, digestOf } from './session/digest.tsx'
import { useCalendar } from './session/looking.ts'
import { Messages, messagesFor } from './session/messages.tsx'
import { usePicking } from './session/picking.ts'
import { type Doing, Proposal } from './session/proposal.tsx'
import { ReviewLink } from './session/review-link.tsx'
import { Unread } from './session/unread.tsx'
import { inboxKeys, useFocusOn, useKeys } from './session/walking.ts'

type Given = { readonly app: App; readonly looking: Looking }

/** What stands above the proposals; news and summaries stand below them. */
const isGrave = ({ kind }: Message): boolean => kind === 'warning'
const isAlert = ({ kind }: Message): boolean => kind === 'escalation'

const CoachInbox = ({ app, looking }: Given) => {
  const model = useCalendar(app, looking)
  const { route } = useLocation()
  const whyAt = ({ edit }: JudgedProposal) => addressOfWhy(app.now.value.day, edit.session)
  const [later, setLater] = useState<readonly string[]>([])
  const proposals = withLater(waitingProposals(looking.advice.proposals), later)
  const all = messagesFor(looking.advice.messages, 'coach')
  const alerts = all.filter(isAlert)
  const messages = all.filter(message => !isAlert(message))
  // Why one row: alerts and drafts are walked by the same keys, the alerts first.
  const length = alerts.length + proposals.length
  const [at, setAt] = useState(0)
  const [doing, setDoing] = useState<Doing>('looking')
  const [choice, setChoice] = useState<AlertChoice | null>(null)
  useKeyLines('Inbox', inboxKeys)
  const list = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const current = Math.min(at, Math.max(0, length - 1))
  const mayAnswer = isCoached(looking.space)
  const drafts = proposals.map((proposal, i) => [proposal, alerts.length + i] as const)
  const standing = standingIn(looking.advice)
  const news = digestOf(
    messages.filter(message => !isGrave(message)),
    standing.values(),
  )
  const mine = [...standing.values()]
    .filter(change => change.type === 'approved' && change.by === app.device.value?.person.id)
    .toSorted((a, b) => b.at - a.at)[0]

  const answers = alertAnswers(looking.space.log, app.now.value.at)
  const myAnswer = answers.findLast(({ by }) => by === app.device.value?.person.id)

  const rest = () => {
    setDoing('looking')
    setChoice(null)
  }
  const onCurrent = (i: number) => {
    if (i === current) return
    rest()
    setAt(i)
  }
  const go = (to: number) => {
    walked.current = true
    rest()
    setAt(Math.max(0, Math.min(length - 1, to)))
  }
  // Why: what is answered leaves the list, so the next one moves into its place; the focus goes with it.
  const answered = (went: boolean) => {
    if (!went) return
    walked.current = true
    rest()
  }
  const answer = (alert: Message, chosen: AlertChoice, words: string | null) =>
    void attempt(app.act.answerAlert(alert, chosen, answerDoes(chosen, alert, proposals), words)).then(answered)
  const approve = (proposal: JudgedProposal, words: string | null) =>
    void attempt(app.act.approve(proposal, words)).then(answered)
  const decline = (proposal: JudgedProposal, words: string | null) =>
    void attempt(app.act.decline(proposal, words)).then(answered)
  const bulk = usePicking({ app, model, hasAlert: alerts.length > 0, onApproved: () => answered(true) })
  const undo = (change: StandingChange) => void attempt(app.act.undoChange(change))
  const undoLast = () => {
    // Why the answer at once: it is signed after what it approved.
    if (myAnswer && myAnswer.at >= (mine?.at ?? 0)) void attempt(app.act.takeBackAnswer(myAnswer.id))
    else if (mine) undo(mine)
    else app.say('Nothing of yours stands that could be undone.')
  }

  useFocusOn(list, walked, current, [length, doing, choice])
  const walkedTo = proposals[current - alerts.length]
  const proposal = mayAnswer ? walkedTo : undefined
  const choose = mayAnswer && alerts[current] ? alertChoices : []
  useKeys(
    {
      ...Object.fromEntries(choose.map(one => [alertWords[one].key, () => setChoice(one)])),
      j: () => go(current + 1),
      k: () => go(current - 1),
      a: () => (bulk.picked.length > 0 ? void bulk.approve() : proposal && approve(proposal, null)),
      x: () => proposal && bulk.pick(proposal),
      s: () => walkedTo && setLater([...later.filter(id => id !== walkedTo.id), walkedTo.id]),
      e: () => proposal && setDoing('editing'),
      d: () => proposal && setDoing('declining'),
      u: undoLast,
      w: () => walkedTo && route(whyAt(walkedTo)),
    },
    doing === 'looking' && choice === null
      ? null
      : () => {
          walked.current = true
          rest()
        },
  )

  return (
    <div class={s.inbox}>
      <header class={s.head}>
        <h1>Inbox</h1>
        <span class={s.count}>{counted(alerts.length, proposals.length)}</span>
        {bulk.picked.length > 0 && (
          <Button small variant="primary" onClick={() => void bulk.approve()}>
            Approve {formatCount(bulk.picked.length, 'picked draft')}
          </Button>
        )}
        <ReviewLink app={app} looking={looking} />
        <a href="/said">Everything said</a>
        <span class={s.gap} />
        <span class={s.keys}>
          <Button variant="plain" small onClick={() => (areKeysShown.value = true)}>
            <kbd class={s.key}>?</kbd> Keys
          </Button>
        </span>
      </header>
      <AsksToJoin requests={looking.space.requests} />
      <Unread app={app} looking={looking} />
      <div ref={list} class={s.list} tabIndex={-1}>
        {alerts.map((alert, i) => (
          <Alert
            key={alert.id}
            alert={alert}
            proposals={proposals}
            sessionOf={({ edit }) => model.sessions.get(edit.session)?.visible.session ?? null}
            isCurrent={i === current}
            isAlone={looking.selfCoached}
            mayAnswer={mayAnswer}
            choice={i === current ? choice : null}
            onChoice={chosen => {
              setAt(i)
              setChoice(chosen)
              if (chosen === null) walked.current = true
            }}
            onCurrent={() => onCurrent(i)}
            onAnswer={(chosen, words) => answer(alert, chosen, words)}
          />
        ))}
        <Messages messages={messages.filter(isGrave)} />
        {drafts.map(([proposal, i]) => (
          <Proposal
            key={proposal.id}
            proposal={proposal}
            before={model.sessions.get(proposal.edit.session)?.visible.session ?? null}
            isCurrent={i === current}
            mayDecide={mayAnswer}
            isPicked={bulk.isPicked(proposal)}
            doing={i === current ? doing : 'looking'}
            isAlone={looking.selfCoached}
            unit={app.preferences.value.distance}
            planned={session => plannedOf(session, model.context.thresholds)}
            whyAt={whyAt(proposal)}
            onCurrent={() => onCurrent(i)}
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
      {length === 0 && (
        <Empty title="Nothing waits for you">
          <p>When a rule drafts a change, it stands here with its reason, before and after, until you answer.</p>
        </Empty>
      )}
      <Messages messages={news.others} />
      <Digest messages={news.byRule} athlete={looking.content.profile.name || 'This athlete'} />
      <Answered
        looking={looking}
        standing={standing}
        answers={mayAnswer ? answers : []}
        onUndo={undo}
        onTakeBack={id => void attempt(app.act.takeBackAnswer(id))}
      />
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
