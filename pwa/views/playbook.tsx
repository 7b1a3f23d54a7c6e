/** Who decides what: the decision tree in plain words with its numbers, the same for coach and athlete. */
import { useState } from 'preact/hooks'
import {
  type LayerMode,
  type LayerName,
  layerModes,
  layerNames,
  type Playbook,
  type ThresholdName,
} from '../../core/model/playbook.ts'
import { playbookHash, sentences } from '../../core/playbook/index.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { layerWords, mayApplyWords, modeSays, modeWords, thresholdWords } from '../parts/playbook-words.ts'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking, View } from '../state/app.ts'
import s from './playbook.module.css'
import { Ownership, Sentences, Thresholds } from './playbook-rules.tsx'

type Given = { readonly app: App; readonly looking: Looking }
/** A change of the playbook waiting for the coach's yes. */
type Pending = { readonly says: string; readonly next: Playbook }
type Ask = (pending: Pending) => void

/** The statement that put this very version in force, where one is on file. */
const signedBy = ({ space, playbook }: Looking) => {
  const hash = playbookHash(playbook)
  const entry = space.log.findLast(
    ({ verified, signed }) =>
      verified.ok && signed.statement.type === 'published' && signed.statement.playbookHash === hash,
  )
  if (!entry) return null
  const { by, at } = entry.signed.statement
  return { name: space.members.find(({ person }) => person === by)?.name ?? 'a coach', at }
}

const Version = ({ looking }: { readonly looking: Looking }) => {
  const signed = signedBy(looking)
  return (
    <p class={s.version}>
      <Icon name={signed ? 'lock' : 'playbook'} /> {looking.playbook.title}, version {looking.playbook.version}.{' '}
      {signed
        ? `Signed by ${signed.name}, ${formatMoment(signed.at)}.`
        : 'In force as written by the coach; no signed version is on file yet.'}
    </p>
  )
}

const contents = [
  ['layers', 'Layers'],
  ['by-itself', 'By itself'],
  ['words-kinds', 'Changes'],
  ['words-guardrails', 'Guardrails'],
  ['words-swaps', 'Equal sessions'],
  ['who-decides', 'Who decides'],
  ['numbers', 'Numbers'],
] as const

/** The page is long: a press leads to a part of it. */
const Contents = () => (
  <nav class={s.contents} aria-label="On this page">
    {contents.map(([id, title]) => (
      <Button
        key={id}
        small
        onClick={() => {
          const heading = document.getElementById(id)
          heading?.setAttribute('tabindex', '-1')
          heading?.focus()
          heading?.scrollIntoView({ block: 'start' })
        }}
      >
        {title}
      </Button>
    ))}
  </nav>
)

const Layers = ({ looking, ask }: { readonly looking: Looking; readonly ask: Ask | null }) => {
  const { playbook } = looking
  const change = (name: LayerName, mode: LayerMode) =>
    ask?.({
      says: `${layerWords[name].label}: ${modeWords[mode].toLowerCase()} (${modeSays[mode]}).`,
      next: { ...playbook, layers: { ...playbook.layers, [name]: mode } },
    })
  return (
    <section aria-labelledby="layers">
      <h2 id="layers">Layers of automation</h2>
      <p class="soft">Switched on one at a time. Escalations and questions about missing data need no layer.</p>
      <ol class={s.layers}>
        {layerNames.map(name => (
          <li key={name}>
            <div>
              <strong>{layerWords[name].label}</strong>
              <span class="soft">{layerWords[name].does}</span>
            </div>
            {ask ? (
              <Segmented
                label={layerWords[name].label}
                value={playbook.layers[name]}
                options={layerModes.map(value => ({ value, label: modeWords[value] }))}
                onChange={mode => change(name, mode)}
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
}

const MayApply = ({ looking, ask }: { readonly looking: Looking; readonly ask: Ask | null }) => {
  const { playbook } = looking
  const yes = (says: string, next: Playbook) => ask?.({ says, next })
  const line = (says: string, on: boolean, next: Playbook) => (
    <li key={says}>
      <label class={s.check}>
        <input
          type="checkbox"
          checked={on}
          disabled={ask === null}
          onClick={event => {
            // Why: nothing changes before the coach said yes in the dialog.
            event.preventDefault()
            yes(`${says}: ${on ? 'asks from now on' : 'may happen by itself, with notice and undo'}.`, next)
          }}
        />
        <span>{says}</span>
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
          line(mayApplyWords[kind], playbook.mayApply[kind], {
            ...playbook,
            mayApply: { ...playbook.mayApply, [kind]: !playbook.mayApply[kind] },
          }),
        )}
        {line('The athlete may move a session within its week', playbook.athleteMayMove, {
          ...playbook,
          athleteMayMove: !playbook.athleteMayMove,
        })}
      </ul>
    </section>
  )
}

const Inside = ({ app, looking }: Given) => {
  const [pending, setPending] = useState<Pending | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { playbook, space } = looking
  const mayChange = space.myRoles.includes('coach') || (looking.as === 'coach' && space.myRoles.includes('owner'))
  const ask: Ask | null = mayChange ? setPending : null
  const confirm = async () => {
    if (!pending) return
    const wrong = await app.act.putPlaybook({ ...pending.next, version: playbook.version + 1 })
    setFault(wrong)
    if (wrong === null) setPending(null)
  }
  const setThreshold = (name: ThresholdName, value: number) => {
    const next = { ...playbook, thresholds: { ...playbook.thresholds, [name]: value } }
    const sentence = sentences(next)
      .flatMap(group => group.sentences)
      .find(({ threshold }) => threshold?.name === name)
    setPending({ says: `${sentence?.says ?? name} (It was ${thresholdWords(name, playbook.thresholds[name])}.)`, next })
  }
  return (
    <div class={s.page}>
      <header>
        <h1>Playbook</h1>
        <p class={s.lead}>
          One document that is read and run. Coach and athlete see the same words and the same numbers.
        </p>
        <Version looking={looking} />
        <Contents />
      </header>
      <Layers looking={looking} ask={ask} />
      <MayApply looking={looking} ask={ask} />
      <Sentences playbook={playbook} />
      <Ownership playbook={playbook} />
      <Thresholds playbook={playbook} onChange={mayChange ? setThreshold : null} />
      <Dialog
        open={pending !== null}
        title="Change the playbook?"
        onClose={() => setPending(null)}
        footer={
          <>
            <Button onClick={() => setPending(null)}>Leave as it is</Button>
            <Button variant="primary" onClick={() => void confirm()}>
              Put version {playbook.version + 1} in force
            </Button>
          </>
        }
      >
        <p>{pending?.says}</p>
        <p class="soft">
          It holds for this athlete from now on, on every device, dated and under your name. Guardrails stay.
        </p>
        {fault !== null && <p role="alert">{fault}</p>}
      </Dialog>
    </div>
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
