/** What of the playbook changed lately, in words, with its date: for whoever did not sign it. */
import { useMemo } from 'preact/hooks'
import { formatMoment } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { App, Looking } from '../../state/app.ts'
import { Marked } from './marked.tsx'
import s from './news.module.css'
import { versionsOf } from './versions.ts'

/** A version is news for a week (minutes). */
const newsMinutes = 7 * 1440

export const PlaybookNews = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const versions = useMemo(() => versionsOf(looking), [looking.space.log, looking.playbook, looking.space.members])
  const fresh = versions.filter(
    ({ at, changed, words }) =>
      at !== null && app.now.value.at - at < newsMinutes && (changed.length > 0 || words !== null),
  )
  if (fresh.length === 0) return null
  return (
    <section class={s.news} aria-label="The playbook changed">
      {fresh.map(({ playbook, by, at, words, changed }) => (
        <article key={`${playbook.version}-${at}`}>
          <p class={s.head}>
            <Icon name="playbook" />{' '}
            <strong>
              {changed.length > 0 ? 'Your coach changed who decides what' : 'Your coach looked at who decides what'}
            </strong>{' '}
            <span class="soft">
              version {playbook.version}, signed by {by}, {at !== null && formatMoment(at)}
            </span>
          </p>
          {words !== null && <blockquote class={s.words}>{words}</blockquote>}
          <ul>
            {changed.map(one => (
              <li key={one.field}>
                <Marked difference={one} />
              </li>
            ))}
          </ul>
          <a href="/playbook">The whole playbook</a>
        </article>
      ))}
    </section>
  )
}
