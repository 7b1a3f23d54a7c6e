/** One athlete on a Monday: six facts, three answers, three outcomes, a sentence; then the next one. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso/router'
import { addDays } from '../../core/model/day.ts'
import { type ReviewOutcome, reviewOutcomes } from '../../core/model/review.ts'
import type { Assessment } from '../../core/reports/desk/assessment.ts'
import { Empty } from '../parts/empty.tsx'
import { Evidence } from '../parts/evidence.tsx'
import { forReader } from '../parts/for-reader.ts'
import { formatSpan } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { useKeyLines } from '../parts/keys-help.tsx'
import { StandingWord } from '../parts/standing.tsx'
import type { App, View } from '../state/app.ts'
import { outcomeWords } from '../state/review-words.ts'
import { changesOf, doesOf, firstChoice, toggled } from './review/decide.ts'
import { Facts } from './review/facts.tsx'
import { Outcomes } from './review/outcomes.tsx'
import { Weekend } from './review/reflection.tsx'
import { InSentences } from './review/sentences.tsx'
import s from './review.module.css'
import { addressOfReview, neighbour, nextToReview, rosterLines, sayUntil, walkOf } from './roster/order.ts'
import { useKeys } from './session/walking.ts'

const keyLines = [
  { keys: ['1', '2', '3'], does: 'on track, modest deload, targeted adjustment' },
  { keys: ['Enter'], does: 'send, and go to the next athlete' },
  { keys: ['Esc'], does: 'take the choice back' },
  { keys: ['J', 'K'], does: 'the next athlete, the one before' },
] as const

/** Whether Enter belongs to what the focus stands on. */
const isOnButton = (): boolean => document.activeElement?.closest('button, a, input, summary, select') != null

const placeOf = (outcome: ReviewOutcome | null): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-outcome="${outcome}"]`)

type InsideProps = { readonly app: App; readonly space: string; readonly assessment: Assessment }

const Inside = ({ app, space, assessment }: InsideProps) => {
  const { route } = useLocation()
  const [outcome, setShown] = useState<ReviewOutcome | null>(null)
  // Why a reference beside it: keys may follow each other faster than the screen is drawn.
  const latest = useRef<ReviewOutcome | null>(null)
  /** The choice that was left last: its button has the focus then. */
  const left = useRef<ReviewOutcome | null>(null)
  const isSent = useRef(false)
  const setOutcome = (next: ReviewOutcome | null) => {
    if (isSent.current) return
    // Why: what is pressed next is a choice again, not a letter of the sentence that was left; and Enter is for what was
    // chosen last, not for the button the focus stood on.
    if (next === null) placeOf(latest.current)?.focus({ preventScroll: true })
    else if (document.activeElement === placeOf(left.current)) placeOf(left.current)?.blur()
    left.current = next ?? latest.current
    latest.current = next
    setShown(next)
  }
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChoice(assessment))
  const [words, setWords] = useState('')
  // Why asked apart from sending: whoever is quick presses Enter before the athlete's documents are read.
  const [isAsked, setAsked] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  useKeyLines('Review', keyLines)
  const assessments = app.assessments.value
  const lines = useMemo(() => rosterLines(app.athletes.value, assessments), [app.athletes.value, assessments])
  const walk = walkOf(lines)
  const isReady = app.looking.value?.space.id === space
  const open = (to: string | null) => route(to === null ? '/roster' : addressOfReview(to))
  const send = async () => {
    if (outcome === null) return
    const { week, facts } = assessment
    const wrong = await app.act.sendReview(
      {
        week,
        numbers: facts.map(({ title, says }) => `${title}: ${says}`),
        outcome,
        did: changesOf(outcome, assessment, chosen).map(({ title }) => title.slice(0, 300)),
        reflection: null,
        words: words.trim(),
      },
      doesOf(outcome, assessment, chosen),
    )
    setAsked(false)
    setFault(wrong)
    if (wrong !== null) return
    // Why: a key that comes before the next athlete is drawn must not be taken for this one again.
    latest.current = null
    isSent.current = true
    open(nextToReview(walk, assessments, space))
  }
  useEffect(() => {
    if (isAsked && isReady) void send()
  }, [isAsked, isReady])
  useKeys(
    {
      ...Object.fromEntries(reviewOutcomes.map(one => [outcomeWords[one].key, () => setOutcome(one)])),
      j: () => open(neighbour(walk, space, 1)),
      k: () => open(neighbour(walk, space, -1)),
    },
    () => setOutcome(null),
  )
  useLayoutEffect(() => {
    // Why also from the page: the field has the focus a moment after the choice.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && latest.current !== null && !event.defaultPrevented && !isOnButton()) setAsked(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const toReview = walk.filter(id => !assessments.get(id)?.isReviewed).length
  return (
    <div class={s.review}>
      <header class={s.head}>
        <a href="/roster" class={s.back}>
          <Icon name="arrow-left" /> Roster
        </a>
        <h1>{assessment.name || 'This athlete'}</h1>
        <StandingWord standing={assessment.standing} />
        {assessment.isReviewed && (
          <span class={s.done}>
            <Icon name="check" /> reviewed
          </span>
        )}
        <span class={s.place}>
          {assessment.race && `${assessment.race.name} ${sayUntil(assessment.day, assessment.race.day)} · `}
          {toReview} of {walk.length} to review
        </span>
      </header>
      <section class={s.panel} aria-label="Three questions">
        <dl class={s.answers}>
          <dt>What changed?</dt>
          <dd>{forReader(assessment.changed)}</dd>
          <dt>Why?</dt>
          <dd>
            {forReader(assessment.why)}
            <Evidence items={assessment.evidence} {...(assessment.trust === null ? {} : { trust: assessment.trust })} />
          </dd>
          <dt>What next?</dt>
          <dd>{forReader(assessment.next)}</dd>
        </dl>
      </section>
      <Outcomes
        assessment={assessment}
        outcome={outcome}
        chosen={chosen}
        words={words}
        isSending={isAsked}
        latest={latest}
        onOutcome={setOutcome}
        onToggle={id => setChosen(toggled(assessment, chosen, id))}
        onWords={setWords}
        onSend={() => setAsked(true)}
      />
      {fault !== null && (
        <p class={s.fault} role="alert">
          {fault}
        </p>
      )}
      <p class={s.links}>
        <a href="/dashboard">Dashboard</a>
        <a href="/calendar">Calendar</a>
        <a href="/inbox">Inbox</a>
        <a href="/week">What was sent</a>
      </p>
      <div class={s.weeks}>
        <section class={s.panel}>
          <h2>Last week, {formatSpan(assessment.week, addDays(assessment.week, 6))}</h2>
          <Facts facts={assessment.facts} label="Last week" />
        </section>
        <section class={s.panel}>
          <h2>This week so far</h2>
          <Facts facts={assessment.soFar} label="This week so far" />
        </section>
      </div>
      {app.wording.value.by !== 'rule' && <InSentences facts={assessment.facts} wording={app.wording.value} />}
      <Weekend app={app} space={space} assessment={assessment} />
    </div>
  )
}

const Review = ({ app }: { readonly app: App }) => {
  const { route } = useLocation()
  const { params } = useRoute()
  const space = params.space ?? ''
  const at = app.at.value
  const looked = useRef('')
  useEffect(() => {
    // Why a frame later: the facts are on screen before the athlete's documents are read.
    const frame = requestAnimationFrame(() =>
      setTimeout(() => {
        looked.current = space
        if (app.at.peek() !== space) app.lookAt(space)
      }),
    )
    return () => cancelAnimationFrame(frame)
  }, [space])
  useEffect(() => {
    // Why: an athlete chosen in the bar above is the one to review.
    if (looked.current === space && at !== null && at !== space) route(addressOfReview(at), true)
  }, [at])
  const assessment = app.assessments.value.get(space)
  if (assessment) return <Inside key={space} app={app} space={space} assessment={assessment} />
  return (
    <Empty title="Not looked at yet" action={<a href="/roster">To the roster</a>}>
      <p>This athlete is assessed as soon as their documents are open. It takes a moment.</p>
    </Empty>
  )
}

export const view: View = {
  id: 'review',
  path: '/review/:space',
  title: 'Review',
  icon: 'check',
  for: ['coach'],
  inNavigation: false,
  Component: Review,
}
