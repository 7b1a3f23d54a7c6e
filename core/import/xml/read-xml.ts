/** Any XML, element by element as it arrives, with limits that a recording never reaches and a trap always does. */
import { SaxesParser } from 'saxes'
import type { ByteSource, ImportError } from '../importer.ts'

declare const TextDecoder: new (
  label: string,
) => { decode(bytes: Uint8Array, options: { readonly stream: boolean }): string }

export type Attributes = { readonly [name: string]: string }

/** Told of every element by its name without prefix, in small letters; `parent` is '' for the outermost. */
export type XmlReader = {
  readonly open: (name: string, attributes: Attributes, parent: string) => void
  /** `text` is what stood after the last child, without spaces around it. */
  readonly close: (name: string, text: string, parent: string) => void
}

/**
 * How far it went. whole: to its end. cut-short and later-part: up to there, and all before it was told. The others were
 * stopped at: a document type or entities, nesting deeper than any recording, or a single piece longer than any.
 */
export type XmlEnd = 'whole' | 'cut-short' | 'later-part' | 'document-type' | 'depth' | 'length'

const pieceBytes = 128 * 1024
/** GPX and TCX need eight; extensions a few more. */
const deepest = 64
/** A recording each second for three days, with all that watches write, has so many elements. */
const mostElements = 4_000_000
/** No name, number, note or comment of a recording is longer, in letters. */
const longestSilence = 1024 * 1024

/** The ends that refuse a file altogether, as an error; null for the others. */
export const hostileEnd = (end: XmlEnd): ImportError | null =>
  end === 'document-type' || end === 'depth' || end === 'length' ? { type: 'NotTrusted', what: end } : null

/** What an end says was wrong with the bytes. */
export const faultAt = (end: XmlEnd): 'cut-short' | 'later-part' | null =>
  end === 'cut-short' || end === 'later-part' ? end : null

/**
 * Reads a source to its end, or to where it cannot be read on. Holds one piece of it at a time; `between` is called after
 * each, so that what is complete can be taken away, and says whether to go on.
 */
export const readXml = async (source: ByteSource, reader: XmlReader, between: () => boolean): Promise<XmlEnd> => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const path: string[] = []
  const names = localNames()
  let end: XmlEnd | null = null
  let closed = false
  let text = ''
  let events = 0
  let elements = 0
  const parent = (): string => path.at(-1) ?? ''
  // Why: nothing may be thrown here; after a fault the parser runs on to the end of the piece, and is not listened to.
  const stop = (as: XmlEnd): void => {
    end ??= as
  }
  const addText = (more: string): void => {
    events++
    text = text === '' ? more : text + more
  }
  parser.on('doctype', () => stop('document-type'))
  parser.on('error', ({ message }) => {
    if (!closed && path.length > 0 && !isHarmless(message)) stop('later-part')
  })
  parser.on('text', addText)
  // Why: there the mark of an entity means itself; see below, where lone ones are made whole.
  parser.on('cdata', data => addText(data.replaceAll('&amp;', '&')))
  parser.on('opentag', tag => {
    events++
    elements++
    text = ''
    if (end !== null || closed) return
    const name = names(tag.name)
    reader.open(name, tag.attributes, parent())
    path.push(name)
    if (path.length > deepest) stop('depth')
  })
  parser.on('closetag', () => {
    events++
    if (end !== null || closed) return
    const name = path.pop() ?? ''
    reader.close(name, text.trim(), parent())
    text = ''
    closed = path.length === 0
  })
  const decoder = decoderFor(await source.read(0, Math.min(source.size, 256)))
  let begun = false
  let silence = 0
  for (let at = 0; at < source.size && end === null && !closed; at += pieceBytes) {
    const bytes = await source.read(at, Math.min(source.size, at + pieceBytes))
    const decoded = decoder.decode(bytes, { stream: at + pieceBytes < source.size })
    // Why: services write spaces before the declaration, where the language allows nothing at all.
    const piece: string = begun ? decoded : decoded.replace(/^[\s\uFEFF]+/, '')
    begun ||= piece !== ''
    const before = events
    parser.write(withWholeEntities(piece))
    if (!between() || elements > mostElements) stop('length')
    silence = events === before ? silence + piece.length : 0
    if (silence > longestSilence) stop('length')
  }
  return end ?? (closed ? 'whole' : 'cut-short')
}

/** A lone & means itself; the parser would look for the end of an entity as far as it goes. */
const withWholeEntities = (piece: string): string =>
  piece.includes('&') ? piece.replace(/&(?!#?\w{1,32};)/g, '&amp;') : piece

/** Faults that leave the structure whole: a letter no text may hold, an entity nobody declared, an attribute twice. */
const isHarmless = (message: string): boolean => /entity|disallowed character\.$|duplicate attribute/.test(message)

/** Element names without prefix, in small letters; each is worked out once, as there are few and they come often. */
const localNames = (): ((name: string) => string) => {
  const known = new Map<string, string>()
  return name => {
    const seen = known.get(name)
    if (seen !== undefined) return seen
    const local = name.slice(name.indexOf(':') + 1).toLowerCase()
    if (known.size < 500) known.set(name, local)
    return local
  }
}

const decoderFor = (head: Uint8Array): InstanceType<typeof TextDecoder> => {
  const marked =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : ''
  const declared = /^[^>]*\bencoding=["']([\w.:-]{1,40})["']/.exec(String.fromCharCode(...head))?.[1]
  // Why: a file that can be read as far as this word is not in two-byte letters, whatever the word is.
  const label = marked || (declared && !/^utf-?16|^ucs/i.test(declared) ? declared : 'utf-8')
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('utf-8')
  }
}
