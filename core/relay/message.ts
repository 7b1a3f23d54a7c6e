/** What a device may say to the rendezvous, and nothing else. */

import { parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'

export type Message =
  | { readonly type: 'ping' }
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string; readonly data: string }

export type MessageError = { readonly type: 'NotAMessage'; readonly why: string }

/**
 * A topic is 256 random bits as text, with or without a version letter: 43 letters or more, at least 12 different ones
 * (one random text in a million has fewer), so that nobody meets in a room named by a word.
 */
export const isTopic = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43,129}$/.test(value) && new Set(value).size >= 12

const refuse = (why: string) => err<MessageError>({ type: 'NotAMessage', why })

/** Reads one text frame. What is published must be text, since devices publish only what they have encrypted. */
export const readMessage = (text: string): Result<Message, MessageError> => {
  const parsed = parseJson(text)
  if (!parsed.ok) return refuse('not JSON')
  const said = parsed.value
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return refuse('not an object')
  const { type, topics, topic, data } = said as Record<string, unknown>
  if (type === 'ping') return ok({ type })
  if (type === 'subscribe' || type === 'unsubscribe') {
    if (!Array.isArray(topics) || !topics.every(isTopic)) return refuse('topics must be random texts')
    return ok({ type, topics })
  }
  if (type === 'publish') {
    if (!isTopic(topic)) return refuse('a topic must be a random text')
    if (typeof data !== 'string') return refuse('what is published must be text')
    return ok({ type, topic, data })
  }
  return refuse('no such type')
}
