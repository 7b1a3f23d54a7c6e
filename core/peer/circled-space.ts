/** A space with its circles, or a circle itself: whether it needs a line, and which circles this device may open. */
import { err, ok, type Result } from '../lib/result.ts'
import type { CircleKind } from '../model/circle.ts'
import type { PersonId } from '../model/ids.ts'
import type { Circle, CircleError } from './api.ts'
import { CarriedSpace } from './carried-space.ts'
import type { Child, Circles } from './circles.ts'

export abstract class CircledSpace extends CarriedSpace {
  /** Set in a space, not in a circle. */
  keeper: Circles | undefined
  /** Whether a circle needs no line: nobody else reads it, or another took its place. */
  isQuiet = (): boolean => false
  #online = false
  #wasQuiet = false

  abstract saved(): Promise<void>

  get circles(): readonly Circle[] {
    return (this.keeper?.open ?? []).map(asCircle)
  }

  protected carriedAlong(): readonly CarriedSpace[] {
    return (this.keeper?.open ?? []).map(({ space }) => space)
  }

  async openCircle(kind: CircleKind, coach?: PersonId): Promise<Result<Circle, CircleError>> {
    const opened = await this.keeper?.openOne(kind, coach ?? null)
    if (opened === undefined) return err({ type: 'NotAMember' })
    return opened.ok ? ok(asCircle(opened.value)) : opened
  }

  /** Whether the line is to be on, where a person wants it on or off. */
  protected wants(online: boolean): boolean {
    this.#online = online
    this.#wasQuiet = this.isQuiet()
    return online && !this.#wasQuiet
  }

  setOnline(online: boolean): void {
    void this.line?.setOnline(this.wants(online))
    this.setFolderOnline(this.wants(online))
  }

  /** Sees to the circles after something changed in one of them. */
  keepCircles(): void {
    if (this.line !== undefined) void this.keeper?.keep()
  }

  protected override async look(): Promise<void> {
    await super.look()
    if (this.isQuiet() !== this.#wasQuiet) await this.line?.setOnline(this.wants(this.#online))
    if (this.line !== undefined) await this.keeper?.keep()
  }
}

const asCircle = ({ space, ledger: { row } }: Child): Circle => ({
  id: space.id,
  kind: row.circle!.kind,
  coach: row.circle!.coach,
  doc: space.docs[row.circle!.kind],
  readers: space.members.map(({ person }) => person),
  status: space.status,
  saved: () => space.saved(),
})
