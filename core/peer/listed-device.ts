/** A device as far as its list goes: every relationship on it, those that are loaded, and who wants to hear of a change. */
import type { Device, Space } from './api.ts'
import type { OpenSpaces } from './open-spaces.ts'

export abstract class ListedDevice {
  protected abstract readonly opened: OpenSpaces
  protected readonly listeners = new Set<() => void>()

  get list(): Device['list'] {
    return this.opened.list
  }

  get spaces(): readonly Space[] {
    return this.opened.spaces
  }

  async open(id: string): Promise<Space | null> {
    const known = this.opened.all.get(id)
    const space = known ?? (await this.opened.open(id))
    if (known === undefined) this.tell()
    return space ?? null
  }

  async openAll(): Promise<readonly Space[]> {
    const all = await this.opened.openAll()
    this.tell()
    return all
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  protected tell(): void {
    for (const listener of this.listeners) listener()
  }
}
