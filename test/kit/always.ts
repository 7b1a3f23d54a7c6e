/** A law: what holds for whatever is made up. */
import * as fc from 'fast-check'

/** Checks a law; the seed is printed where it does not hold. */
export const always = <Ts>(property: fc.IProperty<Ts>, more?: fc.Parameters<Ts>): void => {
  void fc.assert(property, more)
}
