/** What crosses between the app's page, our script in it, and the device: bytes as text, each message under 256 KB. */
import * as v from 'valibot'
import { parse } from '../core/lib/parse.ts'

/** The name of the ports that carry it. */
export const portName = 'tandem-app'

/** Between our script and the device every message is text (the browser turns bytes into something else). */
const portSchema = v.strictObject({ data: v.pipe(v.string(), v.maxLength(262_144)) })

export const toPort = (bytes: Uint8Array): { readonly data: string } => {
  let text = ''
  // Why in parts: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { data: btoa(text) }
}

/** The bytes of a message, or undefined where it is none. */
export const fromPort = (message: unknown): Uint8Array<ArrayBuffer> | undefined => {
  const said = parse(portSchema, message)
  if (!said.ok) return undefined
  try {
    return Uint8Array.from(atob(said.value.data), letter => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
