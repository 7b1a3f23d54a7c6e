/** Which of the coach's own groups one athlete is in. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import type { RosterGroup } from '../../state/roster-desk.ts'
import { longestGroupName, regrouped } from '../../state/roster-groups.ts'
import s from './groups.module.css'
import type { RosterLine } from './order.ts'

type GroupsProps = {
  /** Whose; null while nobody is asked about. */
  readonly line: RosterLine | null
  readonly groups: readonly RosterGroup[]
  readonly onGroups: (groups: readonly RosterGroup[]) => void
  readonly onClose: () => void
}

export const Groups = ({ line, groups, onGroups, onClose }: GroupsProps) => (
  <Dialog open={line !== null} title={line === null ? '' : `Groups of ${line.name}`} onClose={onClose}>
    {line !== null && <GroupsForm line={line} groups={groups} onGroups={onGroups} />}
  </Dialog>
)

type FormProps = Omit<GroupsProps, 'line' | 'onClose'> & { readonly line: RosterLine }

const GroupsForm = ({ line: { space }, groups, onGroups }: FormProps) => {
  const [name, setName] = useState('')
  const add = (event: Event) => {
    event.preventDefault()
    if (name.trim() === '') return
    onGroups(regrouped(groups, name.trim(), space, true))
    setName('')
  }
  return (
    <div class={s.groups}>
      {groups.map(group => (
        <label key={group.name} class={s.group}>
          <input
            type="checkbox"
            checked={group.members.includes(space)}
            onChange={event => onGroups(regrouped(groups, group.name, space, event.currentTarget.checked))}
          />
          {group.name}
        </label>
      ))}
      <form class={s.add} onSubmit={add}>
        <input
          data-first
          aria-label="A new group"
          placeholder="A new group"
          maxLength={longestGroupName}
          value={name}
          onInput={event => setName(event.currentTarget.value)}
        />
        <Button small type="submit">
          Add
        </Button>
      </form>
      <p class={s.note}>Groups are yours, on this device. One goes when its last athlete is taken out.</p>
    </div>
  )
}
