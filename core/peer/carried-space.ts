/** A space as far as it is carried by files and folders: packed for somebody, taken in, kept in step with a directory. */
import { err, ok, type Result } from '../lib/result.ts'
import type { PersonId } from '../model/ids.ts'
import type { FolderState, PackedParcel, Received, ReceiveError } from './api.ts'
import { FolderKeeper } from './folder-keeper.ts'
import { pack, unpack } from './packing.ts'
import { type Parcel, writeParcel } from './parcel.ts'
import { joined } from './secret.ts'
import { SeenSpace } from './seen-space.ts'
import { attempt, settingOf } from './store.ts'

export abstract class CarriedSpace extends SeenSpace {
  #keeper: FolderKeeper | undefined

  /** Where the store keeps the folder; a circle goes through its space's. */
  private get folderKey(): string {
    const { id, circle } = this.ledger.row
    return `folder/${circle?.parent ?? id}`
  }

  get folder(): FolderState {
    return this.#keeper?.state ?? this.shared.folder
  }

  /** The circles this device may open, carried along with their space. */
  protected abstract carriedAlong(): readonly CarriedSpace[]
  /** Something came over a link. */
  protected abstract arrived(): void
  /** How the links are changed. */
  protected abstract tellLine(): void

  async pack(person: PersonId | null): Promise<PackedParcel> {
    const theirs = this.carriedAlong().filter(
      ({ members }) => person === null || members.some(one => one.person === person),
    )
    const packed: Parcel[] = []
    for (const space of [this, ...theirs]) {
      await space.drafts.flush()
      packed.push(await pack(space.options, person))
    }
    const pieces = packed.reduce((sum, { envelopes }) => sum + envelopes.length, 0)
    return { bytes: joined(...packed.map(writeParcel)), pieces }
  }

  /** Takes in what a file or a folder brought; the line carries it on. */
  async receive(parcel: Parcel): Promise<Result<Received, ReceiveError>> {
    const heldBefore = this.ledger.taking.held
    const { pieces, fresh, missing } = await unpack(this.options, parcel)
    this.arrived()
    await this.line?.topUp()
    await this.line?.look()
    this.line?.acknowledge()
    const why = this.ledger.taking.notStored
    if (why !== null) return err({ type: 'NotSaved', why })
    return ok({ space: this.id, pieces, fresh, missing, held: this.ledger.taking.held - heldBefore })
  }

  /** Keeps the folder from now on, where one was chosen: in the window that holds the line. */
  protected async keepFolder(online: boolean): Promise<void> {
    this.#keeper = new FolderKeeper({
      ...this.options,
      setting: this.folderKey,
      take: async parcel => {
        const done = await this.receive(parcel)
        if (!done.ok) throw new Error(done.error.type)
        return done.value.missing.length === 0
      },
      changed: () => this.tellLine(),
    })
    await this.#keeper.look(online)
  }

  /** Something was written or read that the folder may lack. */
  protected fillFolder(): void {
    this.#keeper?.now()
  }

  protected lookAtFolder(): Promise<void> {
    return this.#keeper?.look() ?? Promise.resolve()
  }

  protected setFolderOnline(online: boolean): void {
    this.#keeper?.setOnline(online)
  }

  protected stopFolder(): Promise<void> {
    return this.#keeper?.stop() ?? Promise.resolve()
  }

  async useFolder(folder: FileSystemDirectoryHandle | null): Promise<string | null> {
    const { db, tell } = this.options
    const key = this.folderKey
    const done = await attempt(async () => {
      await db.settings.where('key').startsWith(`${key}/told`).delete()
      if (folder === null) await db.settings.delete(key)
      else await db.settings.put({ key, value: folder })
    })
    for (const space of [this, ...this.carriedAlong()]) {
      await space.lookAtFolder()
      tell({ type: 'look', space: space.id })
    }
    return done.ok ? null : done.why
  }

  async allowFolder(): Promise<void> {
    const { db, inside, tell } = this.options
    const found = await attempt(() => settingOf(db, this.folderKey))
    if (found.ok && found.value !== undefined) await inside.folder.askToUse(found.value)
    for (const space of [this, ...this.carriedAlong()]) {
      await space.lookAtFolder()
      tell({ type: 'look', space: space.id })
    }
  }
}
