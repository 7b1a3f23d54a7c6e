/** One athlete of the roster: how they stand, and three lines. */
import { type Signal, useComputed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Evidence } from '../../parts/evidence.tsx'
import { forReader, readersUnit } from '../../parts/for-reader.ts'
import { formatCount } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { StandingWord } from '../../parts/standing.tsx'
import { addressOfReview, type RosterLine, sayUntil } from './order.ts'
import s from './row.module.css'

type RowProps = {
  readonly line: RosterLine
  /** Who of the roster is walked to: the space. */
  readonly current: Signal<string | null>
  readonly onGroups: (space: string) => void
}

/** More stand in the review. */
const mostChips = 4

const membershipWords = {
  member: 'Not looked at yet',
  waiting: 'Waits to be let in',
  refused: 'Was not let in',
  removed: 'No longer yours',
} as const

export const Row = ({ line: { space, name, membership, assessment, groups }, current, onGroups }: RowProps) => {
  const isCurrent = useComputed(() => current.value === space).value
  // Why remembered: of two hundred rows one assessed anew changes one.
  return useMemo(
    () => (
      <li class={`${s.row} ${isCurrent ? s.current : ''}`}>
        <article aria-label={name} {...(isCurrent ? { 'aria-current': 'true' as const } : {})}>
          <header class={s.head}>
            <a
              class={s.name}
              href={addressOfReview(space)}
              data-athlete={space}
              onFocus={() => (current.value = space)}
            >
              {name}
            </a>
            {assessment && <StandingWord standing={assessment.standing} />}
            <span class={s.more}>
              {assessment?.phase && <span>{assessment.phase}</span>}
              {assessment?.race && (
                <span>
                  {assessment.race.name} {sayUntil(assessment.day, assessment.race.day)}
                </span>
              )}
              {assessment && assessment.waiting > 0 && (
                <span class={s.waiting}>
                  <Icon name="inbox" /> {formatCount(assessment.waiting, 'draft')}
                </span>
              )}
              {assessment?.isReviewed && (
                <span class={s.waiting}>
                  <Icon name="check" /> reviewed
                </span>
              )}
              {assessment?.isSample && <span class={s.sample}>sample</span>}
              {groups.map(group => (
                <span key={group} class={s.group}>
                  {group}
                </span>
              ))}
              <Button small variant="plain" aria-label={`Groups of ${name}`} onClick={() => onGroups(space)}>
                Groups
              </Button>
            </span>
          </header>
          {assessment ? (
            <dl class={s.lines}>
              <div>
                <dt>Changed</dt>
                <dd>{forReader(assessment.changed)}</dd>
              </div>
              <div>
                <dt>Likely why</dt>
                <dd>
                  {forReader(assessment.why)}
                  {assessment.standing !== 'on-track' && (
                    <Evidence
                      items={assessment.evidence.slice(0, mostChips)}
                      {...(assessment.trust === null ? {} : { trust: assessment.trust })}
                    />
                  )}
                </dd>
              </div>
              <div>
                <dt>Next</dt>
                <dd>{forReader(assessment.next)}</dd>
              </div>
            </dl>
          ) : (
            <p class={s.none}>{membershipWords[membership]}</p>
          )}
        </article>
      </li>
    ),
    [space, name, membership, assessment, groups.join('\n'), onGroups, isCurrent, readersUnit.value],
  )
}
