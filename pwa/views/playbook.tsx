/** Who decides what: the decision tree in plain words with its numbers, the same for coach and athlete. */
import { useMemo } from 'preact/hooks'
import { layerModes, layerNames, type Playbook } from '../../core/model/playbook.ts'
import { differences, ontoVersion, putBack, withField } from '../../core/playbook/index.ts'
import { Button } from '../parts/button.tsx'
import { formatCount, formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { layerWords, mayApplyWords, modeSays, modeWords } from '../parts/playbook-words.ts'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking, View } from '../state/app.ts'
import type { PlaybookChange } from '../state/playbook-desk.ts'
import { isCoached, mayLead } from '../state/roles.ts'
import { Examples } from './playbook/examples.tsx'
import { FileBar } from './playbook/file-bar.tsx'
import { Pending } from './playbook/pending.tsx'
import { Presets } from './playbook/presets.tsx'
import { PrintSheet } from './playbook/print-sheet.tsx'
import { SwapList } from './playbook/swap-list.tsx'
import { VersionList } from './playbook/version-list.tsx'
import { sinceOf, type Version, versionsOf } from './playbook/versions.ts'
import s from './playbook.module.css'
import { Nudges, Ownership, Sentences, Thresholds } from './playbook-rules.tsx'

type Given = { readonly app: App; readonly looking: Looking }
/** Puts a change into the draft. */
type Edit = (next: Playbook) => void

const InForce = ({ looking, version }: { readonly looking: Looking; readonly version: Version | undefined }) => (
  <p class={s.version}>
    <Icon name={version?.at ? 'lock' : 'playbook'} /> {looking.playbook.title}, version {looking.playbook.version}.{' '}
    {version?.at
      ? `Signed by ${version.by}, ${formatMoment(version.at)}.`
      : 'In force as written by the coach; no signed version is on file yet.'}
  </p>
)

const contents = [
  ['presets', 'Presets'],
  ['layers', 'Layers'],
  ['by-itself', 'By itself'],
  ['words-kinds', 'Changes'],
  ['words-guardrails', 'Guardrails'],
  ['words-swaps', 'Equal sessions'],
  ['nudges', 'Reminders'],
  ['who-decides', 'Who decides'],
  ['numbers', 'Numbers'],
  ['examples', 'Examples'],
  ['versions', 'Versions'],
] as const

/** Reads on at a heading of this page. */
const goToPart = (id: string) => {
  const heading = document.getElementById(id)
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
  heading?.scrollIntoView({ block: 'start' })
}

/** The page is long: a press leads to a part of it. */
const Contents = ({ mayChange }: { readonly mayChange: boolean }) => (
  <nav class={s.contents} aria-label="On this page">
    {contents
      .filter(([id]) => mayChange || id !== 'presets')
      .map(([id, title]) => (
        <Button key={id} small onClick={() => goToPart(id)}>
          {title}
        </Button>
      ))}
  </nav>
)

/** However far down the page a number was changed, the draft it went into is one press away. */
const DraftWaits = ({ draft }: { readonly draft: PlaybookChange }) => {
  const count = differences(draft.before, draft.draft).length
  return count === 0 ? null : (
    <p class={s.waits}>
      <Button variant="primary" small onClick={() => goToPart('draft')}>
        Your draft: {formatCount(count, 'change')}. See and sign
      </Button>
    </p>
  )
}

type PartProps = { readonly playbook: Playbook; readonly edit: Edit | null; readonly own: ReadonlySet<string> }

const Own = () => <span class={s.changed}>for this athlete alone</span>

const Layers = ({ playbook, edit, own }: PartProps) => (
  <section aria-labelledby="layers">
    <h2 id="layers">Layers of automation</h2>
    <p class="soft">Switched on one at a time. Escalations and questions about missing data need no layer.</p>
    <ol class={s.layers}>
      {layerNames.map(name => (
        <li key={name}>
          <div>
            <strong>{layerWords[name].label}</strong>
            <span class="soft">{layerWords[name].does}</span>
            {own.has(`layers.${name}`) && <Own />}
          </div>
          {edit ? (
            <Segmented
              label={layerWords[name].label}
              value={playbook.layers[name]}
              options={layerModes.map(value => ({ value, label: modeWords[value] }))}
              onChange={mode => edit({ ...playbook, layers: { ...playbook.layers, [name]: mode } })}
            />
          ) : (
            <span class={s.mode} title={modeSays[playbook.layers[name]]}>
              {modeWords[playbook.layers[name]]}
            </span>
          )}
        </li>
      ))}
    </ol>
  </section>
)

const MayApply = ({ playbook, edit, own }: PartProps) => {
  const line = (field: string, says: string, on: boolean, next: Playbook) => (
    <li key={says}>
      <label class={s.check}>
        <input type="checkbox" checked={on} disabled={edit === null} onChange={() => edit?.(next)} />
        <span>{says}</span>
        {own.has(field) && <Own />}
      </label>
    </li>
  )
  return (
    <section aria-labelledby="by-itself">
      <h2 id="by-itself">What may happen by itself</h2>
      <p class="soft">
        Only where no state restrains it, always with notice, reason and undo. All else asks the coach.
      </p>
      <ul class={s.checks}>
        {(Object.keys(mayApplyWords) as (keyof Playbook['mayApply'])[]).map(kind =>
          line(`mayApply.${kind}`, mayApplyWords[kind], playbook.mayApply[kind], {
            ...playbook,
            mayApply: { ...playbook.mayApply, [kind]: !playbook.mayApply[kind] },
          }),
        )}
        {line('athleteMayMove', 'The athlete may move a session within its week', playbook.athleteMayMove, {
          ...playbook,
          athleteMayMove: !playbook.athleteMayMove,
        })}
      </ul>
    </section>
  )
}

const Inside = ({ app, looking }: Given) => {
  const { playbook, space, content } = looking
  const mayChange = mayLead(space)
  const begun = app.playbookDraft.value
  const draft = useMemo(
    () => (mayChange && begun?.space === space.id ? ontoVersion(begun, playbook) : null),
    [mayChange, begun, space.id, playbook],
  )
  const shown = draft?.draft ?? playbook
  const edit: Edit | null = mayChange ? next => app.draftPlaybook(next) : null
  const versions = useMemo(() => versionsOf(looking), [space.log, playbook, space.members])
  const since = useMemo(() => sinceOf(versions), [versions])
  const own = useMemo(() => new Set(shown.overrides.map(({ field }) => field)), [shown])
  const athlete = content.profile.name || 'this athlete'
  const athletes = app.athletes.value.filter(isCoached).length
  const inForce = versions.find(version => version.isInForce)
  return (
    <>
      <div class={s.page}>
        <header>
          <h1>Playbook</h1>
          <p class={s.lead}>
            One document that is read and run. Coach and athlete see the same words and the same numbers.
          </p>
          <InForce looking={looking} version={inForce} />
          {mayChange && (
            <p class={s.tries}>
              <a href="/dry-run">Try it on the past</a> <a href="/how-it-did">How it did</a>{' '}
              <a href="/explain">Why this and not that</a>
            </p>
          )}
          <FileBar app={app} looking={looking} mayChange={mayChange} />
          <Contents mayChange={mayChange} />
        </header>
        {draft !== null && (
          <Pending
            app={app}
            looking={looking}
            draft={draft}
            athletes={athletes}
            onPutBack={field => app.draftPlaybook(putBack(draft.draft, draft.before, field))}
          />
        )}
        {mayChange && (
          <Presets
            playbook={shown}
            inForce={playbook}
            isDraft={draft !== null}
            athletes={athletes}
            onTake={next => {
              app.draftPlaybook(next)
              requestAnimationFrame(() => goToPart('draft'))
            }}
          />
        )}
        <Thresholds
          playbook={shown}
          onChange={edit && ((name, value) => edit(withField(shown, { field: `thresholds.${name}`, value })))}
          since={since}
          athlete={athlete}
        />
        <Layers playbook={shown} edit={edit} own={own} />
        <MayApply playbook={shown} edit={edit} own={own} />
        <Sentences playbook={shown} />
        <SwapList app={app} looking={looking} playbook={shown} edit={edit} own={own} athlete={athlete} />
        <Nudges playbook={shown} />
        <Ownership playbook={shown} />
        <Examples app={app} looking={looking} playbook={shown} mayChange={mayChange} />
        <VersionList versions={versions} />
        {draft !== null && <DraftWaits draft={draft} />}
      </div>
      <PrintSheet playbook={playbook} athlete={athlete} inForce={inForce} />
    </>
  )
}

const PlaybookPage = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return looking && <Inside app={app} looking={looking} />
}

export const view: View = {
  id: 'playbook',
  path: '/playbook',
  title: 'Playbook',
  icon: 'playbook',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: PlaybookPage,
}
