/** Each person and each of their devices, and whether it has confirmed what was written here. */
import type { Confirmation } from '../../core/peer/api.ts'
import { formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { roleWord } from '../parts/role-words.ts'
import s from './sync.module.css'
import type { SyncProps } from './sync.tsx'

/** What a device said that it has, and when it said so. */
const hasWords = (said: Confirmation | undefined): string => {
  if (said === undefined || said.of === 0) return 'has not confirmed your latest changes'
  const when = said.at === null ? '' : `, said ${formatMoment(said.at)}`
  if (said.upTo === said.of) return `has everything you wrote${when}`
  return `has your changes up to number ${said.upTo} of ${said.of}${when}; has not confirmed your latest changes`
}

export const WhoHasIt = ({ app, looking }: SyncProps) => {
  const { members, status, presence } = looking.space
  const mine = app.device.value?.id
  const people = members
    .map(member => ({ ...member, devices: member.devices.filter(({ id }) => id !== mine) }))
    .filter(({ devices }) => devices.length > 0)
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who has your changes</h2>
      {people.length === 0 ? (
        <p class="soft">
          No other device yet. <a href="/people">Invite somebody, or add your own second device</a>: it is also the best
          backup.
        </p>
      ) : (
        <ul class={s.people}>
          {people.map(({ person, name, roles, devices }) => (
            <li key={person}>
              <p class={s.person}>
                <strong>{name || 'No name yet'}</strong>
                <span class="faint">
                  {person === app.device.value?.person.id ? 'your own' : roles.map(roleWord).join(', ')}
                </span>
              </p>
              <ul>
                {devices.map(({ id, fingerprint }) => {
                  const said = status.confirmations.find(({ device }) => device === id)
                  const has = status.acknowledgedBy.includes(id)
                  return (
                    <li key={id} class={s.device}>
                      <Icon name={has ? 'check' : 'clock'} />
                      <span class={has ? s.good : 'soft'}>
                        {hasWords(said)}
                        {presence.some(({ device }) => device === id) && ', here now'}
                      </span>
                      <span class={`${s.print} faint`}>{fingerprint}</span>
                    </li>
                  )
                })}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <p class="faint">
        “Has” means that the device itself said so, signed; a link that is up is not counted as delivery.
      </p>
    </section>
  )
}
