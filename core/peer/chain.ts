/** One device's chain as far as it was taken in, and where another history of the same device parts from it. */
import type { Sealed } from './envelope.ts'
import type { Parts } from './opening.ts'

export type Chain = Parts & {
  hashes: string[]
  roster: number
  frozen: boolean
  /** Of a device that signed two histories: after this number what it wrote in the documents counts nowhere. */
  end: number
  /** How many that came after its removal were looked at. */
  late: number
}

export const newChain = (): Chain => ({
  hashes: [],
  roster: 0,
  parts: [],
  what: '',
  frozen: false,
  end: Number.POSITIVE_INFINITY,
  late: 0,
})

/** Whether an envelope that its device signed cannot stand in this history of it. */
export const contradicts = ({ hashes }: Chain, { header, hash }: Sealed): boolean => {
  const known = hashes[header.seq - 1]
  if (known !== undefined) return known !== hash
  return header.seq === hashes.length + 1 && header.prevHash !== (hashes.at(-1) ?? null)
}

/** After which number an envelope of another history and this one part, as far as the two show it. */
export const partsAfter = ({ hashes }: Chain, { header: { seq, prevHash }, hash }: Sealed): number => {
  if (prevHash !== (hashes[seq - 2] ?? null)) return Math.max(0, seq - 2)
  return (hashes[seq - 1] ?? hash) === hash ? seq : seq - 1
}
