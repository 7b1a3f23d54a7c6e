/** The first questions, one at a time: each is kept when answered, may be skipped, and can be gone on with later. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type IntakeTopic, intakeTopics } from '../../core/model/intake.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import type { App, Looking, View } from '../state/app.ts'
import s from './intake.module.css'
import { estimatedFor, useMissing } from './intake-known.ts'
import { draftOf, readDraft } from './profile-draft.ts'
import { Injuries } from './profile-injuries.tsx'
import { LifeWords, MindWords, type PartProps, Sleep, Thresholds, WeekMinutes } from './profile-parts.tsx'

type Given = { readonly app: App; readonly looking: Looking }

const questions: Readonly<Record<IntakeTopic, { readonly asks: string; readonly why: string }>> = {
  goals: {
    asks: 'What do you want from your running?',
    why: 'A race, a time, a summer without pain: in your own words.',
  },
  week: {
    asks: 'How much time does a week leave you?',
    why: 'Minutes you can train on each day. Rather a little less than you hope.',
  },
  injuries: { asks: 'What has hurt before?', why: 'The same place again goes to your coach at once.' },
  fitness: {
    asks: 'How fit are you now?',
    why: 'Your training says it best; what you know from a test goes before it.',
  },
  work: { asks: 'What is your week made of?', why: 'So that the hard days find room beside it.' },
  sleep: { asks: 'How do you usually sleep?', why: 'Only what is unusual for you says something.' },
  mind: { asks: 'What keeps you going, what holds you back?', why: 'This is for people. Nothing is computed from it.' },
}

/** Why injuries are asked of somebody who coaches themselves. */
const whyAlone = 'So that an old pain coming back is seen as such.'

const Goals = ({ draft, set }: PartProps) => (
  <Field label="Goals" hint="The automation never writes here. Races get a day of their own in the calendar.">
    <textarea maxLength={2000} value={draft.goals} onInput={event => set({ goals: event.currentTarget.value })} />
  </Field>
)

const Part = ({ topic, app, looking, draft, set }: Given & PartProps & { readonly topic: IntakeTopic }) => {
  const { day } = app.now.value
  const estimated = useMemo(() => estimatedFor(looking, day), [looking.content, looking.plan, looking.playbook, day])
  switch (topic) {
    case 'goals':
      return <Goals draft={draft} set={set} />
    case 'week':
      return <WeekMinutes draft={draft} set={set} />
    case 'injuries':
      return <Injuries draft={draft} set={set} today={day} />
    case 'fitness':
      return (
        <>
          {looking.content.activities.length === 0 && (
            <p class={s.hint}>
              <Icon name="upload" /> <a href="/history">Bring in your history</a>: the files of your watch or an archive
              from your log.
            </p>
          )}
          <Thresholds draft={draft} set={set} unit={app.preferences.value.distance} estimated={estimated} />
        </>
      )
    case 'work':
      return <LifeWords draft={draft} set={set} />
    case 'sleep':
      return (
        <div class={s.side}>
          <Sleep draft={draft} set={set} />
        </div>
      )
    case 'mind':
      return <MindWords draft={draft} set={set} />
  }
}

const Intake = ({ app, looking }: Given) => {
  const unit = app.preferences.value.distance
  const before = looking.own
  const missing = useMissing(app, looking)
  const [at, setAt] = useState(() => Math.max(0, intakeTopics.indexOf(missing[0] ?? 'goals')))
  const [draft, setDraft] = useState(() => draftOf(before, unit))
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [at])
  const topic = intakeTopics[at]
  if (topic === undefined)
    return <Done missing={missing.length} isAlone={looking.selfCoached} onBack={() => setAt(0)} />
  const go = (to: number) => {
    setFault(null)
    setAt(to)
  }
  const keep = async (event: Event) => {
    event.preventDefault()
    const profile = readDraft(draft, unit, before)
    if ('fault' in profile) return setFault(profile.fault)
    setBusy(true)
    const wrong = await app.act.putProfile(profile)
    setBusy(false)
    if (wrong === null) go(at + 1)
    else setFault(wrong)
  }
  return (
    <form class={s.page} onSubmit={event => void keep(event)}>
      <p class={s.progress}>
        <progress max={intakeTopics.length} value={at + 1} aria-label="How far the questions are" />
        {at + 1} of {intakeTopics.length}
      </p>
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {questions[topic].asks}
        </h1>
        <p class="soft">{looking.selfCoached && topic === 'injuries' ? whyAlone : questions[topic].why}</p>
      </header>
      <Part topic={topic} app={app} looking={looking} draft={draft} set={part => setDraft({ ...draft, ...part })} />
      {fault !== null && (
        <p class={s.fault} role="alert">
          <Icon name="warning" /> {fault}
        </p>
      )}
      <div class={s.row}>
        <Button variant="primary" type="submit" disabled={busy}>
          Keep and go on
        </Button>
        <Button onClick={() => go(at + 1)}>Skip</Button>
        {at > 0 && (
          <Button variant="plain" onClick={() => go(at - 1)}>
            Back
          </Button>
        )}
        <a class={s.later} href="/today">
          Finish later
        </a>
      </div>
    </form>
  )
}

type DoneProps = { readonly missing: number; readonly isAlone: boolean; readonly onBack: () => void }

const Done = ({ missing, isAlone, onBack }: DoneProps) => (
  <section class={s.page} aria-label="The questions are through">
    <h1>{missing === 0 ? 'Thank you. That is all there is to ask.' : 'That is enough to begin with.'}</h1>
    <p class="soft">
      {missing === 0
        ? `${isAlone ? 'It stands on your page.' : 'Your coach reads it on your page.'} You can change every word of it whenever you like.`
        : `${missing === 1 ? 'One thing is' : `${missing} things are`} still open. ${isAlone ? 'Nothing' : 'Your coach sees which, and nothing'} is assumed in ${missing === 1 ? 'its' : 'their'} place.`}
    </p>
    <div class={s.row}>
      <a class={s.later} href="/today">
        To today
      </a>
      <a class={s.later} href="/athlete">
        Your page
      </a>
      <Button variant="plain" onClick={onBack}>
        From the start
      </Button>
    </div>
  </section>
)

const IntakeView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  if (looking === null) return null
  if (!looking.space.myRoles.includes('athlete'))
    return <p class="soft">These questions are for the athlete. What they have told stands on their page.</p>
  return <Intake key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'intake',
  path: '/intake',
  title: 'First questions',
  icon: 'athlete',
  for: ['athlete'],
  inNavigation: false,
  Component: IntakeView,
}
