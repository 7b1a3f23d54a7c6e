/** Where it is said why a day or a session is as it is. */
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'

/** `day` is the day looked from: what was known on it. */
export const addressOfWhy = (day: Day, session: SessionId | null): string =>
  `/explain?day=${day}${session === null ? '' : `&session=${encodeURIComponent(session)}`}`
