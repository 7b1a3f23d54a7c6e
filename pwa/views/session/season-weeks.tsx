/** The season at a glance: a bar for each week, the phases behind, races to come, and the load each week is meant to hold. */
import { addDays, type Day, daysBetween, mondayOf } from '../../../core/model/day.ts'
import type { Phase } from '../../../core/model/season.ts'
import { type CalendarModel, totalsOf } from '../../parts/day-model.ts'
import { Field } from '../../parts/field.tsx'
import { formatCount, formatDay, formatNumber, formatSpan } from '../../parts/format.ts'
import { phaseWord } from '../../parts/life-words.ts'
import { plannedOf } from '../../parts/planned.ts'
import type { App, Looking } from '../../state/app.ts'
import { sayUntil } from '../roster/order.ts'
import { attempt } from './attempt.ts'
import s from './season-weeks.module.css'

export type SeasonWeeksProps = {
  readonly app: App
  readonly looking: Looking
  readonly model: CalendarModel
  readonly focus: Day
  readonly onFocus: (day: Day) => void
  readonly onWeek: (monday: Day) => void
}

type Week = {
  readonly monday: Day
  readonly phase: Phase | null
  readonly planned: number | null
  readonly drafted: number
  readonly done: number | null
  readonly target: number | null
  readonly races: readonly string[]
}

const weeksBehind = 8
const mostWeeks = 60

/** From two months ago, or the first phase that still runs, to two weeks after the last race or phase. */
const mondaysOf = ({ advice }: Looking, focus: Day, today: Day): readonly Day[] => {
  const { phases, races } = advice.plan
  const ends = [...phases.map(({ to }) => to), ...races.map(({ day }) => day), focus, addDays(today, 56)].toSorted()
  const running = phases.filter(({ to }) => to >= today).map(({ from }) => from)
  const first = mondayOf([addDays(today, -7 * weeksBehind), focus, ...running].toSorted()[0]!)
  const last = addDays(mondayOf(ends.at(-1)!), 14)
  const count = Math.min(mostWeeks, Math.floor(daysBetween(first, last) / 7) + 1)
  return Array.from({ length: count }, (_, i) => addDays(first, 7 * i))
}

const weekOf = (monday: Day, { looking, model }: SeasonWeeksProps): Week => {
  const sunday = addDays(monday, 6)
  const { phases, races } = looking.advice.plan
  const { plannedLoad, doneLoad } = totalsOf(model, monday, sunday)
  const drafts = looking.desk.sessions.filter(({ day }) => monday <= day && day <= sunday)
  const phase =
    phases.find(({ from, to }) => from <= addDays(monday, 3) && addDays(monday, 3) <= to) ??
    phases.find(({ from, to }) => from <= sunday && monday <= to) ??
    null
  return {
    monday,
    phase,
    planned: plannedLoad,
    drafted: drafts.reduce((sum, session) => sum + (plannedOf(session, model.context.thresholds).load ?? 0), 0),
    done: doneLoad,
    target: phase?.loads?.find(({ week }) => week === monday)?.load ?? null,
    races: races
      .filter(({ day }) => monday <= day && day <= sunday)
      .map(({ name, priority }) => `${priority}: ${name}`),
  }
}

const whole = (load: number): string => formatNumber(Math.round(load))

const sayWeek = ({ monday, phase, planned, drafted, done, target, races }: Week): string =>
  [
    `Week of ${formatDay(monday)}`,
    phase === null ? null : phaseWord[phase.kind],
    planned === null ? 'nothing planned' : `load planned ${whole(planned)}`,
    drafted > 0 ? `in drafts ${whole(drafted)}` : null,
    done === null ? null : `done ${whole(done)}`,
    target === null ? null : `target ${whole(target)}`,
    ...races,
  ]
    .filter(part => part !== null)
    .join(', ')

export const SeasonWeeks = (props: SeasonWeeksProps) => {
  const { app, looking, focus, onFocus, onWeek } = props
  const today = app.now.value.day
  const weeks = mondaysOf(looking, focus, today).map(monday => weekOf(monday, props))
  const most = Math.max(
    1,
    ...weeks.map(week => Math.max((week.planned ?? 0) + week.drafted, week.done ?? 0, week.target ?? 0)),
  )
  const height = (load: number) => `${Math.round((100 * load) / most)}%`
  const focused = weeks.find(({ monday }) => monday === mondayOf(focus))
  const races = looking.advice.plan.races.filter(({ day }) => day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return (
    <section class={s.season} aria-label="Season">
      <ul class={s.races}>
        {races.map(race => (
          <li key={race.id}>
            <strong>{race.name}</strong> ({race.priority}) {sayUntil(today, race.day)}
            {race.recoveryDays ? `, then ${formatCount(race.recoveryDays, 'day')} of recovery` : ''}
            {race.risk ? <span class={s.soft}> Risk: {race.risk}</span> : null}
          </li>
        ))}
      </ul>
      <ol class={s.weeks}>
        {weeks.map(week => (
          <li key={week.monday} class={`${s.week} ${week.phase ? s[week.phase.kind] : ''}`}>
            <button
              type="button"
              class={s.bar}
              aria-label={sayWeek(week)}
              aria-current={week.monday === mondayOf(today) ? 'date' : undefined}
              aria-pressed={week.monday === mondayOf(focus)}
              title={sayWeek(week)}
              onClick={() => (week.monday === mondayOf(focus) ? onWeek(week.monday) : onFocus(week.monday))}
            >
              <span class={s.plot}>
                {week.target !== null && <span class={s.target} style={{ bottom: height(week.target) }} />}
                {week.planned !== null && <span class={s.planned} style={{ height: height(week.planned) }} />}
                {week.drafted > 0 && (
                  <span class={s.drafted} style={{ bottom: height(week.planned ?? 0), height: height(week.drafted) }} />
                )}
                {week.done !== null && <span class={s.done} style={{ height: height(week.done) }} />}
                {week.races.length > 0 && <span class={s.race}>⚑</span>}
              </span>
              <span class={s.day}>{week.monday.slice(8)}</span>
            </button>
            <span class={s.month}>
              {Number(week.monday.slice(8)) <= 7 ? formatDay(week.monday, 'month').slice(0, 3) : ''}
            </span>
          </li>
        ))}
      </ol>
      <p class={s.key}>
        <span class={s.keyPlanned} /> planned <span class={s.keyDrafted} /> in drafts <span class={s.keyDone} /> done{' '}
        <span class={s.keyTarget} /> target. A second press opens the week.
      </p>
      {focused && <Focused app={app} week={focused} mayWrite={looking.as === 'coach'} />}
    </section>
  )
}

type FocusedProps = { readonly app: App; readonly week: Week; readonly mayWrite: boolean }

const Focused = ({ app, week, mayWrite }: FocusedProps) => {
  const { phase, monday } = week
  const setTarget = (text: string) => {
    if (phase === null) return
    const load = Math.round(Number(text))
    const others = (phase.loads ?? []).filter(one => one.week !== monday)
    const loads = text === '' || !(load >= 0 && load <= 5000) ? others : [...others, { week: monday, load }]
    void attempt(app.act.putPhase({ ...phase, loads: loads.toSorted((a, b) => (a.week < b.week ? -1 : 1)) }))
  }
  return (
    <div class={s.focused}>
      <h2 class={s.title}>{formatSpan(monday, addDays(monday, 6))}</h2>
      <p class={s.soft}>{sayWeek(week)}.</p>
      {phase === null ? (
        <p class={s.soft}>No phase stands in this week.</p>
      ) : (
        <dl class={s.facts}>
          {(
            [
              [phaseWord[phase.kind], phase.objective],
              ['How you will know', phase.measure],
              ['Risk', phase.risk ?? ''],
              ['What else needs room', phase.priorities ?? ''],
            ] as const
          )
            .filter(([, words]) => words !== '')
            .map(([name, words]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
        </dl>
      )}
      {mayWrite && phase !== null && (
        <Field label="Target load of this week" hint="An hour at threshold is 100. Empty for none.">
          <input
            key={monday}
            type="number"
            min="0"
            max="5000"
            class={s.load}
            defaultValue={week.target === null ? '' : String(week.target)}
            onChange={event => setTarget(event.currentTarget.value)}
          />
        </Field>
      )}
    </div>
  )
}
