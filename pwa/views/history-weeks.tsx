/** Week by week what was done, the latest first: distance, time and load, and each activity under it. */
import { useMemo, useState } from 'preact/hooks'
import type { Activity } from '../../core/model/activity.ts'
import { addDays, type Day, mondayOf } from '../../core/model/day.ts'
import type { AthleteContent } from '../../core/model/plan.ts'
import { type Context, loadByActivity, type WeekTotal, weeklyTotals } from '../../core/signals/index.ts'
import { About } from '../parts/about.tsx'
import { sourceWords, sportWord } from '../parts/activity-words.ts'
import { Button } from '../parts/button.tsx'
import {
  formatCount,
  formatDay,
  formatDistance,
  formatDuration,
  formatNumber,
  formatPaceOf,
  formatSpan,
} from '../parts/format.ts'
import { Menu } from '../parts/menu.tsx'
import type { App } from '../state/app.ts'
import s from './history.module.css'

type RowProps = { readonly app: App; readonly activity: Activity; readonly load: number | null; readonly mine: boolean }

const Row = ({ app, activity, load, mine }: RowProps) => {
  const unit = app.preferences.value.distance
  const { day, sport, name, distanceM, durationS, meanHr } = activity
  const remove = async () => {
    const wrong = await app.act.removeActivity(activity.id)
    if (wrong !== null) app.say(wrong, true)
  }
  return (
    <tr>
      <td class={s.day}>{formatDay(day)}</td>
      <td class={s.what}>
        <a href={`/activity/${activity.id}`}>{name ?? sportWord[sport]}</a>
        <span class="faint">
          {sport !== 'run' && name ? `${sportWord[sport]} · ` : ''}
          {sourceWords(activity)}
        </span>
      </td>
      <td>{distanceM ? formatDistance(distanceM, unit) : ''}</td>
      <td>{formatDuration(durationS)}</td>
      <td>{sport === 'run' ? formatPaceOf(distanceM, durationS, unit) : ''}</td>
      <td class={s.wide}>{meanHr ? `${meanHr} bpm` : ''}</td>
      <td class={s.wide}>
        {load === null ? <abbr title="Not known: no heart rate, pace or effort">–</abbr> : Math.round(load)}
      </td>
      <td class={s.act}>
        {mine && (
          <Menu
            label={`More for ${name ?? sportWord[sport]} on ${formatDay(day)}`}
            items={[{ label: 'Remove from history', danger: true, onSelect: () => void remove() }]}
          />
        )}
      </td>
    </tr>
  )
}

/** The load of a week; where a day is open, the least it is, as on the calendar and the chart. */
export const sayLoad = (
  { load }: WeekTotal,
  activities: readonly Activity[],
  loads: ReturnType<typeof loadByActivity>,
): string => {
  if (load.known) return `load ${formatNumber(Math.round(load.value))}`
  const known = activities.flatMap(({ id }) => {
    const found = loads.get(id)
    return found && found.method !== null ? [found.load] : []
  })
  if (known.length === 0) return 'load not known'
  return `load at least ${formatNumber(Math.round(known.reduce((sum, one) => sum + one, 0)))}`
}

const Week = (given: {
  readonly app: App
  readonly week: WeekTotal
  readonly activities: readonly Activity[]
  readonly loads: ReturnType<typeof loadByActivity>
  readonly mine: boolean
}) => {
  const { app, week, activities, loads, mine } = given
  const unit = app.preferences.value.distance
  const others = activities.length - week.runs
  const totals = [
    formatCount(week.runs, 'run'),
    ...(week.runs > 0 ? [formatDistance(week.distanceM, unit), formatDuration(week.durationS)] : []),
    ...(others > 0 ? [`${others} other`] : []),
    sayLoad(week, activities, loads),
  ]
  return (
    <section class={s.week} aria-label={`Week of ${formatDay(week.monday, 'withYear')}`}>
      <h3>
        {formatSpan(week.monday, addDays(week.monday, 6))}
        <span class={s.totals}>{totals.join(' · ')}</span>
      </h3>
      {activities.length > 0 ? (
        <table>
          <colgroup>
            <col class={s.dayColumn} />
            <col />
            <col class={s.figureColumn} span={3} />
            <col class={`${s.figureColumn} ${s.wide}`} span={2} />
            <col class={s.actColumn} />
          </colgroup>
          <thead>
            <tr>
              {['Day', 'What', 'Distance', 'Time', 'Pace', 'Heart rate', 'Load', 'More'].map(title => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {activities.toReversed().map(activity => {
              const load = loads.get(activity.id)
              return (
                <Row
                  key={activity.id}
                  app={app}
                  activity={activity}
                  load={load && load.method !== null ? load.load : null}
                  mine={mine}
                />
              )
            })}
          </tbody>
        </table>
      ) : (
        <p class="faint">{week.open > 0 ? 'Nothing on file yet. A gap is not counted as rest.' : 'No training.'}</p>
      )}
    </section>
  )
}

const page = 8

type WeeksProps = { readonly app: App; readonly context: Context; readonly content: AthleteContent }

export const Weeks = ({ app, context, content }: WeeksProps) => {
  const [shown, setShown] = useState(page)
  const { history, thresholds, loads, day } = context
  const first = history.activities[0]?.day ?? day
  const weeks = useMemo(() => weeklyTotals(history, loads, first, day).toReversed(), [history, loads, first, day])
  const byActivity = useMemo(
    () => loadByActivity(history, thresholds, content.profile.sex),
    [history, thresholds, content.profile.sex],
  )
  const byWeek = useMemo(() => {
    const map = new Map<Day, Activity[]>()
    for (const activity of history.activities) {
      const monday = mondayOf(activity.day)
      const there = map.get(monday)
      if (there) there.push(activity)
      else map.set(monday, [activity])
    }
    return map
  }, [history])
  const mine = app.looking.value?.space.myRoles.includes('athlete') ?? false
  return (
    <section aria-labelledby="activities">
      <header class={s.head}>
        <h2 id="activities">Activities</h2>
        <p class="faint">
          {formatCount(history.activities.length, 'activity', 'activities')} since {formatDay(first, 'withYear')}
          {history.merges.length > 0 && `; ${formatCount(history.merges.length, 'duplicate')} shown once`}. Load{' '}
          <About of="load" />
        </p>
      </header>
      {weeks.slice(0, shown).map(week => (
        <Week
          key={week.monday}
          app={app}
          week={week}
          activities={byWeek.get(week.monday) ?? []}
          loads={byActivity}
          mine={mine}
        />
      ))}
      {weeks.length > shown && <Button onClick={() => setShown(shown + page * 2)}>Show earlier weeks</Button>}
    </section>
  )
}
