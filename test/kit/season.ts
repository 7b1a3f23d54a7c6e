/** A season for the engine: what an example describes as a whole situation, statements included, and advice as text. */
import { unsigned } from '../../core/dry-run/unsigned.ts'
import { adviceFor, advise, type Situation } from '../../core/engine.ts'
import type { Json } from '../../core/lib/canonical.ts'
import type { Advice, JudgedProposal, Reader } from '../../core/model/advice.ts'
import { type Day, dayNumber } from '../../core/model/day.ts'
import { applyEdit, type Edit } from '../../core/model/edit.ts'
import type { AthleteId, DeviceId, PersonId } from '../../core/model/ids.ts'
import type { LogEntry } from '../../core/model/log.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import type { Statement } from '../../core/model/statement.ts'
import { defaultPlaybook, playbookHash } from '../../core/playbook/index.ts'
import { contentOf, type Given, today } from '../../core/signals/basis/given.ts'
import { describeSteps } from '../../core/workout/estimate.ts'

export const minutesAt = (day: Day, minute: number): number => dayNumber(day) * 1440 + minute

/** Everything on and allowed, as a coach may set it after proof. */
export const openPlaybook: Playbook = {
  ...defaultPlaybook,
  layers: { ...defaultPlaybook.layers, reminders: 'on', compliance: 'on', load: 'on' },
  mayApply: { 'recompute-zones': true, 'ease-easy-day': true, 'move-session': true, 'swap-equal': true },
}

export type Season = Omit<Given, 'playbook'> & { readonly playbook?: Playbook; readonly log?: readonly LogEntry[] }

export const situationOf = ({ playbook, log, ...given }: Season): Situation => {
  const day = given.day ?? today
  const minute = given.minute ?? 480
  return {
    athlete: 'ana' as AthleteId,
    content: contentOf(given),
    plan: {
      sessions: given.sessions ?? [],
      phases: given.phases ?? [],
      races: given.races ?? [],
      comments: [],
      unreadable: [],
    },
    log: log ?? [],
    playbook: playbook ?? defaultPlaybook,
    now: { day, minute, at: minutesAt(day, minute) },
  }
}

/** A verified statement of somebody, as a device would hold it. */
export const stated = (said: Partial<Statement> & Pick<Statement, 'type' | 'item' | 'role' | 'at'>): LogEntry =>
  unsigned({
    club: 'club',
    athlete: 'ana' as AthleteId,
    by: `person-${said.role}` as PersonId,
    device: `device-${said.role}` as DeviceId,
    ...said,
  })

/** The statement that carries a draft out: the coach's approval, or a rule's own application. */
export const carriedOut = (
  type: 'approved' | 'applied',
  { id, rule, edit, baseHash }: JudgedProposal,
  target: Session,
  at: number,
  playbook: Playbook = defaultPlaybook,
  seq = 1,
): LogEntry =>
  stated({
    type,
    item: id,
    role: type === 'approved' ? 'coach' : 'athlete',
    at,
    rule,
    edit,
    baseHash,
    contentHash: contentHash(edit.adds ?? applyEdit(edit, target)),
    playbookHash: playbookHash(playbook),
    seq,
  })

const sayEdit = ({ adds, after }: Edit): string =>
  `${adds?.title ?? after.title ?? ''} ${adds?.day ?? after.day ?? ''} ${describeSteps(adds?.steps ?? after.steps ?? [])}`
    .replace(/ +/g, ' ')
    .trim()

/** Advice as text that a coach can read and correct. */
export const inWords = ({ findings, proposals, messages }: Advice): readonly string[] => [
  ...findings.map(({ kind, says }) => `finding ${kind}: ${says}`),
  ...proposals.flatMap(({ verdict, title, edit, why }) => [
    `${verdict.level} ${edit.kind}: ${title}`,
    `  → ${sayEdit(edit)}`,
    `  why: ${why}`,
    ...verdict.because.map(({ rule, says }) => `  by ${rule}: ${says}`),
  ]),
  ...messages.map(({ to, kind, says }) => `${kind} to ${to}: ${says.replaceAll('\n', ' | ')}`),
]

export const advised = (season: Season, reader: Reader = 'coach'): Advice =>
  adviceFor(reader, advise(situationOf(season)))

export const jsonOf = (advice: Advice): string => JSON.stringify(advice as unknown as Json)
