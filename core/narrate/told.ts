/** A fact of a report as a sentence with placeholders: every figure, day and name is a slot that only a rule fills. */

/** `says` is the text a rule put there, with its unit and what it counts; `hint` says of what kind it is, and no more. */
export type Slot = { readonly id: string; readonly says: string; readonly hint: string }

/** A fact with its slots lifted out, ready to be reworded. */
export type Told = {
  readonly id: string
  /** The rule's own sentence, e.g. `Mileage: {mileage-a} in {mileage-b}.` */
  readonly template: string
  readonly slots: readonly Slot[]
  /** Words of the fact that a rewording keeps. */
  readonly keeps: readonly string[]
  /** Words about direction may stand right before this slot, and only those that are true. */
  readonly direction: { readonly before: string; readonly went: 'up' | 'down' } | null
}

/** What a report says of one thing; `names` are the titles that stand in it. */
export type Telling = {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly names: readonly string[]
}

/** The sentence with what the rule says in each slot's place. A text in a slot is never read as a placeholder. */
export const fill = ({ slots }: Pick<Told, 'slots'>, sentence: string): string =>
  sentence.replace(/\{([^{}]*)\}/g, (whole, id: string) => slots.find(slot => slot.id === id)?.says ?? whole)
