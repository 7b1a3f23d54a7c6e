/** A coach's home: every athlete, those who need them first, each in three lines. */
import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { deviationOf } from '../../core/reports/desk/midweek.ts'
import { Empty } from '../parts/empty.tsx'
import { formatCount } from '../parts/format.ts'
import { useKeyLines } from '../parts/keys-help.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App, View } from '../state/app.ts'
import { everybody, type RosterFilter } from '../state/roster-desk.ts'
import { Digest } from './roster/digest.tsx'
import { Filters } from './roster/filters.tsx'
import { Groups } from './roster/groups.tsx'
import { addressOfReview, isShown, type RosterLine, rosterLines, walkBy } from './roster/order.ts'
import { Row } from './roster/row.tsx'
import s from './roster.module.css'
import { useKeys } from './session/walking.ts'

const keyLines = [
  { keys: ['J', 'K'], does: 'the next athlete, the one before' },
  { keys: ['Enter'], does: 'open their review' },
  { keys: ['L'], does: 'put them in groups of your own' },
  { keys: ['/'], does: 'search' },
] as const

type When = 'monday' | 'midweek'
/** Before Monday only what departs from what was expected reaches the coach. */
const deviates = ({ assessment }: RosterLine): boolean => assessment !== null && deviationOf(assessment) !== null

/** Where the coach was, for when they come back. */
let lastOpened: string | null = null

const Roster = ({ app }: { readonly app: App }) => {
  const { route } = useLocation()
  const [filter, setFilter] = useState<RosterFilter>(everybody)
  // Why a signal: a step of the keys draws two rows, and not all of them.
  const current = useSignal<string | null>(lastOpened)
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  useKeyLines('Roster', keyLines)
  const athletes = app.athletes.value
  const assessments = app.assessments.value
  const groups = app.rosterGroups.value
  const lines = useMemo(() => rosterLines(athletes, assessments, groups), [athletes, assessments, groups])
  const [grouping, setGrouping] = useState<string | null>(null)
  const [when, setWhen] = useState<When>('monday')
  const fitting = useMemo(() => lines.filter(line => isShown(line, filter)), [lines, filter])
  const shown = useMemo(() => (when === 'monday' ? fitting : fitting.filter(deviates)), [fitting, when])
  useLayoutEffect(() => {
    walkBy(shown)
    if (!shown.some(({ space }) => space === current.peek())) current.value = shown[0]?.space ?? null
  }, [shown])
  useSignalEffect(() => {
    lastOpened = current.value
  })
  const place = () =>
    Math.max(
      0,
      shown.findIndex(({ space }) => space === current.peek()),
    )
  const go = (to: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))]
    if (next === undefined) return
    current.value = next.space
    const link = list.current?.querySelector<HTMLElement>(`[data-athlete="${CSS.escape(next.space)}"]`)
    link?.focus({ preventScroll: true })
    link?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }
  useKeys(
    {
      j: () => go(document.activeElement?.closest('li') ? place() + 1 : place()),
      k: () => go(place() - 1),
      enter: () => current.value !== null && route(addressOfReview(current.value)),
      l: () => setGrouping(current.peek()),
      '/': () => search.current?.focus(),
    },
    () => go(place()),
  )
  useEffect(() => {
    const link = list.current?.querySelector(`[data-athlete="${CSS.escape(current.peek() ?? '')}"]`)
    link?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { left, why } = app.refreshing.value
  return (
    <div class={s.roster}>
      <header class={s.head}>
        <h1>Roster</h1>
        <span class={s.count}>{formatCount(athletes.length, 'athlete')}</span>
        <Segmented
          label="What is shown"
          options={[
            { value: 'monday', label: 'Monday' },
            { value: 'midweek', label: 'Midweek digest' },
          ]}
          value={when}
          onChange={setWhen}
        />
        <span class={s.fresh} role={why === null ? undefined : 'alert'}>
          {why !== null
            ? `Shown as last assessed: ${why}.`
            : left > 0
              ? `Looking at ${formatCount(left, 'athlete')} anew…`
              : ''}
        </span>
      </header>
      <Filters
        filter={filter}
        onFilter={setFilter}
        countOf={standing => lines.filter(line => isShown(line, { ...filter, standing })).length}
        groups={groups}
        views={app.rosterViews.value}
        onViews={app.keepRosterViews}
        search={search}
      />
      {shown.length === 0 ? (
        fitting.length === 0 ? (
          <Empty title="Nobody fits">
            <p>No athlete stands like that. Show everybody, or search for another word.</p>
          </Empty>
        ) : (
          <Empty title="Nothing to do before Monday">
            <p>Nobody departs from what was expected. What they did so far stands below.</p>
          </Empty>
        )
      ) : (
        <ul ref={list} class={s.list} aria-label="Athletes">
          {shown.map(line => (
            <Row key={line.space} line={line} current={current} onGroups={setGrouping} />
          ))}
        </ul>
      )}
      {when === 'midweek' && fitting.length > shown.length && (
        <Digest lines={fitting.filter(line => !deviates(line))} />
      )}
      <Groups
        line={lines.find(({ space }) => space === grouping) ?? null}
        groups={groups}
        onGroups={app.keepRosterGroups}
        onClose={() => setGrouping(null)}
      />
    </div>
  )
}

export const view: View = {
  id: 'roster',
  path: '/roster',
  title: 'Roster',
  icon: 'roster',
  for: ['coach'],
  inNavigation: true,
  Component: Roster,
}
