/** Somebody asked to join: said above everything that waits, with the way to the answer. */
import { Icon } from '../../parts/icon.tsx'
import type { Looking } from '../../state/app.ts'
import s from '../inbox.module.css'

export const AsksToJoin = ({ requests }: Pick<Looking['space'], 'requests'>) =>
  requests.length === 0 ? null : (
    <a class={s.requests} href="/people">
      <Icon name="people" />
      <span>{requests.map(({ name }) => name).join(', ')} asked to join. Compare the six words and answer.</span>
      <Icon name="arrow-right" />
    </a>
  )
