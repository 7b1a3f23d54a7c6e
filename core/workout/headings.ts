/** What a heading says of the steps under it. */
import type { Step } from '../model/workout.ts'

const headings: readonly [RegExp, Step['role']][] = [
  [/^warm[\s-]?up\b/i, 'warmup'],
  [/^cool[\s-]?down\b/i, 'cooldown'],
  [/^recover(y|ies)?\b/i, 'recovery'],
]

/** Null where it names none: then each step is what it looks like. */
export const roleOfHeading = (text: string): Step['role'] | null =>
  headings.find(([form]) => form.test(text))?.[1] ?? null
