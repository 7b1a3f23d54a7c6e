/** Words coaches use that the syntax has another word for, and what a length was perhaps meant to be. */
import type { Step } from '../model/workout.ts'

export const roleOfFlag: Readonly<Record<string, Step['role']>> = {
  warmup: 'warmup',
  active: 'work',
  interval: 'work',
  rest: 'recovery',
  recovery: 'recovery',
  cooldown: 'cooldown',
}

export const zoneOfWord: Readonly<Record<string, string>> = {
  easy: 'E',
  jog: 'E',
  recovery: 'E',
  marathon: 'M',
  mp: 'M',
  tempo: 'T',
  threshold: 'T',
  interval: 'I',
  hard: 'I',
  '5k': 'I',
  repetition: 'R',
  fast: 'R',
  sprint: 'R',
}

/** `10k` is meant as 10 km, `3` as minutes. */
export const guessAmount = (text: string, put: (text: string) => string): string | null => {
  const number = /^(\d+(?:[.,]\d+)?)(k|kms?|metres?|meters?|mins?|minutes?|miles?)?$/i.exec(text)
  if (!number) return null
  const unit = number[2]?.toLowerCase() ?? 'min'
  return put(
    `${number[1]}${unit.startsWith('k') ? 'km' : unit.startsWith('me') ? 'mtr' : unit.startsWith('mile') ? 'mi' : 'm'}`,
  )
}
