/** The playbook tried on the past: what it would have done, beside what truly happened, and where it would have been wrong. */
import { useMemo, useState } from 'preact/hooks'
import { addDays, type Day } from '../../core/model/day.ts'
import { layerNames, type Playbook } from '../../core/model/playbook.ts'
import { ontoVersion } from '../../core/playbook/index.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { layerWords } from '../parts/playbook-words.ts'
import type { App, Looking, View } from '../state/app.ts'
import { Outcome } from './dry-run/outcome.tsx'
import s from './dry-run.module.css'
import { versionsOf } from './playbook/versions.ts'

type Given = { readonly app: App; readonly looking: Looking }
type Choice = { readonly id: string; readonly label: string; readonly playbook: Playbook }

const spans = [
  { days: 91, label: 'the last three months' },
  { days: 182, label: 'the last half year' },
  { days: 365, label: 'the last year' },
  { days: 730, label: 'the last two years' },
  { days: null, label: 'all that is on file' },
] as const

/** What can be tried: what is in force, the draft, each layer that is not on yet switched on, and earlier versions. */
const choicesOf = (app: App, looking: Looking): readonly Choice[] => {
  const { playbook, space } = looking
  const draft = app.playbookDraft.value
  return [
    { id: 'now', label: 'what is in force', playbook },
    ...(draft?.space === space.id
      ? [{ id: 'draft', label: 'your draft', playbook: ontoVersion(draft, playbook).draft }]
      : []),
    ...layerNames.flatMap(name =>
      playbook.layers[name] === 'on'
        ? []
        : [
            {
              id: `layer ${name}`,
              label: `with “${layerWords[name].label}” on`,
              playbook: { ...playbook, layers: { ...playbook.layers, [name]: 'on' as const } },
            },
          ],
    ),
    ...versionsOf(looking)
      .filter(({ isInForce }) => !isInForce)
      .map(version => ({
        id: `version ${version.playbook.version} ${version.at}`,
        label: `version ${version.playbook.version}`,
        playbook: version.playbook,
      })),
  ]
}

const Inside = ({ app, looking }: Given) => {
  const choices = useMemo(() => choicesOf(app, looking), [looking.playbook, looking.space.log, app.playbookDraft.value])
  const [of, setOf] = useState('now')
  const [beside, setBeside] = useState('none')
  const [days, setDays] = useState<number | null>(182)
  const chosen = choices.find(({ id }) => id === of) ?? choices[0]!
  const other = choices.find(({ id }) => id === beside) ?? null
  const run = app.trying.value
  const mine = run !== null && run.asked.draft === null && run.asked.scope === 'one' ? run : null
  const isRunning = mine?.state === 'running'
  const result = mine?.results.find(({ space }) => space === looking.space.id)
  const first = looking.content.activities[0]?.day ?? app.now.value.day
  const start = () => {
    const from: Day = days === null ? first : addDays(app.now.value.day, -days)
    app.tryOnPast({
      draft: null,
      playbook: chosen.playbook,
      beside: other?.playbook ?? null,
      scope: 'one',
      from: from < first ? first : from,
    })
  }
  return (
    <div class={s.page}>
      <header>
        <h1>Dry run</h1>
        <p class="soft">
          The playbook over {looking.content.profile.name || 'the athlete'}’s own past, day by day with only what was
          known on each day. Nothing is changed and nobody is told.
        </p>
      </header>
      <form
        class={s.form}
        onSubmit={event => {
          event.preventDefault()
          start()
        }}
      >
        <Field label="Try">
          <select value={of} onChange={event => setOf(event.currentTarget.value)}>
            {choices.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Over">
          <select
            value={String(days)}
            onChange={({ currentTarget: { value } }) => setDays(value === 'null' ? null : Number(value))}
          >
            {spans.map(span => (
              <option key={span.label} value={String(span.days)}>
                {span.label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Compare with">
          <select value={beside} onChange={event => setBeside(event.currentTarget.value)}>
            <option value="none">nothing</option>
            {choices
              .filter(({ id }) => id !== of)
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </select>
        </Field>
        <Button type="submit" variant="primary" disabled={isRunning}>
          Try it
        </Button>
        {isRunning && <Button onClick={() => app.stopTrying()}>Stop</Button>}
      </form>
      {isRunning && (
        <div class={s.progress}>
          <progress value={mine.done} max={mine.of} aria-label="Trying it on the past" />
          <span class="soft" role="status">
            {Math.round((100 * mine.done) / mine.of)} %
          </span>
        </div>
      )}
      {mine?.state === 'stopped' && (
        <p role="status">
          {mine.why === null ? 'Stopped. Nothing was changed.' : `It could not be tried: ${mine.why}. Try again.`}
        </p>
      )}
      {result && (
        <Outcome key={`${result.from} ${mine?.asked.from}`} result={result} unit={app.preferences.value.distance} />
      )}
    </div>
  )
}

const DryRunView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  if (looking === null) return null
  if (looking.as !== 'coach')
    return (
      <Empty title="Your coach sees this page">
        <p>Here a coach tries the playbook on the past before it touches the present.</p>
      </Empty>
    )
  return <Inside key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'dry-run',
  path: '/dry-run',
  title: 'Dry run',
  icon: 'history',
  for: ['coach'],
  inNavigation: false,
  Component: DryRunView,
}
