/** One activity: a sentence first, then what happened along the way, and where every figure comes from. No map. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import { alongOf } from '../../core/history/along.ts'
import { activityOf } from '../../core/history/history.ts'
import { splitsOf } from '../../core/history/splits.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { ActivityId } from '../../core/model/ids.ts'
import type { Streams } from '../../core/model/streams.ts'
import { heartRateOf, loadByActivity, workStepsOf } from '../../core/signals/index.ts'
import { nameOf } from '../parts/activity-words.ts'
import { Empty } from '../parts/empty.tsx'
import { formatDay, metresPer } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import type { App, Looking, View } from '../state/app.ts'
import s from './activity/activity.module.css'
import { CurvesSection, NoCurves } from './activity/curves-section.tsx'
import { EffortsSection } from './activity/efforts-section.tsx'
import { Facts } from './activity/facts.tsx'
import { LoadSection, OriginSection } from './activity/origin-section.tsx'
import { PlanSection, sessionOf } from './activity/plan-section.tsx'
import { sayDone } from './activity/sentence.ts'
import { SplitsSection } from './activity/splits.tsx'
import { WorkSection } from './activity/work-section.tsx'
import { ZonesSection } from './activity/zones-section.tsx'
import { useHistory } from './history-context.ts'
import { speaksForAthlete, useCalendar } from './session/looking.ts'

/** Undefined while it is being looked for, null where this device has none. */
const useStreams = (app: App, space: string, activity: Activity): Streams | null | undefined => {
  const [found, setFound] = useState<{ readonly of: string; readonly streams: Streams | null } | null>(null)
  useEffect(() => {
    let isWanted = true
    void app.streamsOf(space, activity).then(streams => isWanted && setFound({ of: activity.id, streams }))
    return () => {
      isWanted = false
    }
  }, [app, space, activity.id, activity.sources.length])
  return found?.of === activity.id ? found.streams : undefined
}

type InsideProps = { readonly app: App; readonly looking: Looking; readonly id: ActivityId }

const Inside = ({ app, looking, id }: InsideProps) => {
  const context = useHistory(looking, app.now.value.day)
  const activity = activityOf(context.history, id)
  return activity ? (
    <Page key={activity.id} app={app} looking={looking} activity={activity} context={context} />
  ) : (
    <Empty title="No such activity is on file" action={<a href="/history">Go to the history</a>}>
      <p>It may have been removed, or its device has not sent it yet.</p>
    </Empty>
  )
}

type PageProps = {
  readonly app: App
  readonly looking: Looking
  readonly activity: Activity
  readonly context: ReturnType<typeof useHistory>
}

const Page = ({ app, looking, activity, context }: PageProps) => {
  const unit = app.preferences.value.distance
  const { history, thresholds } = context
  const { sex, ownZonesHr } = looking.content.profile
  const model = useCalendar(app, looking)
  const streams = useStreams(app, looking.space.id, activity)
  const along = useMemo(() => (streams ? alongOf(streams) : null), [streams])
  const splits = useMemo(() => (along ? splitsOf(along, metresPer[unit]) : []), [along, unit])
  const loads = useMemo(() => loadByActivity(history, thresholds, sex), [history, thresholds, sex])
  const session = sessionOf(model, activity)?.visible.session
  const work = useMemo(
    () => (session ? workStepsOf(session, activity, thresholds.thresholdPaceSPerKm, along) : undefined),
    [session, activity, thresholds.thresholdPaceSPerKm, along],
  )
  return (
    <article class={s.page}>
      <header>
        <p class={s.when}>
          <a href="/history">
            <Icon name="arrow-left" /> History
          </a>
          <span>
            {formatDay(activity.day, 'full')}, {activity.start.slice(11, 16)}
          </span>
        </p>
        <h1>{nameOf(activity)}</h1>
        <p class={s.sentence}>{sayDone(activity, unit)}</p>
        <PlanSection app={app} looking={looking} model={model} activity={activity} unit={unit} />
        {activity.comment && <p class={s.comment}>“{activity.comment}”</p>}
      </header>
      <Facts activity={activity} heart={heartRateOf(context, activity)} unit={unit} />
      {streams === undefined ? (
        <div class={s.waiting} role="status" aria-busy="true" aria-label="Looking for the curves" />
      ) : along ? (
        <CurvesSection along={along} activity={activity} unit={unit} />
      ) : (
        <NoCurves activity={activity} />
      )}
      {work && <WorkSection work={work} unit={unit} />}
      <SplitsSection splits={splits} laps={activity.splits} unit={unit} />
      <div class={s.two}>
        <ZonesSection activity={activity} thresholds={thresholds} own={ownZonesHr ?? null} unit={unit} />
        <EffortsSection activity={activity} all={history.activities} unit={unit} />
      </div>
      <div class={s.two}>
        <LoadSection activity={activity} thresholds={thresholds} sex={sex} load={loads.get(activity.id)} />
        <OriginSection
          app={app}
          mine={speaksForAthlete(looking)}
          activity={activity}
          history={history}
          content={looking.content}
        />
      </div>
    </article>
  )
}

const ActivityPage = ({ app }: { readonly app: App }) => {
  const { params } = useRoute()
  const looking = app.looking.value
  return looking && <Inside app={app} looking={looking} id={(params.id ?? '') as ActivityId} />
}

export const view: View = {
  id: 'activity',
  path: '/activity/:id',
  title: 'Activity',
  icon: 'run',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: ActivityPage,
}
