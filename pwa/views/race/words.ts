/** Versions, scenarios and sections of a race plan as people call them, with what belongs there. */
import type { RacePlan, RaceScenario, RaceSection, RaceVersion } from '../../../core/model/race-plan.ts'

export const versionWords: Readonly<Record<RaceVersion, { readonly title: string; readonly when: string }>> = {
  primary: { title: 'Primary', when: 'The day is as hoped' },
  backup: { title: 'Backup', when: 'What tells you to change to it, and where' },
  damage: { title: 'Damage control', when: 'What tells you that finishing well is the race now' },
}

export const scenarioWords: Readonly<Record<RaceScenario, string>> = {
  packHot: 'If the pack goes out too hot',
  warmer: 'If it is warmer than expected',
  flatEarly: 'If you feel flat early (and may come good later)',
  badStart: 'If the start goes badly',
  surges: 'If others surge',
  lateFatigue: 'If the legs go late',
  stomach: 'If the stomach turns',
  lostBottle: 'If a bottle or a gel is lost',
}

export const sectionWords: Readonly<Record<RaceSection, { readonly title: string; readonly hint: string }>> = {
  reasoning: {
    title: 'Why so',
    hint: 'Not just harder but smarter: what this plan rests on, for the athlete to question.',
  },
  pacing: { title: 'Pacing discipline', hint: 'Where to hold back, where to decide, what the watch is for.' },
  contingency: { title: 'Contingency', hint: 'What is decided now so that it need not be decided then.' },
  fuelling: { title: 'Fuelling', hint: 'What, when, from where; what was practised and what was not.' },
  emotional: { title: 'Emotional control', hint: 'What will come up, and what to do with it.' },
}

const fieldWords: Readonly<Record<Exclude<keyof RacePlan, 'id'>, string>> = {
  course: 'the course',
  startMinute: 'the start',
  celsius: 'the weather',
  humidity: 'the weather',
  weather: 'the weather',
  primaryTarget: 'the primary version',
  primaryWhen: 'the primary version',
  primaryHow: 'the primary version',
  backupTarget: 'the backup version',
  backupWhen: 'the backup version',
  backupHow: 'the backup version',
  damageTarget: 'damage control',
  damageWhen: 'damage control',
  damageHow: 'damage control',
  packHot: 'the card “too hot”',
  warmer: 'the card “warmer”',
  flatEarly: 'the card “flat early”',
  badStart: 'the card “bad start”',
  surges: 'the card “surges”',
  lateFatigue: 'the card “legs go late”',
  stomach: 'the card “stomach”',
  lostBottle: 'the card “bottle lost”',
  ownCards: 'your own cards',
  reasoning: 'the reasons',
  pacing: 'pacing',
  contingency: 'contingency',
  fuelling: 'fuelling',
  emotional: 'emotional control',
  carbsPerHour: 'fuelling',
  mlPerHour: 'fuelling',
  cues: 'the cue words',
}

/** What differs between two versions of a plan, in words, each once. */
export const changedBetween = (before: RacePlan, after: RacePlan): readonly string[] => {
  const names = Object.keys(fieldWords) as readonly (keyof typeof fieldWords)[]
  const changed = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return [...new Set(changed.map(name => fieldWords[name]))]
}

/** Minutes after midnight as on a clock of 24 hours. */
export const sayMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
