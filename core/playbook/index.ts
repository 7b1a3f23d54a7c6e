/** Who may decide: the playbook as a document that runs. */
export { type Ground, type Judging, judgingOn, lookBackDays, mayApply, mayMoveByAthlete, verdictOn } from './admits.ts'
export {
  type AlertAnswer,
  type AlertChoice,
  type AnswerDoes,
  alertAnswers,
  alertChoices,
  answerDoes,
  draftsFor,
} from './alert-answer.ts'
export { defaultPlaybook, newCoachPlaybook } from './default.ts'
export { type Difference, differences, inWords, type Piece, putBack } from './differences.ts'
export { type Cause, type Escalation, escalationOf } from './escalation.ts'
export {
  type FileSignature,
  type PlaybookFile,
  type PlaybookFileError,
  readPlaybookFile,
  sayFileFault,
  writePlaybookFile,
} from './file.ts'
export { judge } from './gate.ts'
export { playbookHash } from './hash.ts'
export { kinds } from './kinds.ts'
export { type Opinion, opinionsOn } from './opinions.ts'
export { type Outcome, outcomes, withOutcome } from './outcomes.ts'
export { changedFields, changeFor, nextVersion, ontoVersion, sharedOf, withField } from './overrides.ts'
export { type Ownership, ownership } from './ownership.ts'
export { type Preset, presetNamed, presets, withPreset } from './presets.ts'
export { rules } from './rules/index.ts'
export { layerTitles, levelOf, type Sentence, type SentenceGroup, saySwap, sentences } from './sentences.ts'
export { swapField, withoutSwap, withSwap } from './swap-list.ts'
