/** The week so far of everybody who can wait until Monday, a line each. */
import { forReader } from '../../parts/for-reader.ts'
import { formatCount } from '../../parts/format.ts'
import s from './digest.module.css'
import { addressOfReview, type RosterLine } from './order.ts'

/** What a coach looks at in the middle of a week: how much was run, and what was left out. */
const told = ['mileage', 'missed'] as const

export const Digest = ({ lines }: { readonly lines: readonly RosterLine[] }) => (
  <section class={s.digest} aria-labelledby="waits">
    <h2 id="waits">{formatCount(lines.length, 'athlete')} can wait until Monday</h2>
    <dl class={s.lines}>
      {lines.map(({ space, name, assessment }) => (
        <div key={space}>
          <dt>
            <a href={addressOfReview(space)}>{name}</a>
          </dt>
          <dd>
            {assessment === null
              ? 'not looked at yet'
              : assessment.soFar
                  .filter(({ id }) => told.some(one => one === id))
                  .map(({ title, says }) => `${title.toLowerCase()} ${forReader(says)}`)
                  .join('; ')}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
