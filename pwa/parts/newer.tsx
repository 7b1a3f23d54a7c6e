/** Says that a newer version of the app wrote something: it can be read here and not written. */
import type { DocName } from '../../core/peer/api.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import s from './newer.module.css'

const words: { readonly [name in DocName]: string } = {
  plan: 'the plan',
  athlete: 'what the athlete wrote',
  statements: 'the decisions',
  playbook: 'the playbook',
  desk: 'the desk',
  private: 'your private page',
  club: 'the club’s page',
}

/** One sentence for all of them; null where there is none. */
export const sayNewer = (names: readonly DocName[]): string | null => {
  const [last, ...before] = [...new Set(names)].map(name => words[name]).toReversed()
  if (last === undefined) return null
  const all = before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`
  return `A newer version of Tandem wrote ${all}. You can read it here; reload to get that version and write again.`
}

export const Newer = ({ names }: { readonly names: readonly DocName[] }) => {
  const says = sayNewer(names)
  return says === null ? null : (
    <p class={s.newer} role="status">
      <Icon name="lock" /> <span>{says}</span>
      <Button small onClick={() => location.reload()}>
        Reload
      </Button>
    </p>
  )
}
