/** A made-up day for the examples beside each report. */
import { findAll } from '../../findings/index.ts'
import { dayNumber } from '../../model/day.ts'
import { escalationOf } from '../../playbook/escalation.ts'
import { asWritten } from '../../proposals/basis/given.ts'
import { type Given, given } from '../../signals/basis/given.ts'
import type { Reporting } from '../report.ts'

/* @__NO_SIDE_EFFECTS__ */
export const reporting = (said: Given, more: Partial<Reporting> = {}): Reporting => {
  const context = given(said)
  const findings = findAll(context)
  const at = dayNumber(context.day) * 1440 + context.minute
  const escalation = escalationOf(context, findings, [], at)
  return { context, findings, proposals: [], visible: asWritten(said), escalation, answers: [], at, ...more }
}
