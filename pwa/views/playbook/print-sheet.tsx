/** The playbook on one sheet of paper for the athlete: seen only in print. */
import type { Playbook } from '../../../core/model/playbook.ts'
import { type SentenceGroup, sentences } from '../../../core/playbook/index.ts'
import { formatMoment } from '../../parts/format.ts'
import s from './print-sheet.module.css'
import type { Version } from './versions.ts'

type SheetProps = {
  readonly playbook: Playbook
  readonly athlete: string
  readonly inForce: Version | undefined
}

/** In the order in which an athlete asks: who decides, when something counts, what nobody can switch off. */
const shown = ['layers', 'kinds', 'thresholds', 'rules', 'guardrails'] as const

export const PrintSheet = ({ playbook, athlete, inForce }: SheetProps) => {
  const groups = sentences(playbook)
  const isOwn = new Set(playbook.overrides.map(({ field }) => field))
  return (
    <div class={s.sheet} aria-hidden="true" data-print-sheet>
      <p class={s.title}>{playbook.title}: who decides what</p>
      <p class={s.lead}>
        For {athlete || 'the athlete'}. Version {playbook.version}
        {inForce?.at ? `, signed by ${inForce.by}, ${formatMoment(inForce.at)}` : ', not signed'}.
        {isOwn.size > 0 && ' A star marks what is set for you alone.'}
      </p>
      <div class={s.columns}>
        {shown.map(id => {
          const group = groups.find(one => one.id === id)
          return group && <Group key={id} group={group} isOwn={isOwn} />
        })}
      </div>
    </div>
  )
}

const Group = ({ group, isOwn }: { readonly group: SentenceGroup; readonly isOwn: ReadonlySet<string> }) => (
  <>
    <p class={s.heading}>{group.title}</p>
    <ul>
      {group.sentences.map(({ id, says }) => (
        <li key={id}>
          {group.id === 'guardrails' && <b>{id} </b>}
          {says}
          {(isOwn.has(`${group.id}.${id}`) || isOwn.has(`mayApply.${id}`)) && ' ★'}
        </li>
      ))}
    </ul>
  </>
)
