/** Everything that was said about this athlete and that the reader may read, the newest first, with a search in it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { withMentions } from '../../core/reports/said/mentions.ts'
import { everythingSaid, findSaid, type Said } from '../../core/reports/said/said.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { forReader } from '../parts/for-reader.ts'
import { formatCount, formatDay } from '../parts/format.ts'
import { isTyping, useKeyLines } from '../parts/keys-help.tsx'
import { SaidBy, SaidWords } from '../parts/said-by.tsx'
import { addressOfSaid, saidWord } from '../parts/said-words.ts'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking, View } from '../state/app.ts'
import { nameable, whoSaid } from '../state/who-said.ts'
import s from './said.module.css'

const keys = [
  { keys: ['/'], does: 'search' },
  { keys: ['J', 'K'], does: 'the next, the one before' },
  { keys: ['Enter'], does: 'open where it was said' },
] as const

type By = 'all' | Said['side']
const choices = [
  { value: 'all', label: 'Everybody' },
  { value: 'coach', label: 'Coach' },
  { value: 'athlete', label: 'Athlete' },
  { value: 'rule', label: 'Rule' },
] as const
/** So many more are drawn at a time. */
const page = 60

const saidTo = (looking: Looking): readonly Said[] => {
  const { plan, content, space, desk, privatePages, board, advice } = looking
  const days = new Map(advice.plan.sessions.map(({ session }) => [session.id, session.day]))
  return everythingSaid({
    plan,
    content,
    log: space.log,
    deskNotes: desk.notes,
    pages: privatePages,
    board,
    debriefs: advice.plan.races.map(race => {
      const { coachDebrief, athleteDebrief } = looking.raceFile(race.id)
      return { race, coach: coachDebrief, athlete: athleteDebrief }
    }),
    messages: advice.messages.filter(({ to }) => looking.selfCoached || to === 'both' || to === looking.as),
    dayOf: session => days.get(session),
  })
}

const Everything = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const [asked, setAsked] = useState('')
  const [by, setBy] = useState<By>('all')
  const [many, setMany] = useState(page)
  const list = useRef<HTMLUListElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const me = app.device.value?.person.id
  const people = nameable(looking)
  const nameOf = (said: Said) => whoSaid(looking, me, said.side, said.by)
  const all = useMemo(() => saidTo(looking), [looking])
  const unread = new Set(app.unread.value.map(({ id }) => id))
  const found = findSaid(by === 'all' ? all : all.filter(({ side }) => side === by), asked, nameOf)
  useKeyLines('Said', keys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === '/') {
        event.preventDefault()
        box.current?.focus()
      }
      const by = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (by === undefined) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLElement)
      links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <div class={s.page}>
      <header class={s.head}>
        <h1>Everything said</h1>
        <span class={s.soft} role="status">
          {asked.trim() === '' && by === 'all' ? '' : `${found.length} of `}
          {formatCount(all.length, 'entry', 'entries')}
        </span>
      </header>
      <p class={s.soft}>
        Comments, reviews, decisions with words, debriefs, check-ins and messages, as far as you may read them.
      </p>
      <div class={s.bar}>
        <Field label="Search">
          <input
            ref={box}
            type="search"
            value={asked}
            placeholder="A word, or a name"
            onInput={event => {
              setAsked(event.currentTarget.value)
              setMany(page)
            }}
            onKeyDown={event => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              list.current?.querySelector<HTMLElement>('a')?.focus()
            }}
          />
        </Field>
        <Segmented label="Said by" options={choices} value={by} onChange={setBy} />
      </div>
      {found.length === 0 && (
        <Empty title={all.length === 0 ? 'Nothing was said yet' : 'Nothing with these words'}>
          <p>
            {all.length === 0
              ? 'Open a day or a session in the calendar and write a comment; it stands here afterwards.'
              : 'Every word you type has to begin a word that was said, or a name.'}
          </p>
        </Empty>
      )}
      <ul class={s.list} ref={list}>
        {found.slice(0, many).map(said => (
          <li key={`${said.kind} ${said.id}`} class={s.said} data-said={said.kind}>
            <SaidBy name={nameOf(said)} side={said.side} at={said.at} isNew={unread.has(said.id)} />
            <SaidWords parts={withMentions(said.side === 'rule' ? forReader(said.words) : said.words, people)} />
            <a href={addressOfSaid(said)}>
              {saidWord[said.kind]}
              {said.day === null ? '' : `, ${formatDay(said.day, 'long')}`}
            </a>
          </li>
        ))}
      </ul>
      {found.length > many && (
        <div>
          <Button onClick={() => setMany(many + page)}>Show {Math.min(page, found.length - many)} more</Button>
        </div>
      )}
    </div>
  )
}

const SaidView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  return looking === null ? null : <Everything key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'said',
  path: '/said',
  title: 'Said',
  icon: 'inbox',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: SaidView,
}
