/** Assesses athletes beside the page: however many there are, the screen waits for none of them. */
import * as Y from 'yjs'
import { assess } from '../../core/engine.ts'
import { sha256Hex } from '../../core/lib/bytes.ts'
import { readSeasons } from '../../core/peer/reading.ts'
import { readPlaybook, readPlaybookVersions } from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { assessmentVersion } from '../../core/reports/desk/assessment.ts'
import type { Assessed, ToAssess } from './roster-messages.ts'

type Scope = {
  postMessage(message: Assessed): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToAssess>) => void): void
}
const scope = self as unknown as Scope

const docOf = (pieces: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const piece of pieces) Y.applyUpdate(doc, piece)
  return doc
}

/** The name of all that an assessment rests on. Why by the hour: little in it turns on the minute. */
const inputsOf = ({ plan, content, playbook, past, log, now }: ToAssess): string => {
  const bytes = [plan, content, playbook]
    .flat()
    .map(update => sha256Hex(update))
    .join()
  const signed = sha256Hex(log.map(({ id, verified }) => `${id}${verified.ok}`).join())
  const before = past.map(({ hash }) => hash).join()
  return sha256Hex([assessmentVersion, bytes, before, signed, now.day, Math.floor(now.minute / 60)].join('/'))
}

const answer = (asked: ToAssess): Assessed => {
  const { space, athlete, log, now, known } = asked
  const inputs = inputsOf(asked)
  if (inputs === known) return { space, inputs, assessment: null }
  const [plan, content, playbook] = [docOf(asked.plan), docOf(asked.content), docOf(asked.playbook)]
  const read = readSeasons({ plan, athlete: content }, asked.past, asked.away)
  const assessment = assess({
    athlete,
    content: read.athlete,
    plan: read.plan,
    log,
    playbook: readPlaybook(playbook) ?? defaultPlaybook,
    versions: readPlaybookVersions(playbook),
    now,
  })
  for (const doc of [plan, content, playbook]) doc.destroy()
  return { space, inputs, assessment }
}

scope.addEventListener('message', ({ data }) => scope.postMessage(answer(data)))
