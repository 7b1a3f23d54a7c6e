/** How the load was reckoned, and which files tell of the activity. */

import type { History } from '../../../core/history/history.ts'
import { sayClock } from '../../../core/lib/clock.ts'
import type { Activity } from '../../../core/model/activity.ts'
import type { Thresholds } from '../../../core/model/athlete.ts'
import type { AthleteContent } from '../../../core/model/plan.ts'
import type { FigureId } from '../../../core/science/figures.ts'
import { type ActivityLoad, type LoadMethod, loadMethodsOf } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { sourceWord } from '../../parts/activity-words.ts'
import { Button } from '../../parts/button.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { type DistanceUnit, formatNumber, metresPer } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { App } from '../../state/app.ts'
import s from './activity.module.css'

const methods: Readonly<Record<LoadMethod, { readonly word: string; readonly figure: FigureId }>> = {
  'heart-rate': { word: 'By heart rate', figure: 'load-heart-rate' },
  pace: { word: 'By grade-adjusted pace', figure: 'load-pace' },
  effort: { word: 'By perceived effort', figure: 'load-effort' },
}

type LoadProps = {
  readonly activity: Activity
  readonly thresholds: Thresholds
  readonly sex: AthleteContent['profile']['sex']
  readonly load: ActivityLoad | undefined
}

export const LoadSection = ({ activity, thresholds, sex, load }: LoadProps) => (
  <section class={s.panel} aria-labelledby="load-of-it">
    <h2 id="load-of-it">
      Load <About of="load" />
    </h2>
    <p>
      {load === undefined || load.method === null ? (
        <>Not known: {load?.method === null ? load.why : 'nothing was recorded to judge it by'}.</>
      ) : (
        <>
          <strong class={s.large}>{Math.round(load.load)}</strong> {methods[load.method].word.toLowerCase()}; an hour at
          threshold is 100.
        </>
      )}
    </p>
    <ol class={s.order} aria-label="Methods in the order they are asked">
      {loadMethodsOf(activity, thresholds, sex).map(({ method, load: reading }) => {
        const isUsed = load?.method === method
        return (
          <li key={method} class={isUsed ? s.used : ''}>
            <Icon name={isUsed ? 'check' : 'more'} />
            <span>
              {methods[method].word} <About of={methods[method].figure} />
            </span>
            <span class={s.soft}>
              {reading.known
                ? `${Math.round(isUsed && load.method !== null ? load.load : reading.value)}`
                : reading.why}
              {isUsed ? ', the one that counts' : ''}
            </span>
          </li>
        )
      })}
    </ol>
    <p class="faint">Thresholds: {forReader(thresholds.origin)}.</p>
  </section>
)

type OriginProps = {
  readonly app: App
  /** Whether this person may say that two recordings are two activities. */
  readonly mine: boolean
  readonly activity: Activity
  readonly history: History
  readonly content: AthleteContent
}

/** Every recording on file that is shown as this activity, the one shown first. */
export const recordingsOf = (activity: Activity, history: History, content: AthleteContent): readonly Activity[] => {
  const dropped = new Set(history.merges.flatMap(({ kept, dropped }) => (kept === activity.id ? [dropped] : [])))
  const all = content.activities.filter(({ id }) => id === activity.id || dropped.has(id))
  return all.toSorted((a, b) => Number(b.id === activity.id) - Number(a.id === activity.id))
}

/** What the athlete said is another activity than this one, as far as it is still on file. */
const apartOf = ({ apartFrom = [] }: Activity, { activities }: AthleteContent): readonly Activity[] =>
  activities.filter(({ id }) => apartFrom.includes(id))

const tells = (one: Activity, unit: DistanceUnit): string =>
  [
    sayClock(one.durationS),
    one.distanceM === null ? 'no distance' : `${formatNumber(one.distanceM / metresPer[unit], 2)} ${unit}`,
    one.hrSeconds === null ? 'no heart rate' : 'heart rate',
    ...(one.flatDistanceM === null ? [] : ['elevation']),
    ...(one.splits.length > 1 ? [`${one.splits.length} laps`] : []),
  ].join(' · ')

export const OriginSection = ({ app, mine, activity, history, content }: OriginProps) => {
  const others = apartOf(activity, content)
  const recordings = recordingsOf(activity, history, content)
  return (
    <section class={s.panel} aria-labelledby="origin">
      <h2 id="origin">Where it comes from</h2>
      <p class="soft">
        {recordings.length > 1
          ? `Merged from ${recordings.length} recordings of the same activity; the one that tells most is shown.`
          : 'One recording. No positions are kept.'}
      </p>
      <ul class={s.recordings}>
        {recordings.map((one, i) => (
          <li key={one.id}>
            {one.sources.map(source => (
              <span key={`${source.kind}${source.name}${source.id}`} class={s.file}>
                <strong>{sourceWord[source.kind]}</strong> {source.name}
              </span>
            ))}
            <span class={s.soft}>
              {tells(one, app.preferences.value.distance)}
              {recordings.length > 1 && i === 0 ? ' · shown' : ''}
            </span>
            {mine && i > 0 && (
              <span>
                <Button small onClick={() => void app.act.setApart([activity.id, one.id], true)}>
                  Another activity: show apart
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {others.map(other => (
        <p key={other.id} class={s.apart}>
          <span class={s.soft}>
            Kept apart from <a href={`/activity/${other.id}`}>{other.sources[0]!.name}</a>, as the athlete said.
          </span>
          {mine && (
            <Button small onClick={() => void app.act.setApart([activity.id, other.id], false)}>
              Let them be one again
            </Button>
          )}
        </p>
      ))}
    </section>
  )
}
