/** A few choices of which one holds: radio buttons that look like one strip. */
import { useId } from 'preact/hooks'
import s from './segmented.module.css'

type SegmentedProps<T extends string> = {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
}

export const Segmented = <T extends string>({ label, options, value, onChange, disabled }: SegmentedProps<T>) => {
  const name = useId()
  return (
    <fieldset class={s.strip} disabled={disabled ?? false}>
      <legend class="only-heard">{label}</legend>
      {options.map(option => (
        <label key={option.value} class={s.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
