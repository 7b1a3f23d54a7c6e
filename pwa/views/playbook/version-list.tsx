/** Every version with its date, who signed it, and what it changed in words. */
import { formatMoment } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Marked } from './marked.tsx'
import s from './version-list.module.css'
import type { Version } from './versions.ts'

export const VersionList = ({ versions }: { readonly versions: readonly Version[] }) => (
  <section aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    {versions.length === 0 && <p class="soft">The playbook in force is the first; nothing was changed yet.</p>}
    <ol class={s.versions}>
      {versions.map(({ playbook, by, at, words, isInForce, changed }) => (
        <li key={`${playbook.version}-${at}`} {...(isInForce ? { 'aria-current': 'true' as const } : {})}>
          <p class={s.head}>
            <Icon name={at === null ? 'playbook' : 'lock'} /> <strong>Version {playbook.version}</strong>
            {at === null ? ' not signed' : ` signed by ${by}, ${formatMoment(at)}`}
            {isInForce && <span class={s.now}>in force</span>}
          </p>
          {words !== null && <blockquote class={s.words}>{words}</blockquote>}
          <ul class={s.changes}>
            {changed.map(one => (
              <li key={one.field}>
                <Marked difference={one} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  </section>
)
