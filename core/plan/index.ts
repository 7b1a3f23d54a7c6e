/** The plan as documents that sync, and as people see it: the one door to both. */
export {
  confirmDay,
  hasActivity,
  putActivities,
  putLifeEvent,
  putOutcome,
  putReviewAnswer,
  readAthlete,
  removeActivity,
  removeLifeEvent,
  removeOutcome,
  setApart,
  unconfirmDay,
} from './athlete-document.ts'
export { type ChainBreak, type ChainHead, checkChain } from './chain.ts'
export { patchCheckIn, putCheckIn } from './check-ins.ts'
export { type ClubContent, putGroup, putNotice, readClub, removeNotice } from './club-document.ts'
export { asCoachSays, withCoachThresholds } from './coach-thresholds.ts'
export { compose } from './compose.ts'
export { clearEntries, copyEntries, wasEver, writerOf } from './copy.ts'
export { putKeptEdit, readDesks, removeKeptEdit } from './desk-document.ts'
export {
  currentSchema,
  isReadOnly,
  isSharedText,
  type Origin,
  schemaOf,
  sharedTextNamed,
  together,
  type WriteError,
} from './document.ts'
export { putImportedCheckIns } from './imported-check-ins.ts'
export { inForceAt, type VersionOnFile } from './in-force.ts'
export { putInLibrary, readLibrary } from './library-document.ts'
export { paceOf, withPaces } from './paces.ts'
export {
  patchSession,
  putCoachThresholds,
  putComment,
  putPhase,
  putRace,
  putReview,
  putSession,
  readPlan,
  removeComment,
  removePhase,
  removeRace,
  removeReview,
  removeSession,
} from './plan-document.ts'
export {
  currentVersion,
  type PlaybookVersion,
  putOwnExample,
  putPlaybook,
  readOwnExamples,
  readPlaybook,
  readPlaybookVersions,
  removeOwnExample,
} from './playbook-document.ts'
export { putPrivateNote, readPrivateNotes, removePrivateNote } from './private-document.ts'
export { putProfile } from './profile.ts'
export {
  openedBy,
  patchAthleteDebrief,
  patchCoachDebrief,
  publishedFor,
  putRacePlanOnFile,
  type RacePlanOnFile,
  readAthleteDebriefs,
  readCoachDebriefs,
  readRacePlansOnFile,
} from './race-documents.ts'
export {
  beginRaceDraft,
  patchRaceDraft,
  type RaceDraftPatch,
  raceDraftOf,
  raceTextOf,
  removeRaceDraft,
  typeRaceText,
  watchRaceText,
} from './race-drafts.ts'
export {
  asOne,
  carriesOver,
  contentOf,
  type EndPace,
  type PastSeason,
  profileIn,
  type SeasonContent,
  type SeasonEnd,
  seasonHash,
  seasonItem,
  seasonsIn,
  type Unloaded,
  withEarlierPaces,
} from './seasons.ts'
export { bySession } from './session-order.ts'
export { mayHold, mayHoldText } from './shapes.ts'
export { putStatement, readStatements, type Statements } from './statements-document.ts'
export { makeUndo, type Undo } from './undo.ts'
