/** What a person writes here, gathered for a moment, then sealed and entered; and whether it stands in the store. */
import * as Y from 'yjs'
import type { DocName } from './api.ts'
import type { Ledger } from './ledger.ts'
import type { Bytes } from './secret.ts'

const mostAtOnce = 400_000
const retryAfter = 3_000

export class Drafts {
  readonly #ledger: Ledger
  readonly #wait: number
  readonly #changed: () => void
  readonly #entered: () => void
  #waiting = new Map<DocName, Uint8Array[]>()
  #bytes = 0
  #writing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #ended = false
  why: string | null = null

  /** `wait`: milliseconds for which edits are gathered. `entered` is called when some were written. */
  constructor(ledger: Ledger, wait: number, changed: () => void, entered: () => void) {
    this.#ledger = ledger
    this.#wait = wait
    this.#changed = changed
    this.#entered = entered
  }

  /** Gathers what is written from here on. Call once, when the store was read: Yjs writes each change out for a listener. */
  listen(): void {
    for (const name of this.#ledger.names)
      this.#ledger.docs[name].on(
        'update',
        (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
          // Why: whatever is written here by hand is ours, also what an undo writes; what is applied is somebody's.
          if (local) this.add(name, update)
        },
      )
  }

  /** Whether anything written here is not in the store yet. What waits for a person to be let in is kept meanwhile. */
  get unsaved(): boolean {
    return this.#writing || (this.#waiting.size > 0 && this.#ledger.isMember)
  }

  /** Gathers an update that stands in the document already. */
  add(name: DocName, update: Uint8Array): void {
    this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), update])
    this.#bytes += update.length
    this.#schedule(this.#bytes > mostAtOnce ? 0 : this.#wait)
    this.#changed()
  }

  #schedule(wait: number): void {
    if (this.#ended || (this.#timer !== undefined && wait > 0)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), wait)
  }

  /** Writes what was gathered; true when nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const done = await this.#ledger.run(async () => this.#waiting.size === 0 || !this.#ledger.isMember)
    if (done) return true
    this.#writing = true
    const written = await this.#ledger.write(() => this.#write())
    this.#writing = false
    if (!written) this.#schedule(retryAfter)
    this.#changed()
    return written
  }

  async #write(): Promise<boolean> {
    if (this.#waiting.size === 0 || !this.#ledger.isMember) return true
    const { me, members } = this.#ledger
    const taken = this.#waiting
    this.#waiting = new Map()
    this.#bytes = 0
    const entries = [...taken]
      .filter(([name]) => members.mayWrite(name, me.id))
      .map(([doc, updates]) => ({ kind: 'update' as const, doc, body: merged(updates) }))
    for (const [name, updates] of taken)
      if (!members.mayWrite(name, me.id)) {
        taken.delete(name)
        await this.#ledger.taking.setAside(merged(updates), `you may not write in the document \`${name}\``)
      }
    const written = entries.length === 0 ? { ok: true as const } : await this.#ledger.enter(entries)
    this.why = written.ok ? null : written.why
    if (!written.ok)
      for (const [name, updates] of taken) this.#waiting.set(name, [...updates, ...(this.#waiting.get(name) ?? [])])
    else this.#entered()
    return written.ok
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }
}

const merged = (updates: readonly Uint8Array[]): Bytes =>
  new Uint8Array(updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates]))
