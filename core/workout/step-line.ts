/** One line of a workout text: `- relaxed 3m I`. */
import { err, ok, type Result } from '../lib/result.ts'
import { type Step, zones } from '../model/workout.ts'
import { printAmount, readAmount } from './amount.ts'
import type { DraftStep } from './roles.ts'
import type { Place, Remark, WorkoutTextError } from './text.ts'

type Word = { readonly text: string; readonly column: number }

const wordsFrom = (line: string, start: number): readonly Word[] =>
  [...line.slice(start).matchAll(/\S+/g)].map(match => ({ text: match[0], column: start + match.index + 1 }))

/** Units that people leave a space before: `10 km`. */
const loneUnit = /^(km|mtr|mi|yrd|h|min|m|s|sec)$/i

const joined = (words: readonly Word[]): readonly Word[] => {
  const out: Word[] = []
  for (const word of words) {
    const before = out.at(-1)
    if (before && /^\d+(?:[.,]\d+)?$/.test(before.text) && loneUnit.test(word.text))
      out[out.length - 1] = { text: before.text + word.text, column: before.column }
    else out.push(word)
  }
  return out
}

const roleOfFlag: Readonly<Record<string, Step['role']>> = {
  warmup: 'warmup',
  active: 'work',
  rest: 'recovery',
  cooldown: 'cooldown',
}
const zoneOfWord: Readonly<Record<string, string>> = {
  easy: 'E',
  jog: 'E',
  z1: 'E',
  z2: 'E',
  recovery: 'E',
  marathon: 'M',
  z3: 'M',
  tempo: 'T',
  threshold: 'T',
  z4: 'T',
  interval: 'I',
  hard: 'I',
  z5: 'I',
  repetition: 'R',
  fast: 'R',
  sprint: 'R',
}

/** `whole` is the line as typed, `line` its number from 1. The role is null where the line does not say. */
export const readStepLine = (
  whole: string,
  line: number,
): Result<{ readonly step: DraftStep; readonly remarks: readonly Remark[] }, WorkoutTextError> => {
  const start = whole.indexOf('-') + 1
  const place = (word: Word): Place => ({ line, column: word.column, length: Math.max(1, word.text.length) })
  const fault = (type: WorkoutTextError['type'], word: Word, instead: string | null = null) =>
    err<WorkoutTextError>({ type, at: place(word), word: word.text, instead })
  const replacing = (word: Word, text: string) =>
    `${whole.slice(0, word.column - 1)}${text}${whole.slice(word.column - 1 + word.text.length)}`.trim()

  let cue: string | null = null
  let from = start
  const body = whole.slice(start).trimStart()
  const bodyAt = whole.length - body.length
  if (body.startsWith('"')) {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(body)
    const text = quoted ? readQuoted(quoted[0]) : undefined
    if (!quoted || text === undefined) return fault('UnclosedQuote', { text: body, column: bodyAt + 1 })
    cue = text
    from = bodyAt + quoted[0].length
  }

  const words = joined(wordsFrom(whole, from))
  const amountAt = words.findIndex(word => readAmount(word.text) !== undefined)
  if (amountAt === -1 || (cue !== null && amountAt > 0)) {
    const digits = words.find(word => /^\d/.test(word.text))
    if (digits)
      return fault(
        'NotAnAmount',
        digits,
        guessAmount(digits.text, text => replacing(digits, text)),
      )
    return fault('NoAmount', words[0] ?? { text: '-', column: start })
  }
  const amountWord = words[amountAt]!
  const amount = readAmount(amountWord.text)!
  if (amount.value < 1 || amount.value > (amount.unit === 's' ? 200_000 : 500_000))
    return fault('OutOfBounds', amountWord)
  if (amountAt > 0) cue = whole.slice(words[0]!.column - 1, amountWord.column - 1).trimEnd()
  if (cue !== null && cue.length > 200) return fault('OutOfBounds', words[0]!)

  let target: Step['target'] = { type: 'free' }
  let said = false
  let role: Step['role'] | null = null
  for (let i = amountAt + 1; i < words.length; i++) {
    const word = words[i]!
    const flag = /^intensity=(\w+)$/i.exec(word.text)
    const found = flag && roleOfFlag[flag[1]!.toLowerCase()]
    if (found) {
      role = found
      continue
    }
    const zone = zones.find(letter => letter === word.text.toUpperCase())
    const rpe = /^rpe(\d{1,2})?$/i.exec(word.text)
    if (said) {
      if (/^pace$/i.test(word.text)) continue
      return fault('AfterTarget', word, `- ${word.text} ${whole.slice(amountWord.column - 1, word.column - 1).trim()}`)
    }
    said = true
    if (zone) target = { type: 'zone', zone }
    else if (rpe) {
      const number = rpe[1] ?? words[++i]?.text ?? ''
      if (!/^([1-9]|10)$/.test(number)) return fault('OutOfBounds', word, replacing(word, 'RPE 7'))
      target = { type: 'effort', rpe: Number(number) }
    } else if (/^free(ride)?$/i.test(word.text)) target = { type: 'free' }
    else if (/\d(:\d\d|%|bpm|w$)/i.test(word.text)) return fault('PaceTarget', word, replacing(word, 'T'))
    else {
      const meant = zoneOfWord[word.text.toLowerCase()]
      return fault('NotATarget', word, meant === undefined ? null : replacing(word, meant))
    }
  }
  const remarks: Remark[] = []
  const bareMinutes = /^(\d+)m$/i.exec(amountWord.text)
  if (bareMinutes && Number(bareMinutes[1]) >= 100)
    remarks.push({
      type: 'ManyMinutes',
      at: place(amountWord),
      word: amountWord.text,
      instead: replacing(amountWord, Number(bareMinutes[1]) % 100 === 0 ? `${bareMinutes[1]}mtr` : printAmount(amount)),
    })
  return ok({ step: { type: 'step', role, amount, target, cue }, remarks })
}

const readQuoted = (text: string): string | undefined => {
  try {
    return String(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `10k` is meant as 10 km, `3` as minutes. */
const guessAmount = (text: string, put: (text: string) => string): string | null => {
  const number = /^(\d+(?:[.,]\d+)?)(k|kms?|metres?|meters?|mins?|minutes?|miles?)?$/i.exec(text)
  if (!number) return null
  const unit = number[2]?.toLowerCase() ?? 'min'
  return put(
    `${number[1]}${unit.startsWith('k') ? 'km' : unit.startsWith('me') ? 'mtr' : unit.startsWith('mile') ? 'mi' : 'm'}`,
  )
}
