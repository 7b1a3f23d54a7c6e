/** A case in which nothing restrains anybody, for the examples beside each rule: only what differs has to be said. */
import { known } from '../../lib/reading.ts'
import { type Answer, type Case, type StateName, type States, stateNames } from '../rule.ts'

const no: Answer = known<false>(false)

export const noStates = Object.fromEntries(stateNames.map(name => [name, no])) as States

export const green: Case = {
  kind: 'ease-easy-day',
  by: 'rule',
  allowed: {
    'recompute-zones': true,
    'ease-easy-day': true,
    'move-session': true,
    'swap-equal': true,
    'athlete-moves': true,
  },
  states: noStates,
  loadRise: known(0),
  easedBy: known(30),
  zoneMove: known(0),
  madeThisWeek: known(0),
  onSwapList: known(true),
  unavailable: no,
  hardDayNear: no,
  beyondLongestRun: no,
  lowersKey: no,
  otherWeek: no,
  locked: no,
}

/** The same case in a state. */
/* @__NO_SIDE_EFFECTS__ */
export const during = (state: StateName, answer: Answer = known('so it is'), given: Case = green): Case => ({
  ...given,
  states: { ...given.states, [state]: answer },
})
