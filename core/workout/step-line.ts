/** One line of a workout text: `- relaxed 3m I`, `- 10m ramp 60-80% Pace 170spm`, `- Jog home lap press`. */
import { err, ok, type Result } from '../lib/result.ts'
import { type Amount, type Step, zones } from '../model/workout.ts'
import { type Length, printAmount, readAmount } from './amount.ts'
import type { DraftStep } from './roles.ts'
import { guessAmount, roleOfFlag, zoneOfWord } from './step-words.ts'
import { readCadence, readRange } from './target-text.ts'
import type { Place, Remark, WorkoutTextError } from './text.ts'

type Word = { readonly text: string; readonly column: number }

/** What a line holds: the step, a rest that was written behind it, and what may have been meant otherwise. */
export type StepLine = {
  readonly step: DraftStep
  readonly rest: DraftStep | null
  readonly remarks: readonly Remark[]
}

const wordsFrom = (line: string, start: number): readonly Word[] =>
  [...line.slice(start).matchAll(/\S+/g)].map(match => ({ text: match[0], column: start + match.index + 1 }))

/** Units that people leave a space before: `10 km`. */
const loneUnit = /^(km|mtr|mi|yrd|h|min|m|s|sec)$/i

/** A number and its unit as one word, `lap press` as one word. */
const joined = (words: readonly Word[]): readonly Word[] => {
  const out: Word[] = []
  for (const word of words) {
    const before = out.at(-1)
    const isUnit = before !== undefined && /^\d+(?:[.,]\d+)?$/.test(before.text) && loneUnit.test(word.text)
    const isLap = before !== undefined && /^(lap press|press lap)$/i.test(`${before.text} ${word.text}`)
    if (isUnit) out[out.length - 1] = { text: before.text + word.text, column: before.column }
    else if (isLap) out[out.length - 1] = { text: 'lap press', column: before.column }
    else out.push(word)
  }
  return out
}
const isLap = ({ text }: Word): boolean => text === 'lap press'
const mostOf = ({ unit }: Length): number => (unit === 's' ? 200_000 : 500_000)
const secondsIn = (word: string): number | null => {
  const amount = readAmount(word)
  return amount?.unit === 's' && amount.value >= 1 ? amount.value : null
}

/** The words for the athlete that stand in quotes or before `<!>`, and where the line goes on. */
const markedCue = (
  whole: string,
  start: number,
): { readonly cue: string; readonly from: number } | 'unclosed' | null => {
  const body = whole.slice(start).trimStart()
  const bodyAt = whole.length - body.length
  if (body.startsWith('"')) {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(body)
    const cue = quoted ? readQuoted(quoted[0]) : undefined
    return !quoted || cue === undefined ? 'unclosed' : { cue, from: bodyAt + quoted[0].length }
  }
  const mark = body.indexOf('<!>')
  return mark === -1 ? null : { cue: body.slice(0, mark).trim(), from: bodyAt + mark + 3 }
}

const readQuoted = (text: string): string | undefined => {
  try {
    return String(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `whole` is the line as typed, `line` its number from 1. The role is null where the line does not say. */
export const readStepLine = (whole: string, line: number): Result<StepLine, WorkoutTextError> => {
  const start = whole.indexOf('-') + 1
  const place = (word: Word): Place => ({ line, column: word.column, length: Math.max(1, word.text.length) })
  const fault = (type: WorkoutTextError['type'], word: Word, instead: string | null = null) =>
    err<WorkoutTextError>({ type, at: place(word), word: word.text, instead })
  const replacing = (word: Word, text: string) =>
    `${whole.slice(0, word.column - 1)}${text}${whole.slice(word.column - 1 + word.text.length)}`.trim()

  const marked = markedCue(whole, start)
  if (marked === 'unclosed')
    return fault('UnclosedQuote', { text: whole.slice(start).trim(), column: whole.indexOf('"') + 1 })
  let cue = marked === null || marked.cue === '' ? null : marked.cue
  if (marked !== null && whole.slice(start).trimStart().startsWith('"')) cue = marked.cue

  const words = joined(wordsFrom(whole, marked?.from ?? start))
  const lengthAt = words.findIndex(word => readAmount(word.text) !== undefined)
  const lapAt = words.findIndex(isLap)
  const isLapBefore = lapAt === 0 && lengthAt === 1
  const isLapAlone = lapAt !== -1 && !isLapBefore && (lengthAt === -1 || lapAt < lengthAt)
  const amountAt = isLapAlone ? lapAt : lengthAt
  if (amountAt === -1 || (marked !== null && amountAt > 0 && !isLapBefore)) {
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
  const length = isLapAlone ? undefined : readAmount(amountWord.text)
  if (length !== undefined && (length.value < 1 || length.value > mostOf(length)))
    return fault('OutOfBounds', amountWord)
  const amount: Amount = length ?? { unit: 'lap' }
  if (amountAt > 0 && marked === null && !isLapBefore)
    cue = whole.slice(words[0]!.column - 1, amountWord.column - 1).trimEnd()
  if (cue !== null && cue.length > 200) return fault('OutOfBounds', words[0]!)

  let target: Step['target'] | null = null
  let role: Step['role'] | null = null
  let cadence: Step['cadence']
  let rest: DraftStep | null = null
  let hasLap = isLapBefore
  let isRamp = false
  const remarks: Remark[] = []
  for (let i = amountAt + 1; i < words.length; i++) {
    const word = words[i]!
    const flag = /^intensity=(\w+)$/i.exec(word.text)
    const flagged = flag && roleOfFlag[flag[1]!.toLowerCase()]
    const turns = readCadence(word.text)
    if (flagged) role = flagged
    else if (turns) cadence = turns
    else if (isLap(word)) hasLap = true
    else if (/^ramp$/i.test(word.text) && target === null) isRamp = true
    else if (/^rest$/i.test(words[i + 1]?.text ?? '') && secondsIn(word.text) !== null) {
      rest = restOf(secondsIn(word.text)!)
      i++
    } else if (target !== null) {
      if (/^pace$/i.test(word.text) && target.type !== 'range') continue
      return fault('AfterTarget', word, `- ${word.text} ${whole.slice(amountWord.column - 1, word.column - 1).trim()}`)
    } else {
      const zone = zones.find(letter => letter === word.text.toUpperCase())
      const rpe = /^rpe(\d{1,2})?$/i.exec(word.text)
      const range = readRange(
        words.slice(i, i + 3).map(({ text }) => text),
        secondsIn,
      )
      if (zone) target = { type: 'zone', zone }
      else if (rpe) {
        const number = rpe[1] ?? words[++i]?.text ?? ''
        if (!/^([1-9]|10)$/.test(number)) return fault('OutOfBounds', word, replacing(word, 'RPE 7'))
        target = { type: 'effort', rpe: Number(number) }
      } else if (/^free(ride)?$/i.test(word.text)) target = { type: 'free' }
      else if (range === undefined) {
        const meant = zoneOfWord[word.text.toLowerCase()]
        return fault('NotATarget', word, meant === undefined ? null : replacing(word, meant))
      } else if ('wants' in range) return fault('PaceWithoutWord', word, replacing(word, `${word.text} Pace`))
      else if ('outOf' in range) return fault('OutOfBounds', word)
      else {
        i += range.used - 1
        target = isRamp ? { ...range.range, ramp: true } : range.range
        if (range.isBare)
          remarks.push({
            type: 'BarePower',
            at: place(word),
            word: word.text,
            instead: replacing(word, `${word.text} ${/z/i.test(word.text) ? 'HR' : 'Pace'}`),
          })
      }
    }
  }
  if (isRamp && (target === null || target.type !== 'range'))
    return fault('RampWithoutRange', words[amountAt + 1] ?? amountWord, `- ${printAmount(amount)} ramp 60-80% Pace`)
  const bareMinutes = /^(\d+)m$/i.exec(amountWord.text)
  if (length !== undefined && bareMinutes && Number(bareMinutes[1]) >= 100)
    remarks.unshift({
      type: 'ManyMinutes',
      at: place(amountWord),
      word: amountWord.text,
      instead: replacing(amountWord, Number(bareMinutes[1]) % 100 === 0 ? `${bareMinutes[1]}mtr` : printAmount(length)),
    })
  const step: DraftStep = {
    type: 'step',
    role,
    amount,
    target: target ?? { type: 'free' },
    cue,
    ...(hasLap && amount.unit !== 'lap' ? { lap: true } : {}),
    ...(cadence === undefined ? {} : { cadence }),
  }
  return ok({ step, rest, remarks })
}

const restOf = (seconds: number): DraftStep => ({
  type: 'step',
  role: 'recovery',
  amount: { unit: 's', value: seconds },
  target: { type: 'free' },
  cue: null,
})
