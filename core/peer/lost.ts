/** Writing that was turned away: what rests on it can never be put down. */
import { beginningsIn } from './update.ts'

export class Lost {
  /** Where it begins, by writer. */
  readonly #from = new Map<number, number>()

  /** Remembers what of a change that was turned away can never come. */
  add(update: Uint8Array): void {
    for (const [client, clock] of beginningsIn(update))
      this.#from.set(client, Math.min(clock, this.#from.get(client) ?? clock))
  }

  has(client: number, clock: number): boolean {
    return clock >= (this.#from.get(client) ?? Number.POSITIVE_INFINITY)
  }
}
