/** What people do with a space, the same from the app and from the page of a training log. */
import type { Situation } from '../engine.ts'
import { adviceFor, advise } from '../engine.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Advice, JudgedProposal, Proposal, Reader } from '../model/advice.ts'
import type { Outcome } from '../model/athlete.ts'
import type { CheckIn } from '../model/check-in.ts'
import type { Day } from '../model/day.ts'
import { applyEdit, baseHash, type Edit } from '../model/edit.ts'
import type { SessionId, StatementId } from '../model/ids.ts'
import type { StandingChange, VisibleSession } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import { contentHash, type Session } from '../model/session.ts'
import type { MemberRole } from '../model/statement.ts'
import {
  compose,
  patchSession,
  putCheckIn,
  putOutcome,
  putPlaybook,
  readPlaybook,
  readPlaybookVersions,
  removeOutcome,
  type WriteError,
} from '../plan/index.ts'
import { defaultPlaybook, playbookHash } from '../playbook/index.ts'
import { localOrigin, type SignError, type Space, type StatementDraft } from './api.ts'
import { onFile, pastFor } from './reading.ts'
import { mayWrite } from './roles.ts'
import { randomId } from './secret.ts'

type Now = Situation['now']

export type ActionError =
  | SignError
  | WriteError
  /** The session was changed since; what was proposed was for the earlier version. */
  | { readonly type: 'EarlierVersion' }
  | { readonly type: 'NoSuchSession' }

/** The playbook in force: the coach's own, or the one the product comes with. */
export const playbookOf = (space: Space): Playbook => readPlaybook(space.docs.playbook) ?? defaultPlaybook

/** All that the engine reads of an athlete, as it stands now. */
export const situationOf = (space: Space, now: Now): Situation => {
  const { plan, athlete } = onFile(space, pastFor(space, now.day))
  return {
    athlete: space.athlete,
    content: athlete,
    plan,
    log: space.log,
    playbook: playbookOf(space),
    versions: readPlaybookVersions(space.docs.playbook),
    now,
  }
}

/** What this reader may know of what the engine says. */
export const adviceOf = (space: Space, now: Now, reader: Reader): Advice =>
  adviceFor(reader, advise(situationOf(space, now)))

/** A statement that says no more than its type and what it speaks of. */
export const blank = {
  rule: null,
  edit: null,
  contentHash: null,
  baseHash: null,
  playbookHash: null,
  words: null,
} as const satisfies Partial<StatementDraft>

/** The session as everybody sees it now. */
const visibleSession = (space: Space, id: SessionId): Session | undefined => {
  const { plan, athlete } = onFile(space, space.past)
  const { sessions } = compose(plan, athlete, space.log, playbookOf(space), readPlaybookVersions(space.docs.playbook))
  return sessions.find(({ session }) => session.id === id)?.session
}

/** A statement's part that says what is changed: on what it rests, and exactly what it leaves behind. */
const carrying = (space: Space, edit: Edit, session: Session) => ({
  edit,
  baseHash: baseHash(edit, session),
  contentHash: contentHash(edit.adds ?? applyEdit(edit, session)),
  playbookHash: playbookHash(playbookOf(space)),
})

const decide = async (
  space: Space,
  proposal: Proposal,
  edit: Edit,
  type: 'approved' | 'applied',
  words: string | null,
): Promise<Result<StatementId, ActionError>> => {
  const session = visibleSession(space, edit.session)
  if (session === undefined) return err({ type: 'NoSuchSession' })
  // Why: what a person read was made for one content of the session; for another they decide anew.
  if (baseHash(proposal.edit, session) !== proposal.baseHash) return err({ type: 'EarlierVersion' })
  return space.sign({
    ...blank,
    ...carrying(space, edit, session),
    type,
    item: proposal.id,
    rule: proposal.rule,
    words,
  })
}

/** The coach says yes to what was drafted; it stands for exactly this content. */
export const approve = (space: Space, proposal: JudgedProposal, words: string | null) =>
  decide(space, proposal, proposal.edit, 'approved', words)

/** The coach changes the draft and says yes to that. */
export const approveEdited = (space: Space, proposal: JudgedProposal, edit: Edit, words: string | null) =>
  decide(space, proposal, edit, 'approved', words)

/** The coach says no; the plan stands. */
export const decline = (
  space: Space,
  proposal: JudgedProposal,
  words: string | null,
): Promise<Result<StatementId, ActionError>> =>
  space.sign({
    ...blank,
    type: 'declined',
    item: proposal.id,
    rule: proposal.rule,
    baseHash: proposal.baseHash,
    playbookHash: playbookHash(playbookOf(space)),
    words,
  })

/** A coach's own change of a session as everybody sees it, signed like any decision. */
export const decideOwn = async (
  space: Space,
  edit: Edit,
  words: string | null,
): Promise<Result<StatementId, ActionError>> => {
  const session = visibleSession(space, edit.session)
  if (session === undefined) return err({ type: 'NoSuchSession' })
  const isAsBefore = Object.entries(edit.before).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(session[field as keyof Session]),
  )
  if (!isAsBefore) return err({ type: 'EarlierVersion' })
  return space.sign({ ...blank, ...carrying(space, edit, session), type: 'approved', item: `own-${randomId()}`, words })
}

/** Takes a standing change back; the plan is as it was before it. */
export const undo = (space: Space, change: StandingChange): Promise<Result<StatementId, ActionError>> =>
  space.sign({ ...blank, type: 'undone', item: change.id, rule: change.rule })

/**
 * Moves a session to another day. A coach writes it in the plan; of a session that only a decision made, they sign the
 * move. An athlete signs their own move, which the playbook admits or not.
 */
export const moveSession = async (
  space: Space,
  visible: VisibleSession,
  day: Day,
  now: Now,
): Promise<Result<StatementId | null, ActionError>> => {
  const { session, written } = visible
  const asCoach = mayWrite('plan', space.myRoles)
  if (session.day === day) return ok(null)
  if (asCoach && written !== null && written.day === session.day)
    return patchSession(space.docs.plan, session.id, { day }, localOrigin)
  const edit: Edit = {
    kind: 'move-session',
    session: session.id,
    before: { day: session.day },
    after: { day },
    adds: null,
  }
  const item = `move-${now.at}-${randomId()}`
  const type = asCoach ? 'approved' : 'moved'
  return space.sign({ ...blank, ...carrying(space, edit, session), type, item })
}

/** Who may not write what the athlete says; one who still waits to be let in writes ahead. */
export type NotTheirs = { readonly type: 'NotAllowed'; readonly says: string }

export const asAthlete = <E>(space: Space, write: () => Result<null, E>): Result<null, E | NotTheirs> =>
  space.membership === 'member' && !mayWrite('athlete', space.myRoles)
    ? err({ type: 'NotAllowed', says: 'Only the athlete writes this, on their own device.' })
    : write()

/** The athlete says of a session that it was done or not. */
export const sayOutcome = (space: Space, outcome: Outcome): Result<null, WriteError | NotTheirs> =>
  asAthlete(space, () => putOutcome(space.docs.athlete, outcome, localOrigin))

export const takeBackOutcome = (space: Space, session: SessionId): Result<null, WriteError | NotTheirs> =>
  asAthlete(space, () => removeOutcome(space.docs.athlete, session, localOrigin))

export const saveCheckIn = (space: Space, checkIn: CheckIn): Result<null, WriteError | NotTheirs> =>
  asAthlete(space, () => putCheckIn(space.docs.athlete, checkIn, localOrigin))

/** The coach puts a playbook version in force, and signs that they did, with what they say about it. */
export const publishPlaybook = async (
  space: Space,
  playbook: Playbook,
  words: string | null = null,
): Promise<Result<StatementId, ActionError>> => {
  const put = putPlaybook(space.docs.playbook, playbook, localOrigin)
  if (!put.ok) return put
  const hash = playbookHash(playbook)
  return space.sign({ ...blank, type: 'published', item: hash, playbookHash: hash, words })
}

/** In whose role a device may say that something was found, or carry it out. */
const speakers: readonly MemberRole[] = ['owner', 'coach', 'athlete']

const busy = new WeakMap<Space, Set<string>>()

/**
 * Says in the log that something was found, once for each proposal and by its id alone; and carries out, with its
 * reason, what the playbook lets the automation do by itself. Safe to call on every reading.
 */
export const raise = async (space: Space, advice: Advice): Promise<void> => {
  const decides = space.myRoles.includes('coach') || space.myRoles.includes('athlete')
  if (space.membership !== 'member' || !decides) return
  // Why: a viewer, or an unproved word, would otherwise silence the automation by saying first that it had spoken.
  const counts = space.log.filter(({ verified, signed }) => verified.ok && speakers.includes(signed.statement.role))
  const said = new Set(counts.map(({ signed: { statement } }) => `${statement.type} ${statement.item}`))
  const saying = busy.get(space) ?? new Set<string>()
  busy.set(space, saying)
  for (const proposal of advice.proposals) {
    const type = proposal.verdict.level === 'auto' ? 'applied' : 'raised'
    const what = `${type} ${proposal.id}`
    if (said.has(what) || saying.has(what)) continue
    saying.add(what)
    const done =
      type === 'applied'
        ? await decide(space, proposal, proposal.edit, 'applied', proposal.why)
        : await space.sign({ ...blank, type, item: proposal.id })
    if (!done.ok) saying.delete(what)
  }
}
