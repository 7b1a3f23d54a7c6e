/** What time it is where the person is: their own calendar day, the minute of it, and the minute of the world. */
import { type Day, parseDay } from '../../core/model/day.ts'
import type { Now } from './app.ts'

/** Milliseconds since 1970 and a time zone (the device's own where none is given) → the local day and minute. */
export const readClock = (ms: number, timeZone?: string): Now => {
  const parts = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(ms)
  const part = (type: string) => parts.find(p => p.type === type)?.value ?? '00'
  const day = parseDay(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`)
  return {
    day: day ?? ('1970-01-01' as Day),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
    at: Math.floor(ms / 60_000),
  }
}
