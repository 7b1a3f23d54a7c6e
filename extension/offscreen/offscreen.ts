/** The offscreen document: the device of the extension lives here, awake as long as the browser lets it be. */
import { parse } from '../../core/lib/parse.ts'
import { envelopeSchema } from '../messages.ts'
import { isOwnPart } from '../sender.ts'
import { live } from './living.ts'

// Why: nobody listening is no fault; whoever opens next asks anew.
const answer = live(news => void chrome.runtime.sendMessage(news).catch(() => undefined))

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  // Why: scripts in pages reach this listener too; only the extension's own parts are heard here.
  if (!isOwnPart(sender)) return false
  const envelope = parse(envelopeSchema, message)
  if (!envelope.ok || envelope.value.to !== 'offscreen') return false
  void answer(envelope.value.request).then(reply)
  return true
})
