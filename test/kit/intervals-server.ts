/** intervals.icu as its open interface is documented: key, lists by date, entries by id, and its word for a pause. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Row = Record<string, unknown>
export type FakeIntervals = {
  readonly origin: string
  /** What was asked, in order: `GET activities?…`. */
  readonly asked: string[]
  readonly events: Row[]
  activities: Row[]
  wellness: Row[]
  /** So many answers from now on are a word for a pause. */
  pauses: number
  /** After so many answers the connection breaks; null: never. */
  breaksAfter: number | null
  close(): Promise<void>
}

export const goodKey = 'a-key-of-the-athlete'

const bodyOf = async (request: IncomingMessage): Promise<Row> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? {} : (JSON.parse(text) as Row)
}

export const startIntervals = async (): Promise<FakeIntervals> => {
  const server = createServer(async (request, response): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://fake')
    const path = url.pathname.replace('/api/v1/athlete/0/', '')
    const body = await bodyOf(request)
    fake.asked.push(`${request.method} ${path}${url.search}`)
    const say = (status: number, value: unknown, headers: Record<string, string> = {}): void =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    if (fake.breaksAfter !== null && fake.asked.length > fake.breaksAfter) {
      request.socket.destroy()
      return
    }
    if (fake.pauses > 0) {
      fake.pauses -= 1
      return say(429, { error: 'Too many requests' }, { 'retry-after': '7' })
    }
    if (request.headers.authorization !== `Basic ${btoa(`API_KEY:${goodKey}`)}`) return say(401, { status: 401 })
    const within = (rows: readonly Row[], at: string) =>
      rows.filter(row => {
        const day = String(row[at]).slice(0, 10)
        return day >= (url.searchParams.get('oldest') ?? '') && day <= (url.searchParams.get('newest') ?? '9')
      })
    if (request.method === 'GET' && path === 'activities') return say(200, within(fake.activities, 'start_date_local'))
    if (request.method === 'GET' && path === 'wellness') return say(200, within(fake.wellness, 'id'))
    if (request.method === 'GET' && path === 'events') return say(200, within(fake.events, 'start_date_local'))
    if (request.method === 'POST' && path === 'events') {
      const event = { id: 1000 + fake.events.length, ...body }
      fake.events.push(event)
      return say(200, event)
    }
    const there = fake.events.find(({ id }) => path === `events/${id}`)
    if (request.method === 'PUT' && there !== undefined) return say(200, Object.assign(there, body))
    say(404, { status: 404 })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const fake: FakeIntervals = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    events: [],
    activities: [],
    wellness: [],
    pauses: 0,
    breaksAfter: null,
    close: async () => {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
  return fake
}
