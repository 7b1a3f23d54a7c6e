/** Where a figure comes from, one press away from the figure: formula in words, unit, source, and how far to trust it. */
import { useId } from 'preact/hooks'
import { type FigureId, figures } from '../../core/science/figures.ts'
import s from './about.module.css'
import { Icon } from './icon.tsx'
import { trustWord } from './trust-words.ts'

type AboutProps = {
  readonly of: FigureId
  /** What this very figure rests on, where more is known than the formula. */
  readonly here?: string
}

export const About = ({ of, here }: AboutProps) => {
  const id = useId()
  const { title, formula, unit, source, holds, trust } = figures[of]
  const lines: readonly (readonly [string, string])[] = [
    ['How', formula],
    ...(here === undefined ? [] : [['Here', here] as const]),
    ['Unit', unit],
    ['Source', source],
    ['Holds', holds],
    ['Trust', trustWord[trust]],
  ]
  return (
    <span class={s.anchor} style={{ anchorName: `--${id}` }}>
      <button type="button" class={s.button} popovertarget={id} aria-label={`Where ${title.toLowerCase()} comes from`}>
        <Icon name="question" />
      </button>
      <div id={id} popover="auto" role="note" aria-label={title} class={s.about} style={{ positionAnchor: `--${id}` }}>
        <p class={s.title}>{title}</p>
        <dl class={s.lines}>
          {lines.map(([name, says]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </div>
    </span>
  )
}
