/** iCalendar (RFC 5545) → its events: unfolded, unescaped, and nothing repeated that the file does not write out. */

/** An event's properties by name in capitals; of one that stands twice the first counts. */
export type CalendarEvent = ReadonlyMap<string, string>
export type Calendar = { readonly events: readonly CalendarEvent[]; readonly isWhole: boolean }

const mostEvents = 20_000

const unescaped = (text: string): string =>
  text.replace(/\\([nN,;\\])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))

/** The events of a calendar, in its order. */
export const readCalendar = (text: string): Calendar => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
  const events: CalendarEvent[] = []
  let open: Map<string, string> | null = null
  let depth = 0
  for (const line of lines) {
    const parts = /^([A-Za-z0-9-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line)
    if (!parts) continue
    const name = parts[1]!.toUpperCase()
    const value = parts[3]!
    if (name === 'BEGIN') {
      if (value.trim().toUpperCase() === 'VEVENT') open = new Map()
      else if (open) depth++
    } else if (name === 'END') {
      if (open && depth > 0) depth--
      else if (open && value.trim().toUpperCase() === 'VEVENT') {
        if (events.length < mostEvents) events.push(open)
        open = null
      }
    } else if (open && depth === 0 && !open.has(name)) open.set(name, unescaped(value))
  }
  return { events, isWhole: open === null }
}
