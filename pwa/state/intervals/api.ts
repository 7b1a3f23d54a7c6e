/** intervals.icu's own open interface, with the athlete's own key: slow enough for it, and every fault in words. */
import { err, ok, type Result } from '../../../core/lib/result.ts'

/** What a request needs of the outside, so that tests answer from a server of their own and no time passes. */
export type Outside = {
  readonly origin: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

export type ApiFault =
  | { readonly type: 'KeyRefused' }
  | { readonly type: 'NotReached' }
  | { readonly type: 'TooBusy' }
  | { readonly type: 'Unexpected'; readonly what: string }

export const sayApiFault = (fault: ApiFault): string => {
  switch (fault.type) {
    case 'KeyRefused':
      return 'intervals.icu did not accept the key. Copy it again from its settings, under Developer.'
    case 'NotReached':
      return 'intervals.icu was not reached. Without a network try later; in the extension, allow intervals.icu under Training logs first.'
    case 'TooBusy':
      return 'intervals.icu asks for a pause. What is here stays; go on in some minutes.'
    case 'Unexpected':
      return `intervals.icu answered something else (${fault.what}). Nothing was changed here.`
  }
}

/** Milliseconds between two requests: it asks for ten a second at most, for everybody at one address together. */
const between = 250
const mostTries = 4
/** Seconds that its own word for a pause is followed; more is left to the person. */
const longestPause = 30
/** Letters of an answer at most: a season of a busy athlete is a tenth of it. */
const most = 40_000_000
const patienceMs = 30_000

export type Api = {
  get(path: string): Promise<Result<string, ApiFault>>
  send(method: 'POST' | 'PUT', path: string, body: object): Promise<Result<string, ApiFault>>
}

/** Requests go one after the other. `0` as the athlete means whoever the key belongs to. */
export const intervalsApi = (key: string, { origin, fetch, wait }: Outside): Api => {
  const authorization = `Basic ${btoa(`API_KEY:${key}`)}`
  let turn: Promise<unknown> = Promise.resolve()
  const once = async (path: string, init: RequestInit): Promise<Result<string, ApiFault> | number> => {
    try {
      const response = await fetch(`${origin}/api/v1/athlete/0/${path}`, {
        ...init,
        headers: { authorization, ...init.headers },
        // Why: no cookie of the site goes along, and no other place is followed to with the key.
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patienceMs),
      })
      if (response.status === 429 || response.status === 503)
        return Math.min(longestPause, Number(response.headers.get('retry-after')) || 2)
      if (response.status === 401 || response.status === 403) return err({ type: 'KeyRefused' })
      if (!response.ok) return err({ type: 'Unexpected', what: `status ${response.status}` })
      const text = await response.text()
      return text.length > most ? err({ type: 'Unexpected', what: 'too much at once' }) : ok(text)
    } catch {
      return err({ type: 'NotReached' })
    }
  }
  const patiently = async (path: string, init: RequestInit): Promise<Result<string, ApiFault>> => {
    for (let tries = 0; tries < mostTries; tries++) {
      const answer = await once(path, init)
      if (typeof answer !== 'number') return answer
      await wait(answer * 1000)
    }
    return err({ type: 'TooBusy' })
  }
  const inTurn = (path: string, init: RequestInit): Promise<Result<string, ApiFault>> => {
    const mine = turn.then(() => patiently(path, init))
    turn = mine.then(() => wait(between))
    return mine
  }
  return {
    get: path => inTurn(path, { method: 'GET' }),
    send: (method, path, body) =>
      inTurn(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }
}
