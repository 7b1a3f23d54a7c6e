/** What becomes of one envelope that stands rightly in its chain. */
export type Fate = { readonly type: 'applied' } | { readonly type: 'wait' | 'held'; readonly why: string }
export const applied: Fate = { type: 'applied' }
export const held = (why: string): Fate => ({ type: 'held', why })
export const wait = (why: string): Fate => ({ type: 'wait', why })
