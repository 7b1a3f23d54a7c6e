/** Answers the extension's own settings, and nobody else, when they ask how the page is built. */
import { parse } from '../../core/lib/parse.ts'
import { structureAskSchema } from '../messages.ts'
import { isOwnPart } from '../sender.ts'
import { pageAt } from '../sites/index.ts'
import { structureOf } from './structure.ts'

export const answerWithStructure = (document: Document, signal: AbortSignal): void => {
  const listen = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    reply: (answer: unknown) => void,
  ): undefined => {
    if (signal.aborted || !parse(structureAskSchema, message).ok || !isOwnPart(sender)) return
    reply({ structure: structureOf(document, pageAt(new URL(document.location.href))) })
  }
  chrome.runtime.onMessage.addListener(listen)
}
