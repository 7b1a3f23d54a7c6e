/** What the device answers to each question of the extension's pages. */
import { never } from '../../core/lib/never.ts'
import { ok } from '../../core/lib/result.ts'
import { sayOutcome, undo } from '../../core/peer/actions.ts'
import type { Device, PairingError } from '../../core/peer/api.ts'
import { readInvitation } from '../../core/peer/pairing.ts'
import { type Answer, type DaysAnswer, type Request, refused } from '../messages.ts'
import { readAddresses } from '../settings.ts'
import { type Now, readClock } from './clock.ts'
import type { Home } from './home.ts'
import type { Looked } from './looking.ts'
import { mergeDays, overlayDays } from './overlay-days.ts'
import { stateOf } from './state.ts'

const pairingWords = (error: PairingError): string => {
  switch (error.type) {
    case 'NotAnInvitation':
      return 'This is not an invitation. Copy the whole link again.'
    case 'Expired':
      return 'This invitation has expired. Ask for a new one.'
    case 'AlreadyUsed':
      return 'This invitation was used already. Ask for a new one.'
    case 'NotAllowed':
      return error.says
    case 'NotSaved':
      return `It could not be stored in this browser (${error.why}). Free some space and try again.`
    default:
      return never(error)
  }
}

/** What a question is answered from. */
type Asked = { readonly home: Home; readonly device: Device; readonly now: Now }

const looked = ({ home, device, now }: Asked): readonly Looked[] =>
  device.spaces.map(space => home.looking.look(space, now)).filter(one => one !== null)

const days = (asked: Asked, request: Extract<Request, { type: 'days' }>): DaysAnswer => {
  // Why: inside a training log a person looks at their own days; the athletes they coach are in the panel.
  const own = looked(asked).filter(one => one.own)
  const plans = own.map(({ advice }) => overlayDays(advice, request.from, request.to))
  return { today: asked.now.day, paired: own.length > 0, days: [...mergeDays(plans)] }
}

const takeBack = async (asked: Asked, id: string): Promise<Answer<'undo'>> => {
  for (const { space, advice } of looked(asked)) {
    const change = advice.plan.sessions.flatMap(({ changes }) => changes).find(one => one.id === id)
    if (change === undefined) continue
    const done = await undo(space, change)
    return done.ok ? ok(null) : refused('It was not taken back: only who may decide here can do that.')
  }
  return refused('This change no longer stands.')
}

const say = (asked: Asked, request: Extract<Request, { type: 'outcome' }>): Answer<'outcome'> => {
  const { session, said } = request
  const there = looked(asked).find(
    ({ own, advice }) => own && advice.plan.sessions.some(one => one.session.id === session),
  )
  if (there === undefined) return refused('This session is no longer in your plan.')
  const put = sayOutcome(there.space, { session, said, activity: null, rpe: null, comment: '', at: asked.now.at })
  return put.ok ? ok(null) : refused('It was not written: this browser’s Tandem is older than the plan. Update it.')
}

const join = async (home: Home, link: string, name: string): Promise<Answer<'join'>> => {
  const invitation = readInvitation(link)
  if (invitation === undefined) return refused(pairingWords({ type: 'NotAnInvitation' }))
  if (name === '') return refused('Say your name, so that the other side knows who asks.')
  // Why not its addresses: the space keeps those for itself. A stranger's invitation must not send every other athlete's
  // room to a meeting point of the stranger's.
  if (!(await home.change({ ...(await home.settings()), name })))
    return refused('This browser did not store the settings. Try again.')
  const joined = await (await home.device()).join(link.replace(/^.*#join=/s, ''), name)
  return joined.ok ? ok(null) : refused(pairingWords(joined.error))
}

/** Answers one parsed request. Failures are sentences; a bug of ours ends in the caller's catch. */
export const answer = async (home: Home, request: Request): Promise<Answer<Request['type']>> => {
  const device = await home.device()
  const asked: Asked = { home, device, now: readClock(new Date()) }
  switch (request.type) {
    case 'days':
      return ok(days(asked, request))
    case 'state':
      return ok(stateOf({ ...asked, looking: home.looking }, (await home.settings()).rendezvous))
    case 'join':
      return join(home, request.link, request.name)
    case 'rendezvous': {
      const rendezvous = readAddresses(request.addresses)
      if (rendezvous === undefined)
        return refused('A rendezvous address begins with wss:// (or ws:// on this machine).')
      const kept = await home.change({ ...(await home.settings()), rendezvous: [...rendezvous] })
      return kept ? ok(null) : refused('This browser did not store the settings. Try again.')
    }
    case 'undo':
      return takeBack(asked, request.change)
    case 'outcome':
      return say(asked, request)
    case 'forget':
      await device.forget(request.space)
      return ok(null)
    case 'wake':
      return ok(null)
    default:
      return never(request)
  }
}
