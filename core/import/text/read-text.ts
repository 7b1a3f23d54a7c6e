/** Files that are text: tables, lists and plans, read whole because they are small. */

import { err, ok, type Result } from '../../lib/result.ts'
import type { ByteSource, ImportError } from '../importer.ts'

declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string }

/** A table or list that people export is smaller; as objects it takes up to thirty times as much memory. */
export const textLimit = 12 * 1024 * 1024

/** The text without its byte order mark. UTF-16 where a mark says so; what is not UTF-8 is taken as Windows Latin. */
export const readText = async (source: ByteSource): Promise<Result<string, ImportError>> => {
  const { size } = source
  if (size > textLimit) return err({ type: 'TooLarge', size, limit: textLimit })
  const bytes = await source.read(0, size)
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const label of marked === null ? ['utf-8', 'windows-1252'] : [marked])
    try {
      const text = new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes)
      return ok(text.replace(/^\uFEFF/, ''))
    } catch {
      // Why: an old spreadsheet writes one byte a letter; the next label reads any bytes.
    }
  return err({ type: 'Damaged' })
}
