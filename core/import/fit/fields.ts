/** Reading a decoded FIT message without trust: a developer field may bear any name and hold anything. */

/** A decoded message: field by field whatever the file says. */
export type Message = { readonly [field: string]: unknown }

export const asMessage = (value: unknown): Message =>
  typeof value === 'object' && value !== null ? (value as Message) : {}

/** The messages of a list, whatever it holds. */
export const asMessages = (value: unknown): readonly Message[] => (Array.isArray(value) ? value.map(asMessage) : [])

/** A finite number, or null. */
export const numberIn = (message: Message, ...fields: readonly string[]): number | null => {
  for (const field of fields) {
    const value = message[field]
    if (typeof value === 'number' && Number.isFinite(value)) return value
  }
  return null
}

/** A number above zero, or null: devices write 0 for "none" in totals and heart rates. */
export const positiveIn = (message: Message, ...fields: readonly string[]): number | null => {
  for (const field of fields) {
    const value = numberIn(message, field)
    if (value !== null && value > 0) return value
  }
  return null
}

/** A moment in seconds since 1970 UTC, or null. The parser gives moments as objects of the platform. */
export const secondsIn = (message: Message, field: string): number | null => {
  const value = message[field]
  const moment = typeof value === 'object' && value !== null ? (value as { getTime?: unknown }).getTime : undefined
  if (typeof moment !== 'function') return null
  const seconds: unknown = moment.call(value) / 1000
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : null
}

export const wordIn = (message: Message, field: string): string | null => {
  const value = message[field]
  return typeof value === 'string' ? value : null
}
