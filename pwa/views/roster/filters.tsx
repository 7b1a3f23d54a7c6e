/** What of the roster is shown: by how they stand, by group, by a word; and the views the coach kept. */
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { phaseKinds } from '../../../core/model/season.ts'
import { standings } from '../../../core/reports/desk/answers.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import { standingLook } from '../../parts/standing-words.ts'
import { everybody, type RosterFilter, type RosterGroup, type RosterView } from '../../state/roster-desk.ts'
import s from './filters.module.css'
import { filterOf, groupOf } from './order.ts'

type FiltersProps = {
  readonly filter: RosterFilter
  readonly onFilter: (filter: RosterFilter) => void
  readonly countOf: (standing: RosterFilter['standing']) => number
  readonly groups: readonly RosterGroup[]
  readonly views: readonly RosterView[]
  readonly onViews: (views: readonly RosterView[]) => void
  readonly search: RefObject<HTMLInputElement | null>
}

const isSame = (a: RosterFilter, b: RosterFilter): boolean =>
  a.standing === b.standing && a.group === b.group && a.search === b.search

export const Filters = ({ filter, onFilter, countOf, groups, views, onViews, search }: FiltersProps) => {
  const [naming, setNaming] = useState<string | null>(null)
  const chosen = groupOf(filter)
  // Why one that is gone as well: a kept view may name it, and says so.
  const named = [...new Set([...groups.map(({ name }) => name), ...(chosen === null ? [] : [chosen])])]
  const isPlain = isSame(filter, everybody)
  const isKept = views.some(view => isSame(view.filter, filter))
  const keep = (event: Event) => {
    event.preventDefault()
    const name = naming?.trim() ?? ''
    if (name === '') return
    onViews([...views.filter(view => view.name !== name), { name, filter }])
    setNaming(null)
  }
  return (
    <search class={s.filters}>
      <Segmented
        label="How they stand"
        options={[
          { value: 'all' as const, label: `All ${countOf('all')}` },
          ...standings.map(value => ({ value, label: `${standingLook[value].word} ${countOf(value)}` })),
        ]}
        value={filter.standing}
        onChange={standing => onFilter({ ...filter, standing })}
      />
      <select
        aria-label="Group"
        value={filter.group ?? ''}
        onChange={event => onFilter({ ...filter, group: event.currentTarget.value || null })}
      >
        <option value="">Everybody</option>
        <option value="race-soon">Race within 4 weeks</option>
        {phaseKinds.map(kind => (
          <option key={kind} value={kind}>
            In {kind}
          </option>
        ))}
        {named.map(name => (
          <option key={name} value={filterOf(name)}>
            {name}
          </option>
        ))}
      </select>
      <input
        ref={search}
        type="search"
        class={s.search}
        aria-label="Search the roster"
        aria-keyshortcuts="/"
        placeholder="Name or word  ( / )"
        value={filter.search}
        onInput={event => onFilter({ ...filter, search: event.currentTarget.value })}
      />
      {(views.length > 0 || !isPlain) && (
        <div class={s.views}>
          {views.map(view => (
            <span key={view.name} class={s.view}>
              <Button
                small
                variant="plain"
                aria-pressed={isSame(view.filter, filter)}
                onClick={() => onFilter(isSame(view.filter, filter) ? everybody : view.filter)}
              >
                {view.name}
              </Button>
              <Button
                small
                variant="plain"
                aria-label={`Forget the view ${view.name}`}
                onClick={() => onViews(views.filter(one => one.name !== view.name))}
              >
                <Icon name="cross" />
              </Button>
            </span>
          ))}
          {!isPlain && !isKept && naming === null && (
            <Button small onClick={() => setNaming('')}>
              Keep this view
            </Button>
          )}
          {naming !== null && (
            <form class={s.naming} onSubmit={keep}>
              <input
                aria-label="Name of the view"
                maxLength={60}
                required
                value={naming}
                ref={box => box?.focus()}
                onInput={event => setNaming(event.currentTarget.value)}
              />
              <Button small type="submit">
                Keep
              </Button>
            </form>
          )}
          {!isPlain && (
            <Button small variant="plain" onClick={() => onFilter(everybody)}>
              Show everybody
            </Button>
          )}
        </div>
      )}
    </search>
  )
}
