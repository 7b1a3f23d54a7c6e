/** Which circles belong to which space, on this device. */
import { type Child, Circles, type CirclesOptions } from './circles.ts'
import type { LiveSpace } from './space.ts'

/** The circles of all spaces of a device, by the space they belong to. */
export class Family {
  readonly #of = new Map<string, readonly Child[]>()
  readonly #parents = new Map<string, LiveSpace>()

  of(parent: string): readonly Child[] {
    return this.#of.get(parent) ?? []
  }

  /** A space that is about to open keeps its circles; a circle is kept by its space. */
  bring(space: LiveSpace, given: Omit<CirclesOptions, 'children' | 'entered'>): void {
    const { ledger } = given
    const { id, circle } = ledger.row
    if (circle === undefined) {
      space.keeper = new Circles({ ...given, children: () => this.of(id), entered: () => space.entered() })
      this.#parents.set(id, space)
      return
    }
    const others = this.of(circle.parent).filter(child => child.space.id !== id)
    this.#of.set(circle.parent, [...others, { space, ledger }])
    const parent = () => this.#parents.get(circle.parent)
    const isReplaced = () => parent()?.keeper?.isReplaced(ledger.row) === true
    space.subscribe(() => parent()?.keepCircles())
    space.isQuiet = () => ledger.members.devices.length === 1 || isReplaced()
  }

  drop(id: string): void {
    this.#of.delete(id)
    this.#parents.delete(id)
    for (const [parent, all] of this.#of)
      this.#of.set(
        parent,
        all.filter(({ space }) => space.id !== id),
      )
  }
}
