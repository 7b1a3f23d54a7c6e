/** Where it hurts and how much, in three taps; in two where it is the same place as before. */

import { useState } from 'preact/hooks'
import type { BodySite, CheckIn } from '../../core/model/check-in.ts'
import { english, t } from '../state/language.ts'
import { Button } from './button.tsx'
import s from './check-in.module.css'
import { ScaleRow, Sites, siteWord } from './check-in-scale.tsx'

const painWords = [english('slight'), english('mild'), english('clear'), english('strong'), english('severe')] as const

type PainProps = {
  readonly pain: CheckIn['pain']
  /** Where it hurt last, or where an injury is on file. */
  readonly before: BodySite | null
  readonly onChange: (pain: CheckIn['pain']) => void
}

// Why: nothing is said until both site and level are chosen, since a pain reaches the coach at once.
export const Pain = ({ pain, before, onChange }: PainProps) => {
  const [asked, setAsked] = useState(false)
  const [site, setSite] = useState<BodySite | null>(null)
  if (pain === null && !asked) return <Button onClick={() => setAsked(true)}>{t('Something hurts')}</Button>
  const where = pain?.site ?? site
  return (
    <div class={s.item}>
      {before !== null && where === null && (
        <Button onClick={() => setSite(before)}>
          {t('Same place as before: {place}', { place: t(siteWord[before]).toLowerCase() })}
        </Button>
      )}
      <Sites
        label={t('Where does it hurt?')}
        value={where}
        onChange={next => {
          setSite(next)
          if (pain !== null && next !== null) onChange({ ...pain, site: next })
        }}
      />
      {where !== null && (
        <ScaleRow
          label={english('Pain')}
          words={painWords}
          value={pain?.level ?? null}
          onChange={level => onChange(level === null ? null : { site: where, level })}
        />
      )}
      <p class={s.note}>{t('Your coach sees pain at once. Nothing changes by itself while something hurts.')}</p>
      <Button
        variant="plain"
        small
        onClick={() => {
          setAsked(false)
          setSite(null)
          if (pain !== null) onChange(null)
        }}
      >
        {t('Nothing hurts')}
      </Button>
    </div>
  )
}
