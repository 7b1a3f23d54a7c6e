/** Why something was changed, and who is speaking: rule, coach or athlete. */
import type { Reason as ReasonType } from '../../core/model/advice.ts'
import type { StandingChange } from '../../core/model/plan.ts'
import { forReader } from './for-reader.ts'
import { Icon, type IconName } from './icon.tsx'
import s from './reason.module.css'

export type Speaker = 'rule' | 'coach' | 'athlete'
const speakerLook: Readonly<Record<Speaker, { readonly word: string; readonly icon: IconName }>> = {
  rule: { word: 'Rule', icon: 'rule' },
  coach: { word: 'Coach', icon: 'coach' },
  athlete: { word: 'Athlete', icon: 'athlete' },
}
/** What stands where no rule spoke; its sentence says that already. */
const nobodySpoke = 'no-rule'
const ruleWords = (rule: string): string => rule.replaceAll('-', ' ')

/** Who stands behind a change. An approval is the coach's, even where a rule drafted it. */
export const speakerOf = (change: Pick<StandingChange, 'type' | 'role'>): Speaker =>
  change.type === 'applied' ? 'rule' : change.type === 'approved' || change.role !== 'athlete' ? 'coach' : 'athlete'

type ReasonProps = {
  readonly speaker: Speaker
  readonly says: string
  /** Overrides the speaker's word: `You`, or a name. */
  readonly name?: string
  /** The rules that decided, each with its sentence. */
  readonly because?: readonly ReasonType[]
}

export const Reason = ({ speaker, says, name, because = [] }: ReasonProps) => (
  <div class={s.reason}>
    <p class={s.says}>
      <span class={s.speaker}>
        <Icon name={speakerLook[speaker].icon} /> {name ?? speakerLook[speaker].word}
      </span>{' '}
      {forReader(says)}
    </p>
    {because.length > 0 && (
      <ul class={s.rules}>
        {because.map(reason => (
          <li key={reason.rule + reason.says}>
            {reason.rule !== nobodySpoke && <span class={s.rule}>{ruleWords(reason.rule)}</span>}{' '}
            {forReader(reason.says)}
          </li>
        ))}
      </ul>
    )}
  </div>
)

/** The reason folded behind one word, for narrow places. */
export const FoldedReason = (props: ReasonProps & { readonly label?: string }) => (
  <details class={s.fold}>
    <summary>{props.label ?? 'Why'}</summary>
    <Reason {...props} />
  </details>
)
