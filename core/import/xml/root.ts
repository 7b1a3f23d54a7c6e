/** Which kind of XML file it is, by its outermost element; by its name only where the bytes do not say. */
import { isFitAt } from '../fit/frame.ts'
import { asLetters, isNamed, startsWith } from '../importer.ts'

type Root = 'gpx' | 'tcx'

const rootIn = (head: Uint8Array): Root | undefined => {
  // Why: in two-byte letters every other byte of the tag is empty.
  const text = asLetters(head).replaceAll('\0', '')
  if (/<(\w+:)?gpx[\s>]/i.test(text)) return 'gpx'
  return /<(\w+:)?TrainingCenterDatabase[\s>]/i.test(text) ? 'tcx' : undefined
}

const isPacked = (head: Uint8Array): boolean => startsWith(head, 0x1f, 0x8b) || startsWith(head, 0x50, 0x4b)

/** Whether a file is of this kind. */
export const isRoot = (kind: Root, head: Uint8Array, name: string): boolean => {
  // Why first: most files of a history are FIT, and looking for a tag in one takes longer than this.
  if (isFitAt(head, 0)) return false
  const root = rootIn(head)
  return root === undefined ? isNamed(name, `.${kind}`) && !isPacked(head) : root === kind
}
