/** The first minute: who somebody is here, an invitation to answer, or a look around. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import type { App, Did, View } from '../state/app.ts'
import s from './first-run.module.css'
import { FormFoot } from './form-foot.tsx'
import { Joining, Waiting } from './joining.tsx'
import { FromExport, Restoring } from './restoring.tsx'

type Given = { readonly app: App }
type Asking = 'coach' | 'athlete' | 'invitation' | 'recovery' | 'export' | null

const choices: readonly {
  readonly as: Asking
  readonly icon: IconName
  readonly title: string
  readonly says: string
}[] = [
  { as: 'coach', icon: 'coach', title: 'I coach', says: 'Write plans, see who needs you, and decide every change.' },
  { as: 'athlete', icon: 'run', title: 'I run', says: 'Coach yourself, or invite a coach whenever you like.' },
]

/** Runs what was asked for once, and says what went wrong. */
const useDoing = () => {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const run = async (what: () => Did, then?: () => void) => {
    setBusy(true)
    setFault(null)
    const wrong = await what()
    setBusy(false)
    setFault(wrong)
    if (wrong === null) then?.()
  }
  return { busy, fault, run }
}

const Ask = ({
  app,
  asking,
  onBack,
}: Given & { readonly asking: 'coach' | 'athlete'; readonly onBack: () => void }) => {
  const { route } = useLocation()
  const known = app.device.value?.person.name ?? ''
  const [name, setName] = useState(known)
  const [athlete, setAthlete] = useState('')
  const { busy, fault, run } = useDoing()
  const adding = app.spaces.value.length > 0
  const submit = (event: Event) => {
    event.preventDefault()
    void run(
      () => (asking === 'coach' ? app.begin.asCoach(name.trim(), athlete.trim()) : app.begin.asAthlete(name.trim())),
      () => route(asking === 'coach' ? '/calendar' : '/history'),
    )
  }
  return (
    <form class={s.form} onSubmit={submit}>
      <h1>
        {asking === 'athlete' ? 'What should we call you?' : adding ? 'Who do you add?' : 'You and your first athlete'}
      </h1>
      {(known === '' || !adding) && (
        <Field label="Your name" hint="The others see it beside what you write and decide.">
          <input
            required
            maxLength={100}
            autocomplete="name"
            value={name}
            onInput={event => setName(event.currentTarget.value)}
          />
        </Field>
      )}
      {asking === 'coach' && (
        <Field label="Athlete’s name" hint="You can write their plan now and invite them when it is ready.">
          <input
            required
            maxLength={100}
            autocomplete="off"
            value={athlete}
            onInput={event => setAthlete(event.currentTarget.value)}
          />
        </Field>
      )}
      <FormFoot fault={fault} busy={busy} go={asking === 'coach' && adding ? 'Add athlete' : 'Start'} onBack={onBack} />
    </form>
  )
}

const PasteLink = ({ onLink, onBack }: { readonly onLink: (link: string) => void; readonly onBack: () => void }) => {
  const [link, setLink] = useState('')
  return (
    <form
      class={s.form}
      onSubmit={event => {
        event.preventDefault()
        onLink(link.trim())
      }}
    >
      <h1>Answer an invitation</h1>
      <Field label="Invitation link" hint="From your coach, your athlete, or your own other device.">
        <input required autocomplete="off" value={link} onInput={event => setLink(event.currentTarget.value)} />
      </Field>
      <Field label="Or the invitation as a file" hint="It ends in .tandem-invite.">
        <input
          type="file"
          onChange={event =>
            void event.currentTarget.files?.[0]?.text().then(text => setLink(text.trim().slice(0, 6000)))
          }
        />
      </Field>
      <div class={s.row}>
        <Button onClick={onBack}>Back</Button>
        <Button variant="primary" type="submit">
          Continue
        </Button>
      </div>
    </form>
  )
}

/** Forty athletes, or as many as the address says: for trying what many more cost. */
const clubSize = (): number => {
  const asked = Number(new URLSearchParams(location.search).get('athletes'))
  return Number.isInteger(asked) && asked > 0 && asked <= 500 ? asked : 40
}

const Choose = ({ app, onAsk }: Given & { readonly onAsk: (asking: Asking) => void }) => {
  const { route } = useLocation()
  const { busy, fault, run } = useDoing()
  const adding = app.spaces.value.length > 0
  const making = app.making.value
  return (
    <div class={s.choose}>
      <h1>{adding ? 'Another relationship' : 'Who are you here?'}</h1>
      <div class={s.cards}>
        {choices.map(({ as, icon, title, says }) => (
          <button key={title} type="button" class={s.card} onClick={() => onAsk(as)}>
            <Icon name={icon} />
            <strong>{title}</strong>
            <span>{says}</span>
          </button>
        ))}
        <button
          type="button"
          class={s.card}
          disabled={busy}
          onClick={() => void run(app.begin.withSample, () => route('/calendar'))}
        >
          <Icon name="calendar" />
          <strong>{busy ? 'Making two years of training…' : 'Look around with a sample athlete'}</strong>
          <span>A made-up runner with two years behind them. One press, nothing to fill in.</span>
        </button>
        <button
          type="button"
          class={s.card}
          disabled={busy}
          onClick={() =>
            void run(
              () => app.begin.withSampleClub(clubSize()),
              () => route('/roster'),
            )
          }
        >
          <Icon name="people" />
          <strong>
            {making === null ? 'Look at a sample club' : `Making athlete ${making.done} of ${making.of}…`}
          </strong>
          <span>Forty made-up athletes, to try a coach’s Monday with. It takes some seconds.</span>
        </button>
      </div>
      {fault !== null && (
        <p class={s.fault} role="alert">
          {fault}
        </p>
      )}
      <p class={s.other}>
        <Button variant="plain" onClick={() => onAsk('invitation')}>
          I have an invitation link
        </Button>
        {!adding && (
          <Button variant="plain" onClick={() => onAsk('recovery')}>
            I have a recovery file
          </Button>
        )}
        <Button variant="plain" onClick={() => onAsk('export')}>
          I have an export
        </Button>
        {adding && (
          <Button variant="plain" onClick={() => route('/')}>
            Back
          </Button>
        )}
      </p>
    </div>
  )
}

const Welcome = ({ app }: Given) => {
  const [asking, setAsking] = useState<Asking>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const invitation = pasted ?? app.invitation.value
  const unsettled = app.spaces.value.find(
    ({ id, membership, myRoles }) => id === app.at.value && (membership !== 'member' || myRoles.includes('relay')),
  )
  const leave = () => {
    setPasted(null)
    setAsking(null)
    app.dropInvitation()
  }
  return (
    <section class={s.page}>
      <header class={s.brand}>
        <img src="/icons/icon.svg" alt="" width="44" height="44" />
        <div>
          <p class={s.name}>Tandem</p>
          <p class={s.line}>Rules do the routine. A coach owns the judgement. Everything stays on your devices.</p>
        </div>
      </header>
      {invitation !== null ? (
        <Joining app={app} invitation={invitation} onDone={leave} onLeave={leave} />
      ) : unsettled ? (
        <Waiting app={app} space={unsettled} />
      ) : asking === 'invitation' ? (
        <PasteLink onLink={setPasted} onBack={leave} />
      ) : asking === 'recovery' ? (
        <Restoring app={app} onBack={leave} />
      ) : asking === 'export' ? (
        <FromExport app={app} onBack={leave} />
      ) : asking !== null ? (
        <Ask app={app} asking={asking} onBack={leave} />
      ) : (
        <Choose app={app} onAsk={setAsking} />
      )}
    </section>
  )
}

export const view: View = {
  id: 'first-run',
  path: '/welcome',
  title: 'Welcome',
  icon: 'run',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: Welcome,
}
