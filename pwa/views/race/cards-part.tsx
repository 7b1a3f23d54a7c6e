/** The coach's own words: three versions with triggers, what to do if, and the sections that stay a person's. */
import type { ComponentChildren } from 'preact'
import {
  type RacePlan,
  type RaceText,
  raceScenarios,
  raceSections,
  raceVersions,
} from '../../../core/model/race-plan.ts'
import { Button } from '../../parts/button.tsx'
import { KeptClock, KeptText, KeptValue, readWhole } from './kept.tsx'
import s from './race.module.css'
import { scenarioWords, sectionWords, versionWords } from './words.ts'

export type Keep = (patch: Partial<Omit<RacePlan, 'id'>>) => Promise<unknown>
/** Draws a text in which several may write at once. */
export type DrawText = (given: {
  readonly field: RaceText
  readonly label: string
  readonly hint?: string
  readonly rows?: number
}) => ComponentChildren
type PartProps = { readonly plan: RacePlan; readonly onKeep: Keep; readonly text: DrawText }

export const VersionsPart = ({ plan, onKeep, text }: PartProps) => (
  <section class={s.panel} aria-labelledby="race-versions">
    <h2 id="race-versions">Three versions</h2>
    <div class={s.three}>
      {raceVersions.map(version => (
        <fieldset key={version} class={s.version}>
          <legend>{versionWords[version].title}</legend>
          <KeptClock
            label="Target"
            hint="H:MM:SS, or empty for none"
            value={plan[`${version}Target`]}
            onKeep={target => onKeep({ [`${version}Target`]: target })}
          />
          {text({ field: `${version}When`, label: 'When', hint: versionWords[version].when })}
          {text({ field: `${version}How`, label: 'How', rows: 4 })}
        </fieldset>
      ))}
    </div>
  </section>
)

export const ScenariosPart = ({ plan, onKeep, text }: PartProps) => {
  const { ownCards } = plan
  const keepOwn = (at: number, card: Partial<RacePlan['ownCards'][number]>) =>
    onKeep({ ownCards: ownCards.map((one, i) => (i === at ? { ...one, ...card } : one)) })
  return (
    <section class={s.panel} aria-labelledby="race-cards">
      <div class={s.bar}>
        <h2 id="race-cards">If … then</h2>
        <Button
          small
          disabled={ownCards.length >= 12}
          onClick={() => void onKeep({ ownCards: [...ownCards, { when: '', what: '' }] })}
        >
          A card of your own
        </Button>
      </div>
      <div class={s.cards}>
        {raceScenarios.map(scenario => text({ field: scenario, label: scenarioWords[scenario] }))}
        {ownCards.map((card, i) => (
          <fieldset key={i} class={s.version}>
            <legend class="only-heard">Card {i + 1} of your own</legend>
            <KeptText label="If" rows={1} most={200} value={card.when} onKeep={when => keepOwn(i, { when })} />
            <KeptText label="Then" most={600} value={card.what} onKeep={what => keepOwn(i, { what })} />
            <Button
              small
              variant="plain"
              onClick={() => void onKeep({ ownCards: ownCards.filter((_, at) => at !== i) })}
            >
              Remove this card
            </Button>
          </fieldset>
        ))}
      </div>
    </section>
  )
}

/** `practised` says what was taken in earlier races and long runs, where it is on file. */
export const SectionsPart = ({ plan, onKeep, practised, text }: PartProps & { readonly practised: string }) => (
  <section class={s.panel} aria-labelledby="race-sections">
    <h2 id="race-sections">In your words</h2>
    <div class={s.cards}>
      {raceSections.map(section =>
        text({ field: section, label: sectionWords[section].title, hint: sectionWords[section].hint, rows: 3 }),
      )}
      <div class={s.fuel}>
        <div class={s.row}>
          <KeptValue
            label="Carbohydrate, g an hour"
            value={plan.carbsPerHour}
            numeric
            say={String}
            read={readWhole(0, 200)}
            fault="Write grams, from 0 to 200."
            onKeep={carbsPerHour => onKeep({ carbsPerHour })}
          />
          <KeptValue
            label="Drink, ml an hour"
            value={plan.mlPerHour}
            numeric
            say={String}
            read={readWhole(0, 2000)}
            fault="Write millilitres, from 0 to 2000."
            onKeep={mlPerHour => onKeep({ mlPerHour })}
          />
        </div>
        <p class={s.soft}>{practised}</p>
        <p class={s.soft}>
          30–60 g an hour up to two and a half hours, up to 90 g beyond with glucose and fructose (GSSI 2022).
        </p>
      </div>
      {text({
        field: 'cues',
        label: 'Cue words, one a line',
        hint: 'Large on the card. The athlete’s own words work best; they stand beside.',
        rows: 4,
      })}
    </div>
  </section>
)

/** One line for what is carried over, ticked on this race's plan. */
export const CarryOvers = ({
  tasks,
  onDone,
}: {
  readonly tasks: readonly {
    readonly id: string
    readonly words: string
    readonly from: string
    readonly isDone: boolean
  }[]
  readonly onDone: (id: string, isDone: boolean) => void
}) =>
  tasks.length === 0 ? null : (
    <section class={s.panel} aria-labelledby="race-tasks">
      <h2 id="race-tasks">Carried over from earlier races</h2>
      {tasks.map(({ id, words, from, isDone }) => (
        <label key={id} class={s.check}>
          <input type="checkbox" checked={isDone} onChange={e => onDone(id, e.currentTarget.checked)} />
          <span>
            {words} <span class={s.soft}>{from}</span>
          </span>
        </label>
      ))}
    </section>
  )
