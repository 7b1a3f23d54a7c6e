/** The draft of a playbook: what it changes in words, what it would have changed in the past, and the signature. */
import { useState } from 'preact/hooks'
import { changeFor, differences } from '../../../core/playbook/index.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { formatCount, formatMoment } from '../../parts/format.ts'
import { Segmented } from '../../parts/segmented.tsx'
import type { App, Looking } from '../../state/app.ts'
import type { KeptDraft } from '../../state/playbook-desk.ts'
import { Marked } from './marked.tsx'
import s from './pending.module.css'
import { WhatIf } from './what-if.tsx'

type PendingProps = {
  readonly app: App
  readonly looking: Looking
  readonly draft: KeptDraft
  /** How many athletes this person coaches. */
  readonly athletes: number
  readonly onPutBack: (field: string) => void
}

export const Pending = ({ app, looking, draft, athletes, onPutBack }: PendingProps) => {
  const [isSigning, setSigning] = useState(false)
  const [scope, setScope] = useState<'all' | 'one'>('all')
  const [words, setWords] = useState(draft.words ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  if (differences(draft.before, draft.draft).length === 0) return null
  const held = changeFor(draft, athletes > 1 ? scope : 'all')
  const changes = differences(held.before, held.draft)
  const name = looking.content.profile.name || 'this athlete'
  const sign = async () => {
    setBusy(true)
    const wrong = await app.act.signPlaybook(draft, scope, words.trim() === '' ? null : words.trim())
    setBusy(false)
    setFault(wrong)
    if (wrong !== null) return
    setSigning(false)
    // Why: the draft goes, and the button that opened the dialog with it.
    requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
  }
  return (
    <section class={s.pending} aria-labelledby="draft" data-draft>
      <h2 id="draft">Your draft</h2>
      <p class="soft" role="status">
        {formatCount(changes.length, 'change')}, not in force: nobody else sees it until you sign it. Begun{' '}
        {formatMoment(draft.begun)}, kept on this device.
      </p>
      <ul class={s.changes}>
        {changes.map(one => (
          <li key={one.field}>
            <span>
              <strong class={s.brief}>{one.brief}</strong>
              <Marked difference={one} />
            </span>
            <Button
              variant="plain"
              small
              aria-label={`Put back: ${one.was || one.brief}`}
              onClick={() => onPutBack(one.field)}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
      <WhatIf app={app} draft={draft} scope={athletes > 1 ? scope : 'one'} />
      {athletes > 1 && (
        <div class={s.scope}>
          <Segmented
            label="For whom"
            value={scope}
            options={[
              { value: 'all', label: `All ${athletes} athletes` },
              { value: 'one', label: `${name} alone` },
            ]}
            onChange={setScope}
          />
          {scope === 'one' && <span class="soft">Marked as set for {name} alone.</span>}
        </div>
      )}
      <div class={s.buttons}>
        <Button variant="primary" disabled={changes.length === 0} onClick={() => setSigning(true)}>
          Sign version {looking.playbook.version + 1}
        </Button>
        <Button onClick={() => app.draftPlaybook(null)}>Drop the draft</Button>
      </div>
      <Dialog
        open={isSigning}
        title={`Sign version ${looking.playbook.version + 1}?`}
        onClose={() => setSigning(false)}
        footer={
          <>
            <Button onClick={() => setSigning(false)}>Not yet</Button>
            <Button variant="primary" disabled={isBusy} onClick={() => void sign()}>
              Sign it
            </Button>
          </>
        }
      >
        <ul class={s.changes}>
          {changes.map(one => (
            <li key={one.field}>{one.now}</li>
          ))}
        </ul>
        <label class={s.words}>
          A word about it <span class="soft">(optional, the athletes read it)</span>
          <textarea rows={2} maxLength={2000} value={words} onInput={event => setWords(event.currentTarget.value)} />
        </label>
        <p class="soft">
          {scope === 'all' && athletes > 1 ? 'It holds for all your athletes' : `It holds for ${name}`} from now on, on
          every device, dated and under your name. Guardrails stay.
        </p>
        {fault !== null && <p role="alert">{fault}</p>}
      </Dialog>
    </section>
  )
}
