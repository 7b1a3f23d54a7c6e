/** What changed, and why: every finding of a day. */
import type { Finding } from '../model/advice.ts'
import type { Context } from '../signals/basis/context.ts'
import { finding as dataMissing } from './data-missing.ts'
import { finding as easyTooHard } from './easy-too-hard.ts'
import { finding as executionPoor } from './execution-poor.ts'
import type { FindingRule } from './finding.ts'
import { finding as fitnessConfirmed } from './fitness-confirmed.ts'
import { finding as heartRateUnusual } from './heart-rate-unusual.ts'
import { finding as hrvLow } from './hrv-low.ts'
import { finding as intensityShift } from './intensity-shift.ts'
import { finding as lifeStress } from './life-stress.ts'
import { finding as missedInARow } from './missed-in-a-row.ts'
import { finding as monotonyHigh } from './monotony-high.ts'
import { finding as motivationFalling } from './motivation-falling.ts'
import { finding as painRecurring } from './pain-recurring.ts'
import { finding as restingHrHigh } from './resting-hr-high.ts'
import { finding as runSpike } from './run-spike.ts'
import { finding as sessionMissed } from './session-missed.ts'
import { finding as sleepDipping } from './sleep-dipping.ts'
import { finding as sleepShort } from './sleep-short.ts'
import { finding as sorenessRepeated } from './soreness-repeated.ts'
import { finding as sorenessRising } from './soreness-rising.ts'
import { finding as weekRise } from './week-rise.ts'

export type { FindingRule } from './finding.ts'

export const findings: readonly FindingRule[] = [
  sessionMissed,
  missedInARow,
  runSpike,
  sleepShort,
  sleepDipping,
  sorenessRising,
  sorenessRepeated,
  motivationFalling,
  painRecurring,
  lifeStress,
  weekRise,
  monotonyHigh,
  intensityShift,
  easyTooHard,
  executionPoor,
  heartRateUnusual,
  restingHrHigh,
  hrvLow,
  fitnessConfirmed,
  dataMissing,
]

/** All findings of a day, in the order of the list. What cannot be known says nothing; the gate minds the gaps. */
export const findAll = (context: Context): readonly Finding[] => findSome(findings, context)

/** The findings of some rules only. */
export const findSome = (some: readonly FindingRule[], context: Context): readonly Finding[] =>
  some.flatMap(({ find }) => {
    const answer = find(context)
    return answer.known ? answer.value : []
  })
