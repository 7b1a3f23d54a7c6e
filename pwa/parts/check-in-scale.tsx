/** The two ways to answer by a tap: one of five in words, and a place on the body. */

import { type BodySite, bodySites } from '../../core/model/check-in.ts'
import { english, t } from '../state/language.ts'
import s from './check-in.module.css'

export const siteWord: Readonly<Record<BodySite, string>> = {
  foot: english('Foot'),
  ankle: english('Ankle'),
  achilles: english('Achilles'),
  calf: english('Calf'),
  shin: english('Shin'),
  knee: english('Knee'),
  hamstring: english('Hamstring'),
  quad: english('Quad'),
  hip: english('Hip'),
  groin: english('Groin'),
  back: english('Back'),
  other: english('Elsewhere'),
}

type ScaleRowProps = {
  readonly label: string
  readonly words: readonly string[]
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

export const ScaleRow = ({ label, words, value, onChange }: ScaleRowProps) => (
  <fieldset class={s.row}>
    <legend class={s.label}>
      {t(label)} <span class={s.word}>{value === null ? '' : t(words[value - 1]!)}</span>
    </legend>
    <div class={s.scale}>
      {words.map((word, i) => (
        <button
          key={word}
          type="button"
          class={s.point}
          aria-pressed={value === i + 1}
          aria-label={`${t(label)} ${i + 1}, ${t(word)}`}
          onClick={() => onChange(value === i + 1 ? null : i + 1)}
        >
          <span class={s.number}>{i + 1}</span>
          <span class={s.small}>{t(word)}</span>
        </button>
      ))}
    </div>
  </fieldset>
)

export const Sites = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: BodySite | null
  onChange: (site: BodySite | null) => void
}) => (
  <fieldset class={s.row}>
    <legend class={s.label}>{label}</legend>
    <div class={s.sites}>
      {bodySites.map(site => (
        <button
          key={site}
          type="button"
          class={s.site}
          aria-pressed={value === site}
          onClick={() => onChange(value === site ? null : site)}
        >
          {t(siteWord[site])}
        </button>
      ))}
    </div>
  </fieldset>
)
