/** What somebody may do here, in a word and in a sentence. */
import type { MemberRole } from '../../core/model/statement.ts'

const words: Readonly<Record<MemberRole | 'own-device', string>> = {
  owner: 'owner',
  'head-coach': 'head coach',
  coach: 'coach',
  assistant: 'assistant',
  athlete: 'athlete',
  viewer: 'viewer',
  relay: 'relay',
  'own-device': 'own device',
}
export const roleWord = (role: MemberRole | 'own-device'): string => words[role]

export const roleSays: Readonly<Record<MemberRole | 'own-device', string>> = {
  owner: 'Lets people in and out, and decides.',
  'head-coach': 'Does all a coach does, and owns the playbook.',
  coach: 'Writes the plan and decides about every change; where coaches are named, for those they are named for.',
  assistant: 'Reads, comments and drafts; decides nothing.',
  athlete: 'Reads the plan, says how it went, owns their own log.',
  viewer: 'Reads only.',
  relay: 'Stays on and carries the changes for everybody. It has no key and reads no plan; it sees who is in the list.',
  'own-device': 'One more of your own devices.',
}
