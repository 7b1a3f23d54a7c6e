/** The seasons of an athlete: which ended and who signed them, what came afterwards, and how a coach ends the running one. */
import { useState } from 'preact/hooks'
import { addDays, type Day, mondayOf } from '../../core/model/day.ts'
import type { EndedSeason, Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { formatCount, formatDay, formatMoment } from '../parts/format.ts'
import type { App } from '../state/app.ts'
import { isCoached } from '../state/roles.ts'
import s from './people.module.css'

type Given = { readonly app: App; readonly space: Space }

const nameOf = (space: Space, device: string): string => {
  const { members, removed } = space
  const member = members.find(({ devices }) => devices.some(({ id }) => id === device))
  return member?.name || removed.find(one => one.device === device)?.name || 'somebody'
}

const Ended = ({ app, space, season }: Given & { readonly season: EndedSeason }) => (
  <li class={s.invite}>
    <span>
      <strong>Season {season.season}</strong> until {formatDay(addDays(season.from, -1))}
      <br />
      <span class="faint">
        Ended by {nameOf(space, season.device)}, {formatMoment(season.at)}.{' '}
        {season.late.map(
          ({ device, pieces }) =>
            `${formatCount(pieces, 'piece')} by ${nameOf(space, device)} came after it had ended, and ${pieces === 1 ? 'stands' : 'stand'} in it. `,
        )}
        {season.isSigned ? 'It stands as it was signed.' : 'It is not signed as it stands now; a coach’s device will.'}
      </span>
    </span>
    {season.mayTakeBack && isCoached(space) && (
      <Button small onClick={() => void app.act.takeBackSeason(season.id)}>
        Take back
      </Button>
    )}
  </li>
)

/** What happens, in the order in which a coach who is about to press would ask. */
const consequences = (from: Day): readonly string[] => [
  `Everything before ${formatDay(from)} is frozen as it stands, and signed by you. It stays in the calendar and in the history, and nobody changes it any more.`,
  'What goes on is in the next season from its first day: sessions, races and phases ahead, goals, injuries, the profile, the playbook.',
  'What somebody wrote offline before they hear of it still finds its place; it is named here.',
  'You can take it back until something is written in the next season.',
]

const Ending = ({
  app,
  from,
  onClose,
}: {
  readonly app: App
  readonly from: Day | null
  readonly onClose: () => void
}) => {
  const [fault, setFault] = useState<string | null>(null)
  return (
    <Dialog
      open={from !== null}
      title="End the season"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            variant="primary"
            onClick={() =>
              from !== null &&
              void app.act.endSeason(from).then(wrong => {
                setFault(wrong)
                if (wrong === null) onClose()
              })
            }
          >
            End the season
          </Button>
        </>
      }
    >
      <ul class={s.leaves}>{from !== null && consequences(from).map(says => <li key={says}>{says}</li>)}</ul>
      {fault !== null && <p role="alert">{fault}</p>}
    </Dialog>
  )
}

export const Seasons = ({ app, space }: Given) => {
  const [ending, setEnding] = useState<Day | null>(null)
  const { seasons } = space
  const last = seasons.at(-1)
  const from = mondayOf(app.now.value.day)
  const isCoach = isCoached(space)
  const isNew = last !== undefined && from <= last.from
  if (!isCoach && last === undefined) return null
  return (
    <section aria-labelledby="seasons">
      <h2 id="seasons">Seasons</h2>
      <ul class={s.list}>
        {seasons.map(season => (
          <Ended key={season.id} app={app} space={space} season={season} />
        ))}
        <li class={s.invite}>
          <span>
            <strong>Season {seasons.length + 1}</strong> runs{last ? ` since ${formatDay(last.from)}` : ''}
            {isCoach && isNew && (
              <>
                <br />
                <span class="faint">It began this week; it can be ended from next week on.</span>
              </>
            )}
          </span>
          {isCoach && !isNew && (
            <Button small onClick={() => setEnding(from)}>
              End the season…
            </Button>
          )}
        </li>
      </ul>
      <Ending app={app} from={ending} onClose={() => setEnding(null)} />
    </section>
  )
}
