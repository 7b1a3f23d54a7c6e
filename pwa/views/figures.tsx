/** How every figure is worked out: formula, unit, source, where it may be believed, and how far to trust it. */
import { useMemo, useState } from 'preact/hooks'
import type { Trust } from '../../core/model/advice.ts'
import { figures } from '../../core/science/figures.ts'
import { metrics } from '../../core/science/metrics.ts'
import { Icon } from '../parts/icon.tsx'
import { trustWord } from '../parts/trust-words.ts'
import type { View } from '../state/app.ts'
import s from './figures.module.css'

type Entry = {
  readonly id: string
  readonly title: string
  readonly formula: string
  readonly unit: string
  readonly source: string
  readonly holds: string
  readonly trust: Trust
}

const onScreen: readonly Entry[] = Object.entries(figures).map(([id, figure]) => ({ id, ...figure }))
const byCommand: readonly Entry[] = metrics.map(({ name, formula, unit, source, holds, trust }) => ({
  id: name,
  title: name,
  formula,
  unit,
  source,
  holds,
  trust,
}))

/** Whether every word typed stands somewhere in the entry. */
const matches = (entry: Entry, typed: string): boolean => {
  const text = Object.values(entry).join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

const Entries = ({
  id,
  title,
  entries,
}: {
  readonly id: string
  readonly title: string
  readonly entries: readonly Entry[]
}) =>
  entries.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class={s.list}>
        {entries.map(({ id: key, title: name, formula, unit, source, holds, trust }) => (
          <section key={key} class={s.entry} aria-label={name}>
            <h3>{name}</h3>
            <p class={s.formula}>{formula}</p>
            <dl class={s.lines}>
              <div>
                <dt>Unit</dt>
                <dd>{unit}</dd>
              </div>
              <div>
                <dt>Source</dt>
                <dd>{source}</dd>
              </div>
              <div>
                <dt>Holds</dt>
                <dd>{holds}</dd>
              </div>
              <div>
                <dt>Trust</dt>
                <dd>{trustWord[trust]}</dd>
              </div>
            </dl>
          </section>
        ))}
      </div>
    </section>
  )

const Figures = () => {
  const [typed, setTyped] = useState('')
  const [shown, worked] = useMemo(
    () => [onScreen, byCommand].map(all => all.filter(entry => matches(entry, typed.trim()))),
    [typed],
  )
  const count = shown!.length + worked!.length
  return (
    <div class={s.page}>
      <header>
        <p class={s.when}>
          <a href="/zones">
            <Icon name="arrow-left" /> Zones
          </a>
        </p>
        <h1>How figures are worked out</h1>
      </header>
      <label class={s.find}>
        Find a figure
        <input type="search" value={typed} onInput={event => setTyped(event.currentTarget.value)} />
      </label>
      <p class="faint" role="status">
        {count === 1 ? '1 figure' : `${count} figures`}
      </p>
      <Entries id="on-screen" title="On screen" entries={shown!} />
      <Entries id="by-command" title="On the command line, tandem science" entries={worked!} />
    </div>
  )
}

export const view: View = {
  id: 'figures',
  path: '/figures',
  title: 'Figures',
  icon: 'question',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: Figures,
}
