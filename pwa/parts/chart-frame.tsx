/** What stands round every chart: its name, a sentence that says what it shows, and the same figures as a table. */
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import s from './chart-frame.module.css'

type ChartFrameProps = {
  readonly title: string
  readonly summary: string
  readonly chart: () => ComponentChildren
  readonly table: () => ComponentChildren
  /** Stands beside the title: spans, units, where the figures come from. */
  readonly controls?: ComponentChildren
  readonly foot?: ComponentChildren
}

export const ChartFrame = ({ title, summary, chart, table, controls, foot }: ChartFrameProps) => {
  const [asTable, setAsTable] = useState(false)
  const [heading, described] = [useId(), useId()]
  return (
    <section class={s.frame} aria-labelledby={heading}>
      <header class={s.head}>
        <h2 id={heading}>{title}</h2>
        {controls}
        <Button small variant="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </header>
      <figure class={s.figure} aria-labelledby={heading} aria-describedby={described}>
        <figcaption id={described} class={s.summary}>
          {summary}
        </figcaption>
        {asTable ? table() : chart()}
      </figure>
      {foot}
    </section>
  )
}
