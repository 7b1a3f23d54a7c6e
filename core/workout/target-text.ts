/** A target that is a range, in the field's words: `85-90% Pace`, `5:00-4:50/km Pace`, `140-150bpm`, `Z2 HR`. */
import { sayClock } from '../lib/clock.ts'
import { mostOfRange, type RangeKind, type RangeTarget, type Step, type Target } from '../model/workout.ts'

type Cadence = NonNullable<Step['cadence']>

const unitOf: Readonly<Partial<Record<RangeKind, string>>> = {
  'pace-km': '/km',
  'pace-mi': '/mi',
  'pace-100m': '/100m',
  'pace-100y': '/100y',
  'pace-500m': '/500m',
  'pace-400m': '/400m',
  'pace-250m': '/250m',
}
const kindOfUnit: Readonly<Record<string, RangeKind>> = Object.fromEntries(
  Object.entries(unitOf).map(([kind, unit]) => [unit, kind as RangeKind]),
)

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** What stands after the figures. */
const tail: Readonly<Partial<Record<RangeKind, string>>> = {
  'threshold-pace': '% Pace',
  'max-hr': '% HR',
  'threshold-hr': '% LTHR',
  ftp: '%',
  'best-power': '% MMP',
  watts: 'w',
  bpm: 'bpm',
  'pace-zone': ' Pace',
  'hr-zone': ' HR',
}

export const printRange = ({ of, from, to, over, ramp }: RangeTarget): string => {
  const unit = unitOf[of]
  const letter = of === 'custom-zone' ? 'CZ' : of.endsWith('zone') ? 'Z' : ''
  const figure = (value: number) => (unit === undefined ? `${letter}${value}` : clock(value))
  const figures = from === to && ramp === undefined ? figure(from) : `${figure(from)}-${figure(to)}`
  const after = unit === undefined ? (tail[of] ?? '') : `${unit} Pace`
  return `${ramp ? 'ramp ' : ''}${figures}${after}${over === undefined ? '' : ` ${over}s`}`
}

export const printCadence = ({ from, to, unit }: Cadence): string => `${from === to ? from : `${from}-${to}`}${unit}`

const percentOf: Readonly<Partial<Record<RangeKind, string>>> = {
  'threshold-pace': 'of threshold pace',
  'max-hr': 'of maximum heart rate',
  'threshold-hr': 'of threshold heart rate',
  ftp: 'of threshold power',
  'best-power': 'of best power',
}
const zoneOf: Readonly<Partial<Record<RangeKind, string>>> = {
  'pace-zone': 'pace zone',
  'hr-zone': 'heart-rate zone',
  'power-zone': 'power zone',
  'custom-zone': 'custom zone',
}

/** The same as people say it: `85–90 % of threshold pace`, `4:50–5:00 /km`, `heart-rate zone 2`. */
export const sayRange = ({ of, from, to, over, ramp }: RangeTarget): string => {
  const unit = unitOf[of]
  const figure = (value: number) => (unit === undefined ? String(value) : sayClock(value))
  const figures = from === to ? figure(from) : `${figure(from)}${ramp ? ' to ' : '–'}${figure(to)}`
  const said =
    unit !== undefined
      ? `${figures} ${unit}`
      : percentOf[of] !== undefined
        ? `${figures} % ${percentOf[of]}${over === undefined ? '' : ` over ${sayClock(over)}`}`
        : zoneOf[of] !== undefined
          ? `${zoneOf[of]} ${figures}`
          : `${figures} ${of === 'watts' ? 'W' : of}`
  return ramp ? `building from ${said}` : said
}

/** ` I`, ` at RPE 7`, ` at 85–90 % of threshold pace`; empty for a free step. */
export const sayTarget = (target: Target): string => {
  switch (target.type) {
    case 'zone':
      return ` ${target.zone}`
    case 'effort':
      return ` at RPE ${target.rpe}`
    case 'range':
      return target.ramp ? ` ${sayRange(target)}` : ` ${target.of.endsWith('-zone') ? 'in' : 'at'} ${sayRange(target)}`
    case 'free':
      return ''
  }
}

/** What one or two words come to. `used` is how many words; `wants` the word that must follow and does not. */
export type ReadRange =
  | { readonly range: RangeTarget; readonly used: number; readonly isBare: boolean }
  | { readonly wants: 'Pace' }
  | { readonly outOf: string }

const percents: Readonly<Record<string, RangeKind>> = {
  pace: 'threshold-pace',
  hr: 'max-hr',
  lthr: 'threshold-hr',
  mmp: 'best-power',
  ftp: 'ftp',
  power: 'ftp',
}
const zoneKinds: Readonly<Record<string, RangeKind>> = {
  pace: 'pace-zone',
  hr: 'hr-zone',
  lthr: 'hr-zone',
  power: 'power-zone',
}
const secondsOf = (text: string): number => {
  const [minutes = 0, seconds = 0] = text.split(':').map(Number)
  return minutes * 60 + seconds
}

/** Reads a range at the head of some words; undefined where they begin none. `isBare` where power is only understood. */
export const readRange = (
  words: readonly string[],
  secondsIn: (word: string) => number | null,
): ReadRange | undefined => {
  const word = words[0] ?? ''
  const next = (words[1] ?? '').toLowerCase()
  const made = (
    of: RangeKind,
    from: string | number,
    to: string | number | undefined,
    used: number,
    isBare = false,
  ) => {
    const range: RangeTarget = { type: 'range', of, from: Number(from), to: Number(to ?? from) }
    const isWithin = [range.from, range.to].every(value => value >= 1 && value <= mostOfRange(of))
    return isWithin ? { range, used, isBare } : { outOf: word }
  }
  const percent = /^(\d{1,4})%?(?:-(\d{1,4}))?%(pace|hr|lthr|ftp)?$/i.exec(word)
  if (percent) {
    const glued = percent[3]?.toLowerCase()
    const of = percents[glued ?? next]
    const used = glued === undefined && of !== undefined ? 2 : 1
    const read = made(of ?? 'ftp', percent[1]!, percent[2], used, of === undefined)
    if (of !== 'best-power' || !('range' in read)) return read
    const over = secondsIn(words[2] ?? '')
    return over === null || over > 86_400
      ? { outOf: words[2] ?? word }
      : { ...read, range: { ...read.range, over }, used: 3 }
  }
  const pace = /^(\d{1,2}:[0-5]\d)(?:-(\d{1,2}:[0-5]\d))?(\/(?:km|mi|100m|100y|500m|400m|250m))?$/i.exec(word)
  if (pace) {
    if (next !== 'pace') return { wants: 'Pace' }
    const of = kindOfUnit[(pace[3] ?? '/km').toLowerCase()]!
    return made(of, secondsOf(pace[1]!), pace[2] === undefined ? undefined : secondsOf(pace[2]), 2)
  }
  const zone = /^(c?)z(\d{1,2})(?:-c?z?(\d{1,2}))?$/i.exec(word)
  if (zone) {
    if (zone[1] !== '') return made('custom-zone', zone[2]!, zone[3], 1)
    const of = zoneKinds[next]
    return made(of ?? 'power-zone', zone[2]!, zone[3], of === undefined ? 1 : 2, of === undefined)
  }
  const counted = /^(\d{1,4})(?:-(\d{1,4}))?(w|bpm)$/i.exec(word)
  if (!counted) return undefined
  const isBpm = counted[3]!.toLowerCase() === 'bpm'
  return made(isBpm ? 'bpm' : 'watts', counted[1]!, counted[2], isBpm && next === 'hr' ? 2 : 1)
}

export const readCadence = (word: string): Cadence | undefined => {
  const found = /^(\d{1,3})(?:-(\d{1,3}))?(rpm|spm)$/i.exec(word)
  if (!found) return undefined
  const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])]
  if (from < 1 || to < 1 || from > 300 || to > 300) return undefined
  return { unit: found[3]!.toLowerCase() as Cadence['unit'], from, to }
}
