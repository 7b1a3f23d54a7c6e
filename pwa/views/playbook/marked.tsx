/** A sentence of the playbook as it was and as it is, with the change marked in it. */
import type { Difference } from '../../../core/playbook/index.ts'
import s from './marked.module.css'

export const Marked = ({ difference: { pieces } }: { readonly difference: Difference }) => (
  <span class={s.marked}>
    {pieces.map((piece, i) => {
      if (piece.is === 'gone') return <del key={i}>{piece.text}</del>
      if (piece.is === 'new') return <ins key={i}>{piece.text}</ins>
      return piece.text
    })}
  </span>
)
