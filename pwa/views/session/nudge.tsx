/** One reminder or small question on Today: said once, answered in a tap, silenced for the day in another. */
import type { Message } from '../../../core/model/advice.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { App } from '../../state/app.ts'
import s from './nudge.module.css'

/** Whether this device shows nudges today. */
export const maySpeak = (app: App): boolean => {
  const { nudges, quietDay } = app.preferences.value
  return nudges === 'on' && quietDay !== app.now.value.day
}

/** Goes to where a session's question is answered on this page. */
const goToAnswer = (session: string): void => {
  const form = document.querySelector<HTMLElement>(`[data-session="${CSS.escape(session)}"] fieldset`)
  const first = form?.querySelector<HTMLElement>('fieldset button') ?? form?.querySelector<HTMLElement>('button')
  form?.scrollIntoView({ block: 'center' })
  first?.focus({ preventScroll: true })
}

export const Nudge = ({ app, nudge }: { readonly app: App; readonly nudge: Message }) => {
  const session = nudge.kind === 'question' ? nudge.evidence[0] : undefined
  const isOnPage = session !== undefined && !nudge.id.startsWith('missing-')
  return (
    <section class={s.nudge} aria-label={nudge.kind === 'question' ? 'A question' : 'A reminder'} data-nudge={nudge.id}>
      <Icon name={nudge.kind === 'question' ? 'question' : 'clock'} />
      <p class={s.says}>{nudge.says}</p>
      <span class={s.acts}>
        {isOnPage && (
          <Button small onClick={() => goToAnswer(session)}>
            Answer
          </Button>
        )}
        {nudge.id.startsWith('missing-') && <a href="/history">Import files</a>}
        <Button
          small
          variant="plain"
          onClick={() => app.setPreferences({ ...app.preferences.value, quietDay: app.now.value.day })}
        >
          Not today
        </Button>
      </span>
    </section>
  )
}
