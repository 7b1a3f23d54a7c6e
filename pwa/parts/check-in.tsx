/** How the athlete is this morning, in five taps; everything may be left out, nothing is filled in for them. */
import { useState } from 'preact/hooks'
import { type BodySite, bodySites, type CheckIn } from '../../core/model/check-in.ts'
import { Button } from './button.tsx'
import s from './check-in.module.css'

type Scale = 'sleepQuality' | 'soreness' | 'fatigue' | 'stress' | 'motivation'

const scales: readonly { readonly field: Scale; readonly label: string; readonly words: readonly string[] }[] = [
  { field: 'sleepQuality', label: 'Sleep', words: ['very poor', 'poor', 'fair', 'good', 'very good'] },
  { field: 'soreness', label: 'Soreness', words: ['none', 'a little', 'some', 'sore', 'very sore'] },
  { field: 'fatigue', label: 'Fatigue', words: ['fresh', 'fine', 'a bit tired', 'tired', 'drained'] },
  { field: 'stress', label: 'Stress', words: ['calm', 'a little', 'some', 'high', 'very high'] },
  { field: 'motivation', label: 'Motivation', words: ['none', 'low', 'so-so', 'good', 'eager'] },
]
const painWords = ['slight', 'mild', 'clear', 'strong', 'severe'] as const

export const siteWord: Readonly<Record<BodySite, string>> = {
  foot: 'Foot',
  ankle: 'Ankle',
  achilles: 'Achilles',
  calf: 'Calf',
  shin: 'Shin',
  knee: 'Knee',
  hamstring: 'Hamstring',
  quad: 'Quad',
  hip: 'Hip',
  groin: 'Groin',
  back: 'Back',
  other: 'Elsewhere',
}

type ScaleRowProps = {
  readonly label: string
  readonly words: readonly string[]
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

const ScaleRow = ({ label, words, value, onChange }: ScaleRowProps) => (
  <fieldset class={s.row}>
    <legend class={s.label}>
      {label} <span class={s.word}>{value === null ? '' : words[value - 1]}</span>
    </legend>
    <div class={s.scale}>
      {words.map((word, i) => (
        <button
          key={word}
          type="button"
          class={s.point}
          aria-pressed={value === i + 1}
          aria-label={`${label} ${i + 1}, ${word}`}
          onClick={() => onChange(value === i + 1 ? null : i + 1)}
        >
          <span class={s.number}>{i + 1}</span>
          <span class={s.small}>{word}</span>
        </button>
      ))}
    </div>
  </fieldset>
)

const Sites = ({
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
          {siteWord[site]}
        </button>
      ))}
    </div>
  </fieldset>
)

type CheckInFormProps = {
  readonly checkIn: CheckIn
  /** Told at every tap; null takes an answer back. */
  readonly onChange: (checkIn: CheckIn) => void
}

export const CheckInForm = ({ checkIn, onChange }: CheckInFormProps) => {
  const put = (part: Partial<CheckIn>) => onChange({ ...checkIn, ...part })
  const { sleepHours, soreness, pain } = checkIn
  const step = (by: number) => put({ sleepHours: Math.min(24, Math.max(0, (sleepHours ?? 7.5) + by)) })
  return (
    <div class={s.form}>
      <fieldset class={s.row}>
        <legend class={s.label}>
          Hours slept{' '}
          {sleepHours !== null && (
            <Button small variant="plain" onClick={() => put({ sleepHours: null })}>
              Clear
            </Button>
          )}
        </legend>
        <div class={s.stepper}>
          <button type="button" class={s.step} aria-label="Half an hour less" onClick={() => step(-0.5)}>
            −
          </button>
          {sleepHours === null ? (
            <button type="button" class={s.hours} onClick={() => put({ sleepHours: 7.5 })}>
              Tap to say
            </button>
          ) : (
            <output class={s.hours}>{sleepHours} h</output>
          )}
          <button type="button" class={s.step} aria-label="Half an hour more" onClick={() => step(0.5)}>
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
            <Sites label="Where?" value={checkIn.sorenessSite} onChange={sorenessSite => put({ sorenessSite })} />
          )}
        </div>
      ))}
      <Pain pain={pain} onChange={next => put({ pain: next })} />
    </div>
  )
}

// Why: nothing is said until both site and level are chosen, since a pain reaches the coach at once.
const Pain = ({ pain, onChange }: { pain: CheckIn['pain']; onChange: (pain: CheckIn['pain']) => void }) => {
  const [asked, setAsked] = useState(false)
  const [site, setSite] = useState<BodySite | null>(null)
  if (pain === null && !asked) return <Button onClick={() => setAsked(true)}>Something hurts</Button>
  const where = pain?.site ?? site
  return (
    <div class={s.item}>
      <Sites
        label="Where does it hurt?"
        value={where}
        onChange={next => {
          setSite(next)
          if (pain !== null && next !== null) onChange({ ...pain, site: next })
        }}
      />
      {where !== null && (
        <ScaleRow
          label="Pain"
          words={painWords}
          value={pain?.level ?? null}
          onChange={level => onChange(level === null ? null : { site: where, level })}
        />
      )}
      <p class={s.note}>Your coach sees pain at once. Nothing changes by itself while something hurts.</p>
      <Button
        variant="plain"
        small
        onClick={() => {
          setAsked(false)
          setSite(null)
          if (pain !== null) onChange(null)
        }}
      >
        Nothing hurts
      </Button>
    </div>
  )
}
