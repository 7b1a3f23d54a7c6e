/** What is known of an athlete from elsewhere than their own word: races in the plan, thresholds from training. */
import { useMemo } from 'preact/hooks'
import type { Thresholds } from '../../core/model/athlete.ts'
import type { Day } from '../../core/model/day.ts'
import { type IntakeTopic, type KnownElsewhere, missingTopics } from '../../core/model/intake.ts'
import { contextOf } from '../../core/signals/index.ts'
import type { App, Looking } from '../state/app.ts'

/** The thresholds in force on a day: said, or estimated from the training on file. */
export const estimatedFor = ({ content, plan, playbook }: Looking, day: Day): Thresholds =>
  contextOf(content, plan, playbook, day, 1439).thresholds

const elsewhere = (looking: Looking, day: Day): KnownElsewhere => {
  const { thresholdPaceSPerKm, thresholdHr } = estimatedFor(looking, day)
  return {
    hasRace: looking.plan.races.some(race => race.day >= day),
    hasThreshold: (thresholdPaceSPerKm ?? thresholdHr) !== null,
  }
}

/** The topics nobody has told of yet. */
export const useMissing = (app: App, looking: Looking): readonly IntakeTopic[] => {
  const { day } = app.now.value
  return useMemo(
    () => missingTopics(looking.content.profile, elsewhere(looking, day)),
    [looking.content, looking.plan, looking.playbook, day],
  )
}
