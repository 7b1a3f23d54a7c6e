/** What somebody may do here, in a word and in a sentence. */
import type { MemberRole } from '../../core/model/statement.ts'

const words: Readonly<Record<MemberRole | 'own-device', string>> = {
  owner: 'owner',
  coach: 'coach',
  assistant: 'assistant',
  athlete: 'athlete',
  viewer: 'viewer',
  'own-device': 'own device',
}
export const roleWord = (role: MemberRole | 'own-device'): string => words[role]

export const roleSays: Readonly<Record<MemberRole | 'own-device', string>> = {
  owner: 'Lets people in and out, and decides.',
  coach: 'Writes the plan and decides about every change.',
  assistant: 'Reads and comments.',
  athlete: 'Reads the plan, says how it went, owns their own log.',
  viewer: 'Reads only.',
  'own-device': 'One more of your own devices.',
}
