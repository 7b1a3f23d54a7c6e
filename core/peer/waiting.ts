/** What lies in a carrier and cannot be judged yet: of which device, how much, and what it waits for. */
import type { DeviceId } from '../model/ids.ts'

export class Waiting {
  readonly #of = new Map<DeviceId, { readonly pieces: number; readonly why: string }>()

  clear(): void {
    this.#of.clear()
  }

  /** Of a device so many pieces are left; `why` is null where none waits. */
  note(device: DeviceId, pieces: number, why: string | null): void {
    if (why === null) this.#of.delete(device)
    else this.#of.set(device, { pieces, why })
  }

  of(device: DeviceId): { readonly pieces: number; readonly why: string } | undefined {
    return this.#of.get(device)
  }
}
