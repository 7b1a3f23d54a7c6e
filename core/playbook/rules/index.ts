/** The rules of the default playbook: permissions first, then what always asks, the guardrails, and the states. */
import type { Rule } from '../rule.ts'
import { rule as alwaysAsks } from './always-asks.ts'
import { rule as athleteMayMove } from './athlete-may-move.ts'
import { rule as coachAlone } from './coach-alone.ts'
import { rule as coachHeavy } from './coach-heavy.ts'
import { rule as escalated } from './escalated.ts'
import { rule as hardDaysAdjacent } from './hard-days-adjacent.ts'
import { rule as ill } from './ill.ts'
import { rule as injuryHistory } from './injury-history.ts'
import { rule as keyLowered } from './key-lowered.ts'
import { rule as lifeEvent } from './life-event.ts'
import { rule as locked } from './locked.ts'
import { rule as longestRunGuard } from './longest-run-guard.ts'
import { rule as mayEaseEasyDay } from './may-ease-easy-day.ts'
import { rule as mayMoveSession } from './may-move-session.ts'
import { rule as mayRecomputeZones } from './may-recompute-zones.ts'
import { rule as maySwapEqual } from './may-swap-equal.ts'
import { rule as notAvailable } from './not-available.ts'
import { rule as otherWeek } from './other-week.ts'
import { rule as pain } from './pain.ts'
import { rule as peak } from './peak.ts'
import { rule as plateau } from './plateau.ts'
import { rule as raceWeek } from './race-week.ts'
import { rule as raiseNearRace } from './raise-near-race.ts'
import { rule as raisesLoad } from './raises-load.ts'
import { rule as taper } from './taper.ts'
import { rule as thinData } from './thin-data.ts'
import { rule as thirdChange } from './third-change.ts'
import { rule as travel } from './travel.ts'

export const rules: readonly Rule[] = [
  mayRecomputeZones,
  mayEaseEasyDay,
  mayMoveSession,
  athleteMayMove,
  maySwapEqual,
  alwaysAsks,
  coachAlone,
  raiseNearRace,
  keyLowered,
  raisesLoad,
  thirdChange,
  notAvailable,
  hardDaysAdjacent,
  longestRunGuard,
  otherWeek,
  locked,
  pain,
  escalated,
  injuryHistory,
  ill,
  travel,
  lifeEvent,
  peak,
  plateau,
  raceWeek,
  taper,
  thinData,
  coachHeavy,
]
