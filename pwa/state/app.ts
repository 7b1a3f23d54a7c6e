/** What every view is given: what is known now, and what a person can do. Views open nothing themselves. */
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { Activity } from '../../core/model/activity.ts'
import type { Advice, JudgedProposal, Message } from '../../core/model/advice.ts'
import type { LifeEvent, Outcome, Profile } from '../../core/model/athlete.ts'
import type { CheckIn } from '../../core/model/check-in.ts'
import type { Notice } from '../../core/model/club.ts'
import type { Day } from '../../core/model/day.ts'
import type { DeskContent } from '../../core/model/desk.ts'
import type { Edit } from '../../core/model/edit.ts'
import type { ActivityId, PersonId, SessionId, StatementId } from '../../core/model/ids.ts'
import type { AthleteContent, PlanContent, StandingChange, VisibleSession } from '../../core/model/plan.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import type { PrivateNote } from '../../core/model/private-note.ts'
import type { Phase, Race } from '../../core/model/season.ts'
import type { Session } from '../../core/model/session.ts'
import type { MemberRole } from '../../core/model/statement.ts'
import type { Streams } from '../../core/model/streams.ts'
import type { Device, DocName, Space, SpaceSummary } from '../../core/peer/api.ts'
import type { PrivatePage } from '../../core/peer/pages.ts'
import type { AlertChoice, AnswerDoes } from '../../core/playbook/index.ts'
import type { ImportRun } from './import-run.ts'
import type { IntervalsDesk } from './intervals/desk.ts'
import type { Wording } from './narrators/wording.ts'
import type { Parcels } from './parcel-desk.ts'
import type { PlaybookActions, PlaybookDesk } from './playbook-desk.ts'
import type { Preferences } from './preferences.ts'
import type { RaceActions, RaceLooking } from './race-desk.ts'
import type { ReadComments } from './read-comments.ts'
import type { ReviewActions, RosterDesk } from './roster-desk.ts'
import type { SeasonEndActions } from './season-ends.ts'
import type { WritingActions, WritingDesk } from './writing-desk.ts'

/** The athlete's local day, minute of that day, and minutes since 1970-01-01 UTC. */
export type Now = { readonly day: Day; readonly minute: number; readonly at: number }

/** One athlete's space, read once for all views. `as` is how this person looks at it. */
export type Looking = RaceLooking & {
  readonly space: Space
  readonly as: 'coach' | 'athlete'
  readonly plan: PlanContent
  /** What counts: the profile in it has the thresholds that a coach set. */
  readonly content: AthleteContent
  /** The profile as the athlete wrote it. */
  readonly own: Profile
  readonly playbook: Playbook
  /** The athlete is their own coach: both sets of screens are theirs, and `as` is coach. */
  readonly selfCoached: boolean
  /** The documents a newer version of the app wrote: they are read here, and not written. */
  readonly newer: readonly DocName[]
  /** Drafts and notes of the coaches; empty for whoever may not read them. */
  readonly desk: DeskContent
  /** What this person and one other write to each other alone. */
  readonly privatePages: readonly PrivatePage[]
  /** What coaches told everybody here, the newest first. */
  readonly board: readonly Notice[]
  /** Already stripped to what this reader may see. */
  readonly advice: Advice
}

/** An action's answer: null where it went well, else a sentence that says what to do. */
export type Did = Promise<string | null>

/** One undo step on this device: what was done, and how to take it back. */
export type Toast = {
  readonly id: number
  readonly says: string
  readonly undo: (() => void) | null
  readonly bad: boolean
  /** The word on the button where it is not Undo. */
  readonly undoLabel?: string
}

/** What an invitation says before it is answered. */
export type InvitationTold = { readonly role: MemberRole | 'own-device'; readonly from: string }

/** One line of the athlete switcher. */
export type AthleteLine = Pick<SpaceSummary, 'space' | 'name' | 'membership' | 'myRoles'>

/** Whether this device's own store is open yet. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly why: string }

/** Who somebody becomes here, and which spaces stand on this device. */
export type Begin = {
  asCoach(name: string, athleteName: string): Did
  asAthlete(name: string): Did
  /** A made-up athlete with two years behind them, to look around with. */
  withSample(): Did
  /** So many made-up athletes, to try a coach's Monday with. */
  withSampleClub(athletes: number): Did
  /** By the text after `#join=` of an invitation, or the whole link. */
  join(invitation: string, name: string): Did
  /** Comes back from a recovery file, where this device holds nothing yet. */
  restore(file: File, passphrase: string): Did
  /** Goes on with an export, coached by oneself: the calendar as it stood, and everything the athlete said and did. */
  fromExport(file: File): Did
  /** Ends what the athlete shares, from this device alone: a copy of their own goes on, the shared one and its keys go. */
  endHere(): Did
  /** Removes a space's copy from this device only. */
  forget(space: string): Did
}

export type { FileReport, ImportRun } from './import-run.ts'
export type { ParcelFile, Parcels } from './parcel-desk.ts'
export type { RaceFile } from './race-desk.ts'

type DeskActions = PlaybookActions & RaceActions & ReviewActions & SeasonEndActions & WritingActions

export type Actions = DeskActions & {
  /** Plan editing (coach). Each one step of undo. */
  putSession(session: Session): Did
  removeSession(id: SessionId): Did
  putPhase(phase: Phase): Did
  removePhase(id: string): Did
  putRace(race: Race): Did
  removeRace(id: string): Did
  /** Coach: keeps a session where the athlete does not receive it; publishing writes it into the plan. */
  keepDraft(session: Session): Did
  dropDraft(session: Session): Did
  publish(from: Day, to: Day): Did
  noteOnDesk(words: string): Did
  removeDeskNote(id: string): Did
  /** Coach: keeps their own version of a proposal until they answer it. */
  keepEdit(proposal: JudgedProposal, session: Session): Did
  /** Coach and athlete alone; `coach` names the page, `day` the race or the day it is for. */
  notePrivately(coach: PersonId, kind: PrivateNote['kind'], words: string, day?: Day | null): Did
  removePrivately(coach: PersonId, id: string): Did
  /** Coach: for everybody in the space. */
  tellEverybody(words: string): Did
  takeDown(id: string): Did
  /** Coach: writes the plan. Athlete: a signed move the playbook admits. */
  moveSession(session: VisibleSession, day: Day): Did
  approve(proposal: JudgedProposal, words: string | null): Did
  approveEdited(proposal: JudgedProposal, edit: Edit, words: string | null): Did
  decline(proposal: JudgedProposal, words: string | null): Did
  /** Coach: answers an alert; `does` is what the choice does to the drafts made for it, the words reach the athlete. */
  answerAlert(alert: Message, choice: AlertChoice, does: AnswerDoes, words: string | null): Did
  /** Coach: the alert waits again; what was decided with the answer stands until it is taken back itself. */
  takeBackAnswer(answer: StatementId): Did
  undoChange(change: StandingChange): Did
  comment(day: Day, session: SessionId | null, words: string): Did
  /** The athlete's own. */
  sayOutcome(outcome: Outcome): Did
  takeBackOutcome(session: SessionId): Did
  saveCheckIn(checkIn: CheckIn): Did
  confirmDay(day: Day): Did
  putProfile(profile: Profile): Did
  putLifeEvent(event: LifeEvent): Did
  removeLifeEvent(id: string): Did
  /** Two recordings that were taken for one activity are two; with `false` they may be one again. */
  setApart(ids: readonly [ActivityId, ActivityId], apart: boolean): Did
  /** An activity was none of the planned sessions; with `false` it may be one again. */
  setOffPlan(id: ActivityId, offPlan: boolean): Did
  /** Takes an activity out of the athlete's history. */
  removeActivity(id: ActivityId): Did
  /** Undo and redo of this person's own plan edits (never a remote or an engine edit). */
  undo(): void
  redo(): void
}

type Desks = PlaybookDesk & RosterDesk & WritingDesk & ReadComments

export type App = Desks & {
  readonly opening: ReadonlySignal<Opening>
  readonly device: ReadonlySignal<Device | null>
  /** Those whose documents are loaded; `athletes` names all. */
  readonly spaces: ReadonlySignal<readonly Space[]>
  readonly athletes: ReadonlySignal<readonly AthleteLine[]>
  /** The space chosen in the switcher; `looking` is null while its membership is not settled. */
  readonly at: ReadonlySignal<string | null>
  readonly looking: ReadonlySignal<Looking | null>
  readonly now: ReadonlySignal<Now>
  readonly preferences: ReadonlySignal<Preferences>
  /** Whose words a report is in; with a key, which stays on this device. */
  readonly wording: ReadonlySignal<Wording>
  readonly online: ReadonlySignal<boolean>
  readonly toasts: ReadonlySignal<readonly Toast[]>
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  readonly act: Actions
  readonly begin: Begin
  readonly parcels: Parcels
  /** The invitation this page was opened with (the text after `#join=`), until it was answered. */
  readonly invitation: ReadonlySignal<string | null>
  dropInvitation(): void
  /** Starts answering an invitation that was pasted: the whole link or what follows `#join=`. */
  openInvitation(link: string): void
  /** As what somebody is invited, read from the invitation itself; null where it is none. */
  readInvitation(invitation: string): InvitationTold | null
  /** Six words of this device, to compare by voice. */
  readonly fingerprint: ReadonlySignal<string>
  /** All that is held of the athlete looked at, as plain data to keep elsewhere. */
  exportLooked(): object | null
  /** What was recorded along an activity; null where its file was not read on this device. */
  streamsOf(space: string, activity: Activity): Promise<Streams | null>
  readonly importing: ReadonlySignal<ImportRun | null>
  importFiles(files: readonly File[]): void
  /** The athlete's own account at intervals.icu, where they entered its key. */
  intervals(): Promise<IntervalsDesk>
  /** Stops after what is being read; what was imported stays. */
  cancelImport(): void
  dismissImport(): void
  setPreferences(preferences: Preferences): void
  setWording(wording: Wording): void
  lookAt(space: string): void
  dismissToast(id: number): void
  say(text: string, bad?: boolean): void
  /** A fresh id for something a person adds here. */
  newId(): string
  /** Presence: which view and day this person looks at. */
  showPresence(view: string, day: Day | null): void
}

/** A screen as the list names it; it is loaded when it is first opened. */
export type ListedView = Omit<View, 'Component'> & { readonly load: () => Promise<{ readonly view: View }> }

/** A screen: one file on the shelf. The frame draws the navigation from the list. */
export type View = {
  readonly id: string
  readonly path: string
  readonly title: string
  /** Name of an icon in `parts/icon.tsx`. */
  readonly icon: string
  readonly for: readonly ('coach' | 'athlete')[]
  /** Whether it stands in the navigation. */
  readonly inNavigation: boolean
  readonly Component: ComponentType<{ readonly app: App }>
}
