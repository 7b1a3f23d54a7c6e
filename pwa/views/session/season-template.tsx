/** A season from a template: its phases counted back from the race, then its weeks as drafts, for one athlete or several. */
import { useState } from 'preact/hooks'
import type { Race } from '../../../core/model/season.ts'
import { phasesFor } from '../../../core/plan/season-draft.ts'
import { type SeasonTemplate, seasonTemplates } from '../../../core/plan/season-templates.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { formatCount, formatSpan } from '../../parts/format.ts'
import { phaseWord } from '../../parts/life-words.ts'
import type { App, Looking } from '../../state/app.ts'
import type { DraftedFor } from '../../state/writing-desk.ts'
import { attempt } from './attempt.ts'
import s from './session.module.css'

type SeasonTemplatesProps = { readonly app: App; readonly looking: Looking }

export const SeasonTemplates = ({ app, looking }: SeasonTemplatesProps) => {
  const { day } = app.now.value
  const races = looking.plan.races.filter(race => race.day > day)
  const [raceId, setRaceId] = useState(races.find(({ priority }) => priority === 'A')?.id ?? races[0]?.id ?? '')
  const [template, setTemplate] = useState<SeasonTemplate>(seasonTemplates[0]!)
  const race = races.find(({ id }) => id === raceId) ?? races[0]
  if (race === undefined) return <p class={s.soft}>Add a race that is ahead; a template counts back from its day.</p>
  return (
    <>
      <div class={s.row}>
        <Field label="Template">
          <select
            value={template.id}
            onChange={event =>
              setTemplate(seasonTemplates.find(({ id }) => id === event.currentTarget.value) ?? template)
            }
          >
            {seasonTemplates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="For the race">
          <select value={race.id} onChange={event => setRaceId(event.currentTarget.value)}>
            {races.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Phases app={app} looking={looking} template={template} race={race} />
      <Weeks app={app} looking={looking} template={template} race={race} />
    </>
  )
}

type Given = SeasonTemplatesProps & { readonly template: SeasonTemplate; readonly race: Race }

/** The frame, which stays the coach's: shown first, written with a press, then changed where it stands. */
const Phases = ({ app, looking, template, race }: Given) => {
  const phases = phasesFor(template, race, app.newId)
  const overlaps = looking.plan.phases.some(({ from, to }) => from <= race.day && phases[0]!.from <= to)
  return (
    <>
      <ul class={s.checks}>
        {phases.map(({ kind, from, to, objective, risk }) => (
          <li key={kind}>
            <strong>{phaseWord[kind]}</strong> {formatSpan(from, to)}. {objective}{' '}
            <span class={s.soft}>Risk: {risk}</span>
          </li>
        ))}
      </ul>
      {overlaps ? (
        <p class={s.soft}>Phases stand in these weeks already; the weeks are drafted by them.</p>
      ) : (
        <div>
          <Button small onClick={() => void attempt(app.act.putPhases(phases))}>
            Write these {phases.length} phases
          </Button>
        </div>
      )}
    </>
  )
}

const Weeks = ({ app, looking, template, race }: Given) => {
  const [others, setOthers] = useState<readonly string[]>([])
  const [told, setTold] = useState<readonly DraftedFor[]>([])
  const mine = app.athletes.value.filter(
    ({ space, myRoles }) => space !== looking.space.id && myRoles.includes('coach'),
  )
  return (
    <>
      {mine.length > 0 && (
        <details>
          <summary>Also for other athletes, each in their own paces and time</summary>
          <div class={s.checks}>
            {mine.map(({ space, name }) => (
              <label key={space} class={s.check}>
                <input
                  type="checkbox"
                  checked={others.includes(space)}
                  onChange={event =>
                    setOthers(event.currentTarget.checked ? [...others, space] : others.filter(one => one !== space))
                  }
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
          <p class={s.soft}>Who has no race that day, or no phases, gets these; their goals are yours to change.</p>
        </details>
      )}
      <div>
        <Button small variant="primary" onClick={() => void app.act.draftSeason(template, race, others).then(setTold)}>
          Draft the weeks{others.length > 0 ? ` for ${others.length + 1} athletes` : ''}
        </Button>
      </div>
      <div role="status">
        {told.map(({ name, drafted, leftOut, missing }) => (
          <p key={name} class={s.soft}>
            <strong>{name}</strong>:{' '}
            {missing.length > 0
              ? `not drafted yet. First write ${missing.join('; ')}.`
              : `${formatCount(drafted, 'session')} on the desk.`}
            {leftOut.length > 0
              ? ` No room for ${leftOut.slice(0, 3).join('; ')}${leftOut.length > 3 ? ' …' : '.'}`
              : ''}
          </p>
        ))}
      </div>
    </>
  )
}
