/** Which sport a track was: by the word the file has for it, else by its title, else by how fast it went. */
import type { Sport } from '../../model/activity.ts'
import type { Sample } from '../summary/recording.ts'

const words: readonly (readonly [RegExp, Sport])[] = [
  [
    /\b(trail|treadmill|virtual)?[ _-]?(run|runs|running|jog|jogging)\b|lauf\b|laufen|course à pied|\bcarrera|\bcorrida|\bcorsa\b|hardlopen|löpning|løping|бег/i,
    'run',
  ],
  [
    /\b(bike|biking|ride|cycling|mtb|mountain[ _]?bik\w*|e-?bik\w*)\b|radfahr|radtour|v[ée]lo\b|cyclisme|ciclismo|\bpedal\w*|fietsen/i,
    'ride',
  ],
  [/\b(swim|swimming)\b|schwimm|natation|nataci|nuoto|zwemmen/i, 'swim'],
  [
    /\b(walk|walking|hike|hiking)\b|wander|spazier|marche|randonn|caminata|camminata|caminhada|senderismo|wandelen/i,
    'walk',
  ],
  [/\bstrength|\bweight[ _]training\b|krafttraining|musculation/i, 'strength'],
]

/** Strava writes the number of its own list instead of a word. */
const stravaNumbers: { readonly [number: string]: Sport } = {
  '1': 'ride',
  '4': 'walk',
  '9': 'run',
  '10': 'walk',
  '16': 'swim',
  '17': 'ride',
  '18': 'ride',
}

/** The sport of a word in a file's own field for it; another word is another sport, and no word says nothing: null. */
export const sportFromWord = (word: string): Sport | null => {
  const plain = word.trim().replaceAll('_', ' ')
  if (/^\d+$/.test(plain)) return Object.hasOwn(stravaNumbers, plain) ? stravaNumbers[plain]! : 'other'
  if (!/\p{L}/u.test(plain)) return null
  return words.find(([shape]) => shape.test(plain))?.[1] ?? 'other'
}

/** The sport a title names, where it names exactly one. */
export const sportFromTitle = (title: string): Sport | null => {
  const named = words.filter(([shape]) => shape.test(title))
  return named.length === 1 ? named[0]![1] : null
}

/** Speeds are taken over so many seconds: from one second to the next the satellites are too rough. */
const windowS = 30
/** Faster for two windows in a row, or in the middle, is on wheels; faster for a tenth of it is a vehicle (m/s, ours). */
const wheels = { minute: 7, middle: 5.6, vehicle: 15 }
/** Slower in the middle is walking: 8:45 per km (m/s, ours). */
const walking = 1.9
/** Standing is no sport (m/s). */
const standing = 0.5

/** Fewer windows say nothing. */
const leastWindows = 4

/** The likeliest sport by speed alone; other where it was too short to tell. */
export const sportFromSpeed = (samples: readonly Sample[]): Sport => {
  const speeds: number[] = []
  let from: Sample | undefined
  for (const sample of samples) {
    if (sample.distanceM === null) continue
    if (from === undefined) from = sample
    const seconds = sample.t - from.t
    if (seconds < windowS) continue
    const speed = (sample.distanceM - from.distanceM!) / seconds
    if (seconds <= 4 * windowS && speed > standing) speeds.push(speed)
    from = sample
  }
  if (speeds.length < leastWindows) return 'other'
  const isMinuteFast = speeds.some((speed, i) => speed > wheels.minute && (speeds[i + 1] ?? 0) > wheels.minute)
  speeds.sort((a, b) => a - b)
  const at = (share: number): number => speeds[Math.floor(share * (speeds.length - 1))]!
  if (at(0.9) > wheels.vehicle) return 'other'
  if (isMinuteFast || at(0.5) > wheels.middle) return 'ride'
  return at(0.5) < walking ? 'walk' : 'run'
}
