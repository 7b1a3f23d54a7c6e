/** The end of a form of the first minute: what went wrong, the way back, and the step on. */
import { Button } from '../parts/button.tsx'
import s from './first-run.module.css'

type FormFootProps = {
  readonly fault: string | null
  readonly busy: boolean
  readonly go: string
  readonly back?: string
  readonly onBack: () => void
}

export const FormFoot = ({ fault, busy, go, back = 'Back', onBack }: FormFootProps) => (
  <>
    {fault !== null && (
      <p class={s.fault} role="alert">
        {fault}
      </p>
    )}
    <div class={s.row}>
      <Button onClick={onBack}>{back}</Button>
      <Button variant="primary" type="submit" disabled={busy}>
        {go}
      </Button>
    </div>
  </>
)
