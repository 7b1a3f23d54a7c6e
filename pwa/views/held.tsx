/** What was set aside: whose it was, when and why, in words, and what there is to do; who was stopped, what is on its way. */
import { useEffect, useState } from 'preact/hooks'
import type { HeldPiece, Space } from '../../core/peer/api.ts'
import { formatCount, formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import type { App, View } from '../state/app.ts'
import { sayAbout, sayHeld } from '../state/held-words.ts'
import s from './held.module.css'

type Given = { readonly app: App; readonly space: Space }

/** The list is read when it is opened, and again whenever more was set aside. */
const useHeld = (space: Space): readonly HeldPiece[] | null => {
  const [held, setHeld] = useState<readonly HeldPiece[] | null>(null)
  const count = space.status.held
  useEffect(() => {
    let gone = false
    void space.heldApart().then(all => {
      if (!gone) setHeld(all)
    })
    return () => {
      gone = true
    }
  }, [space, count])
  return held
}

const Stopped = ({ space }: Pick<Given, 'space'>) => {
  const stopped = space.status.stopped.filter(({ isRemoved }) => !isRemoved)
  if (stopped.length === 0) return null
  return (
    <section class={s.alarm} aria-labelledby="stopped">
      <h2 id="stopped">
        <Icon name="warning" /> Stopped
      </h2>
      {stopped.map(({ device, name, fingerprint, at }) => (
        <p key={device}>
          <strong>{name || 'A device'}</strong> <span class={s.print}>{fingerprint}</span>: this device signed two
          different histories{at !== null && `, seen ${formatMoment(at / 60_000)}`}. What it wrote before the two part
          stands; what it wrote after counts on no device, and lies below. Its storage was copied, or put back from an
          old copy. Ask its person, then remove the device under <a href="/people">People</a> and let it in anew.
        </p>
      ))}
    </section>
  )
}

const OnTheWay = ({ space }: Pick<Given, 'space'>) => {
  const { onTheWay } = space.status
  const nameOf = (device: string) =>
    space.members.find(({ devices }) => devices.some(({ id }) => id === device))?.name ?? 'another device'
  if (onTheWay.length === 0) return null
  return (
    <section aria-labelledby="way">
      <h2 id="way">On its way</h2>
      <ul class={s.list}>
        {onTheWay.map(({ device, name, fingerprint, pieces, why, has }) => (
          <li key={device}>
            <p>
              <strong>{name || 'A device'}</strong> <span class={s.print}>{fingerprint}</span>:{' '}
              {formatCount(pieces, 'piece')} {pieces === 1 ? 'is' : 'are'} known of and not here yet.
            </p>
            <p class="soft">
              {why !== null && `${why[0]?.toUpperCase()}${why.slice(1)}. `}
              {has !== null && `${nameOf(has)} has ${pieces === 1 ? 'it' : 'them'}. `}
              It is asked for by itself whenever a link is up; a file from somebody who has it brings it too.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Piece = ({ piece, mine }: { readonly piece: HeldPiece; readonly mine: boolean }) => {
  const { says, todo } = sayHeld(piece.why, mine)
  const who = mine ? 'This device' : piece.name || 'A device in no list'
  return (
    <li>
      <p class={s.who}>
        <strong>{who}</strong> <span class={s.print}>{piece.fingerprint}</span>
        <span class={s.when}>{piece.at === null ? 'earlier' : formatMoment(piece.at / 60_000)}</span>
      </p>
      <p>
        {says}
        {piece.pieces > 1 && ` ${formatCount(piece.pieces, 'more like it was', 'more like it were')} only counted.`}
      </p>
      <p class="soft">
        <strong>What to do:</strong> {todo}
      </p>
      <p class="faint">
        About {sayAbout(piece.about)}
        {piece.number !== null && `, number ${piece.number} of its device`}, {piece.bytes} bytes
      </p>
    </li>
  )
}

const Inside = ({ app, space }: Given) => {
  const held = useHeld(space)
  const mine = app.device.value?.id
  const quiet = held?.length === 0 && space.status.stopped.length + space.status.onTheWay.length === 0
  return (
    <div class={s.page}>
      <header>
        <h1>Held apart</h1>
        <p class="soft">
          Whatever comes from another device is checked: the signature, its place in the row, the role of whoever wrote
          it, and its shape. What does not pass changes nothing and is kept here, up to a bound for each device.
        </p>
      </header>
      <Stopped space={space} />
      <OnTheWay space={space} />
      {quiet && (
        <p>
          <Icon name="check" /> Everything that came passed the checks.
        </p>
      )}
      {held !== null && held.length > 0 && (
        <section aria-labelledby="pieces">
          <h2 id="pieces">{formatCount(space.status.held, 'piece')}</h2>
          <ul class={s.list}>
            {held.slice(0, 100).map(piece => (
              <Piece key={piece.id} piece={piece} mine={piece.device === mine} />
            ))}
          </ul>
          {held.length > 100 && <p class="faint">The newest hundred are shown.</p>}
        </section>
      )}
    </div>
  )
}

const Held = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return looking && <Inside app={app} space={looking.space} />
}

export const view: View = {
  id: 'held',
  path: '/held',
  title: 'Held apart',
  icon: 'lock',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: Held,
}
