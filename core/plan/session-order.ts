/** The order in which every device reads the sessions of a plan. */
import { by } from '../lib/order.ts'
import type { Session } from '../model/session.ts'

/** Sessions of one day stand by their start, those without one last. */
export const bySession = by<Session>(
  ({ day }) => day,
  ({ startMinute }) => startMinute ?? 1440,
  ({ id }) => id,
)
