/** Why this and not that: for any day and session, from what was known to who decided, each step with its evidence. */
import { useEffect, useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { asKnownOn, asToday } from '../../core/dry-run/index.ts'
import type { Situation } from '../../core/engine.ts'
import { type Explanation, explain, explainInWords } from '../../core/explain/index.ts'
import { addDays, type Day, parseDay } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { readPlaybookVersions } from '../../core/plan/index.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { formatDay } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { isTyping, useKeyLines } from '../parts/keys-help.tsx'
import { saveFile } from '../parts/save-file.ts'
import { addressOfWhy } from '../parts/why-address.ts'
import type { App, Looking, View } from '../state/app.ts'
import { Otherwise } from './explain/otherwise.tsx'
import { Drafts, Findings, Readings, Silent } from './explain/steps.tsx'
import s from './explain.module.css'

type Given = { readonly app: App; readonly looking: Looking }

const keys = [{ keys: ['←', '→'], does: 'the day before, the day after' }] as const

/** As it was known that evening; of today, as it is known now. */
const situationFor = ({ space, plan, content, playbook }: Looking, day: Day, now: Situation['now']): Situation => {
  const past = { athlete: space.athlete, content, plan, log: space.log }
  const versions = readPlaybookVersions(space.docs.playbook)
  return day === now.day ? { ...past, playbook, versions, now } : asKnownOn(past, { current: playbook, versions }, day)
}

const Inside = ({ app, looking }: Given) => {
  const { query, route } = useLocation()
  const now = app.now.value
  const asked = parseDay(query.day ?? '')
  const day = asked !== undefined && asked <= now.day ? asked : now.day
  const session = (query.session ?? null) as SessionId | null
  const why: Explanation = useMemo(
    () => explain(situationFor(looking, day, now), session),
    [looking.content, looking.plan, looking.playbook, looking.space.log, day, session],
  )
  useKeyLines('Why', keys)
  const go = (to: Day, about: SessionId | null = session) => to <= now.day && route(addressOfWhy(to, about), true)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
      event.preventDefault()
      go(addDays(day, event.key === 'ArrowLeft' ? -1 : 1))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  const near = looking.advice.plan.sessions.filter(
    one => (one.session.day >= addDays(day, -7) && one.session.day <= addDays(day, 8)) || one.session.id === session,
  )
  return (
    <div class={s.page}>
      <header class={s.head}>
        <h1>Why this and not that</h1>
        <div class={s.bar}>
          <Button aria-label="The day before" onClick={() => go(addDays(day, -1))}>
            <Icon name="arrow-left" />
          </Button>
          <label>
            <span class="only-heard">Day</span>
            <input
              type="date"
              value={day}
              max={now.day}
              onChange={event => {
                const to = parseDay(event.currentTarget.value)
                if (to !== undefined) go(to)
              }}
            />
          </label>
          <Button aria-label="The day after" disabled={day === now.day} onClick={() => go(addDays(day, 1))}>
            <Icon name="arrow-right" />
          </Button>
          <label class={s.about}>
            <span class="only-heard">About which session</span>
            <select
              value={session ?? ''}
              onChange={event => go(day, (event.currentTarget.value || null) as SessionId | null)}
            >
              <option value="">the whole day</option>
              {near.map(({ session: one }) => (
                <option key={one.id} value={one.id}>
                  {formatDay(one.day)}: {one.title || one.purpose}
                </option>
              ))}
            </select>
          </label>
        </div>
      </header>
      <p class={s.says} role="status" data-explanation>
        {why.says}
      </p>
      <p class="faint">
        {day === now.day
          ? 'As it is known now.'
          : [
              `As it was known on the evening of ${formatDay(day, 'full')}, by the playbook in force then.`,
              ...asToday({ ...looking, athlete: looking.space.athlete, log: [] }),
            ].join(' ')}
      </p>
      <ol class={s.steps}>
        <Readings why={why} />
        <Findings why={why} />
        <Drafts why={why} looking={looking} />
        <Silent why={why} />
      </ol>
      <p>
        <Button small onClick={() => saveFile(`why-${day}.txt`, 'text/plain', `${explainInWords(why).join('\n')}\n`)}>
          <Icon name="download" /> Keep as text
        </Button>
      </p>
      <Otherwise key={`${day} ${session}`} app={app} day={day} session={session} />
    </div>
  )
}

const ExplainView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  if (looking === null) return null
  if (looking.as !== 'coach')
    return (
      <Empty title="Your coach sees this page">
        <p>What changed on your plan, why and by whom stands with each session and in your inbox.</p>
      </Empty>
    )
  return <Inside key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'explain',
  path: '/explain',
  title: 'Why',
  icon: 'question',
  for: ['coach'],
  inNavigation: false,
  Component: ExplainView,
}
