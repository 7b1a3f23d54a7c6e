/** Why a line of a workout could not be read, in words for the coach who typed it. */
import { never } from '../lib/never.ts'
import type { Remark, WorkoutTextError } from './text.ts'

/** One sentence; the place and the correction stand beside it. */
export const explainTextError = ({ type, word }: WorkoutTextError): string => {
  switch (type) {
    case 'NoAmount':
      return 'This step has no time or distance yet. Write one such as 10m, 30s, 2km or 400mtr.'
    case 'NotAnAmount':
      return `“${word}” is not a time or a distance. Times are 30s, 10m, 1h30m; distances 2km, 400mtr, 1mi.`
    case 'NotATarget':
      return `“${word}” is not a target. Use E, M, T, I, R, RPE 1–10, 85-90% Pace, 5:00-4:50/km Pace, Z2 HR, 140-150bpm, or nothing.`
    case 'PaceWithoutWord':
      return `“${word}” needs the word Pace after it. Other programs would drop it without a word.`
    case 'RampWithoutRange':
      return 'A ramp goes from one target to another, such as ramp 60-80% Pace.'
    case 'AfterTarget':
      return `“${word}” comes after the target. Words for the athlete stand before the time or distance.`
    case 'OutOfBounds':
      return `“${word}” is outside what a step can hold.`
    case 'EmptyRepeat':
      return `“${word}” has nothing to repeat. Put its steps on the lines below it, each beginning with -.`
    case 'RepeatOnOneLine':
      return 'A block starts with a line such as 6x; its steps follow, one on each line, beginning with -.'
    case 'UnclosedQuote':
      return 'The quoted words have no closing quote.'
    case 'TooManySteps':
      return 'A session holds at most 60 steps and blocks, a block at most 20 steps.'
    default:
      return never(type)
  }
}

export const explainRemark = ({ type, word }: Remark): string => {
  switch (type) {
    case 'NotKept':
      return `“${word}” is over no step, and is not kept. Put words for the athlete into the notes.`
    case 'LooksLikeAStep':
      return `“${word}” is read as a heading. A step begins with -.`
    case 'ManyMinutes':
      return `“${word}” is read as ${Number.parseInt(word, 10)} minutes. Metres are written mtr.`
    case 'BarePower':
      return `“${word}” alone is power. A runner’s zone is written E, Z2 HR or Z2 Pace, a share of threshold pace 85% Pace.`
    case 'WrittenOut':
      return `“${word}” stands inside another block: the text keeps it so; rows, watch files and exports have it written out.`
    default:
      return never(type)
  }
}
