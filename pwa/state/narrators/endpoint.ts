/** A model behind an OpenAI-compatible address that the person entered: on their machine, or with their own key. */
import * as v from 'valibot'
import { err, ok } from '../../../core/lib/result.ts'
import type { Narrator } from './narrator.ts'

/** `address` up to and without `/chat/completions`; `key` is empty where none is needed. */
export type Endpoint = { readonly address: string; readonly model: string; readonly key: string }

const answerSchema = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.string() }) })), v.minLength(1)),
})
const mostBytes = 200_000
const loopback = ['localhost', '127.0.0.1']

/** The address as a person may enter it, made whole; null where it is none, or not sealed on its way. */
export const readAddress = (entered: string): string | null => {
  if (!URL.canParse(entered.trim())) return null
  const url = new URL(entered.trim())
  const isSealed = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname))
  if (!isSealed || url.username !== '' || url.search !== '' || url.hash !== '') return null
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
}

/** The body as text, or null where it is longer than any answer. */
const bodyOf = async (response: Response): Promise<string | null> => {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const utf8 = new TextDecoder()
  let text = ''
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text + utf8.decode()
    bytes += value.length
    if (bytes > mostBytes) {
      await reader.cancel()
      return null
    }
    text += utf8.decode(value, { stream: true })
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const endpoint = ({ address, model, key }: Endpoint): Narrator => ({
  reword: async ({ system, text }, signal) => {
    const whole = readAddress(address)
    if (whole === null) return err({ type: 'Unreachable' })
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: text },
    ]
    try {
      const response = await fetch(`${whole}/chat/completions`, {
        method: 'POST',
        signal,
        // Why: the key goes to the address entered and to no other.
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ model, messages, temperature: 0.3, stream: false }),
      })
      if (!response.ok) return err({ type: 'Refused', status: response.status })
      const body = await bodyOf(response)
      const read = v.safeParse(answerSchema, body === null ? null : parsed(body))
      return read.success ? ok({ text: read.output.choices[0]!.message.content, model }) : err({ type: 'Rubbish' })
    } catch {
      return err({ type: signal.aborted ? 'TimedOut' : 'Unreachable' })
    }
  },
})
