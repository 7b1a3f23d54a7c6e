/** How the athlete is this morning, in five taps; everything may be left out, nothing is filled in for them. */

import type { BodySite, CheckIn } from '../../core/model/check-in.ts'
import { english, t } from '../state/language.ts'
import { Button } from './button.tsx'
import s from './check-in.module.css'
import { More } from './check-in-more.tsx'
import { Pain } from './check-in-pain.tsx'
import { ScaleRow, Sites } from './check-in-scale.tsx'
import { formatNumber } from './format.ts'

type Scale = 'sleepQuality' | 'soreness' | 'fatigue' | 'stress' | 'motivation'

const scales: readonly { readonly field: Scale; readonly label: string; readonly words: readonly string[] }[] = [
  {
    field: 'sleepQuality',
    label: english('Sleep'),
    words: [english('very poor'), english('poor'), english('fair'), english('good'), english('very good')],
  },
  {
    field: 'soreness',
    label: english('Soreness'),
    words: [english('none'), english('a little'), english('some'), english('sore'), english('very sore')],
  },
  {
    field: 'fatigue',
    label: english('Fatigue'),
    words: [english('fresh'), english('fine'), english('a bit tired'), english('tired'), english('drained')],
  },
  {
    field: 'stress',
    label: english('Stress'),
    words: [english('calm'), english('a little'), english('some'), english('high'), english('very high')],
  },
  {
    field: 'motivation',
    label: english('Motivation'),
    words: [english('none'), english('low'), english('so-so'), english('good'), english('eager')],
  },
]

type CheckInFormProps = {
  readonly checkIn: CheckIn
  /** Where it hurt last, or where an injury is on file; null where nothing is known. */
  readonly hurtBefore: BodySite | null
  /** Told at every tap; null takes an answer back. */
  readonly onChange: (checkIn: CheckIn) => void
}

export const CheckInForm = ({ checkIn, hurtBefore, onChange }: CheckInFormProps) => {
  const put = (part: Partial<CheckIn>) => onChange({ ...checkIn, ...part })
  const { sleepHours, soreness, pain } = checkIn
  const step = (by: number) => put({ sleepHours: Math.min(24, Math.max(0, (sleepHours ?? 7.5) + by)) })
  return (
    <div class={s.form}>
      <fieldset class={s.row}>
        <legend class={s.label}>
          {t('Hours slept')}{' '}
          {sleepHours !== null && (
            <Button small variant="plain" onClick={() => put({ sleepHours: null })}>
              {t('Clear')}
            </Button>
          )}
        </legend>
        <div class={s.stepper}>
          <button type="button" class={s.step} aria-label={t('Half an hour less')} onClick={() => step(-0.5)}>
            −
          </button>
          {sleepHours === null ? (
            <button type="button" class={s.hours} onClick={() => put({ sleepHours: 7.5 })}>
              {t('Tap to say')}
            </button>
          ) : (
            <output class={s.hours}>{formatNumber(sleepHours, 1)} h</output>
          )}
          <button type="button" class={s.step} aria-label={t('Half an hour more')} onClick={() => step(0.5)}>
            +
          </button>
        </div>
      </fieldset>
      {scales.map(({ field, label, words }) => (
        <div key={field} class={s.item}>
          <ScaleRow
            label={label}
            words={words}
            value={checkIn[field]}
            onChange={value =>
              put(
                field === 'soreness' && (value ?? 0) < 3 ? { soreness: value, sorenessSite: null } : { [field]: value },
              )
            }
          />
          {field === 'soreness' && (soreness ?? 0) >= 3 && (
            <Sites label={t('Where?')} value={checkIn.sorenessSite} onChange={sorenessSite => put({ sorenessSite })} />
          )}
        </div>
      ))}
      <Pain pain={pain} before={hurtBefore} onChange={next => put({ pain: next })} />
      <More key={checkIn.day} checkIn={checkIn} onChange={put} />
    </div>
  )
}
