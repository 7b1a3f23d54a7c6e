/** How an athlete stands, by word and icon; the colour only repeats it. */
import type { Standing } from '../../core/reports/desk/answers.ts'
import type { IconName } from './icon.tsx'

type Look = { readonly word: string; readonly icon: IconName; readonly tone: 'bad' | 'warn' | 'quiet' | 'good' }

export const standingLook: Readonly<Record<Standing, Look>> = {
  'needs-you': { word: 'Needs you', icon: 'warning', tone: 'bad' },
  look: { word: 'To look at', icon: 'question', tone: 'warn' },
  'not-known': { word: 'Not known', icon: 'offline', tone: 'quiet' },
  'on-track': { word: 'On track', icon: 'check', tone: 'good' },
}
