/** The peer and the engine of the extension: a full device of its person, awake as long as the browser lets it be. */
import { parse } from '../../core/lib/parse.ts'
import { envelopeSchema, refused, requestSchema } from '../messages.ts'
import { isOwnPart } from '../sender.ts'
import { answer } from './answer.ts'
import { openAppPort } from './app-port.ts'
import { openHome } from './home.ts'

let telling = false

/** Tells the extension's other parts that something changed: at most every tenth of a second, with what is open. */
const tell = (): void => {
  if (telling) return
  telling = true
  setTimeout(() => {
    telling = false
    void answer(home, { type: 'state' })
      .then(state => {
        const open = state.ok && state.value !== null && 'open' in state.value ? state.value.open : 0
        return chrome.runtime.sendMessage({ news: 'changed', open })
      })
      // Why: nobody listening is no fault; whoever opens next asks anew.
      .catch(() => undefined)
  }, 100)
}

const home = openHome(tell, openAppPort().connect)

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  // Why: scripts in pages reach this listener too; only the extension's own parts are heard here.
  if (!isOwnPart(sender)) return false
  const envelope = parse(envelopeSchema, message)
  if (!envelope.ok || envelope.value.to !== 'offscreen') return false
  const request = parse(requestSchema, envelope.value.request)
  if (!request.ok) {
    reply(refused('this question is not known'))
    return false
  }
  answer(home, request.value).then(reply, () =>
    reply(refused('Tandem could not open its store in this browser. Restart the browser and try again.')),
  )
  if (request.value.type === 'wake') tell()
  return true
})
