/** The coach's desk for one race: facts and an empty form side by side; nothing on it was written by a rule. */
import { useMemo } from 'preact/hooks'
import { mostLetters, type RacePlan } from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { formatDay, formatMoment } from '../../parts/format.ts'
import type { App, Looking, RaceFile } from '../../state/app.ts'
import { isCoached } from '../../state/roles.ts'
import { useHistory } from '../history-context.ts'
import { attempt } from '../session/attempt.ts'
import { BesidePart, practisedIn } from './beside-part.tsx'
import { CarryOvers, type DrawText, ScenariosPart, SectionsPart, VersionsPart } from './cards-part.tsx'
import { CoursePart } from './course-part.tsx'
import { courseOf, EstimatePart, useEstimate } from './estimate-part.tsx'
import { LongRunsPart } from './long-runs-part.tsx'
import s from './race.module.css'
import { SharedText } from './shared-text.tsx'

type PlanTabProps = { readonly app: App; readonly looking: Looking; readonly race: Race; readonly file: RaceFile }

/** Where the plan stands: a draft, which version is published, and which one the athlete opened. */
const Standing = ({ app, looking, race, file }: PlanTabProps) => {
  const { published, draft, opened } = file
  const last = published.at(-1)
  const athlete = looking.content.profile.name || 'The athlete'
  const carried = published.find(({ hash }) => hash === opened?.hash)
  const mayPublish = isCoached(looking.space)
  return (
    <section class={`${s.panel} ${s.standing}`} aria-label="Where this plan stands">
      <p>
        {last === undefined
          ? 'Nothing is published yet. '
          : `Version ${last.number} is published, ${formatMoment(last.at)}. `}
        {last !== undefined &&
          !looking.selfCoached &&
          (carried === undefined
            ? `${athlete} has not opened it yet. `
            : carried.number === last.number
              ? `${athlete} has opened it. `
              : `${athlete} still carries version ${carried.number}. `)}
        {draft.isDraft
          ? looking.selfCoached
            ? 'What stands below is a draft; the card is not changed by it.'
            : 'What stands below is a draft: only coaches see it.'
          : looking.selfCoached
            ? 'What you type below becomes a draft; the card stands once you publish it.'
            : 'What you type below becomes a draft that only coaches see.'}
      </p>
      <div class={s.actions}>
        {draft.isDraft && (
          <Button variant="plain" onClick={() => void attempt(app.act.dropRaceDraft(race.id))}>
            Remove the draft
          </Button>
        )}
        {mayPublish && (
          <Button
            variant="primary"
            disabled={!draft.isDraft}
            onClick={() => void attempt(app.act.publishRace(race.id))}
          >
            Publish version {(last?.number ?? 0) + 1}
          </Button>
        )}
      </div>
    </section>
  )
}

export const PlanTab = (given: PlanTabProps) => {
  const { app, looking, race, file } = given
  const unit = app.preferences.value.distance
  const context = useHistory(looking, app.now.value.day)
  const plan = file.draft.plan
  const course = useMemo(() => courseOf(plan, race.distanceM, race.name), [plan, race.distanceM, race.name])
  const estimate = useEstimate(context, context.day, plan, course, unit)
  const keep = (patch: Partial<Omit<RacePlan, 'id'>>) => attempt(app.act.draftRace(race.id, patch))
  const text: DrawText = ({ field, ...words }) => (
    <SharedText
      key={field}
      {...words}
      most={mostLetters(field)}
      value={plan[field]}
      open={() => looking.openRaceText(race.id, field)}
      onFault={says => app.say(says, true)}
    />
  )
  const names = new Map(looking.plan.races.map(one => [one.id, `${one.name}, ${formatDay(one.day, 'withYear')}`]))
  const tasks = file.carryOvers.map(({ from, carry }) => ({
    id: carry.id,
    words: carry.words,
    from: names.get(from) ?? '',
    isDone: carry.doneFor === race.id,
  }))
  const onDone = (id: string, isDone: boolean) => {
    const of = file.carryOvers.find(({ carry }) => carry.id === id)
    const debrief = of && looking.raceFile(of.from).coachDebrief
    if (!of || !debrief) return
    const carryOvers = debrief.carryOvers.map(one =>
      one.id === id ? { ...one, doneFor: isDone ? race.id : null } : one,
    )
    void attempt(app.act.debriefAsCoach(of.from, { carryOvers }))
  }
  return (
    <div class={s.columns}>
      <div class={s.stack}>
        <Standing {...given} />
        <CarryOvers tasks={tasks} onDone={onDone} />
        <CoursePart plan={plan} race={race} unit={unit} onKeep={keep} text={text} />
        <VersionsPart plan={plan} onKeep={keep} text={text} />
        <ScenariosPart plan={plan} onKeep={keep} text={text} />
        <SectionsPart plan={plan} onKeep={keep} text={text} practised={practisedIn(looking)} />
      </div>
      <div class={s.stack}>
        <EstimatePart course={course} estimate={estimate} unit={unit} />
        <LongRunsPart context={context} race={race} unit={unit} />
        <BesidePart app={app} looking={looking} race={race} plan={plan} onKeep={keep} />
      </div>
    </div>
  )
}
