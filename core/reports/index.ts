/** Every line for a person, in the order in which it matters. */
import type { Message } from '../model/advice.ts'
import { report as alertAnswer } from './alert-answer.ts'
import { report as conversation } from './conversation.ts'
import { report as effort } from './effort.ts'
import { report as escalation } from './escalation.ts'
import { report as missingData } from './missing-data.ts'
import { report as monday } from './monday.ts'
import { report as notice } from './notice.ts'
import { report as recovery } from './recovery.ts'
import { report as reminder } from './reminder.ts'
import type { Report, Reporting } from './report.ts'
import { report as wasItDone } from './was-it-done.ts'

export type { Report, Reporting } from './report.ts'

export const reports: readonly Report[] = [
  escalation,
  alertAnswer,
  conversation,
  wasItDone,
  missingData,
  notice,
  reminder,
  recovery,
  effort,
  monday,
]

/** All messages of a day. A report whose layer is not on is not written. */
export const writeAll = (reporting: Reporting): readonly Message[] =>
  reports
    .filter(({ layer }) => layer === null || reporting.context.playbook.layers[layer] === 'on')
    .flatMap(({ write }) => write(reporting))
