/** Load counted by hand: minutes in each zone, and a minute in a harder zone counts for more. */
import { sum } from '../lib/math.ts'

/** A minute in zone 1 counts once, in zone 2 twice, and so on. */
const byRank = (minutes: readonly number[]): number => sum(minutes.map((value, i) => value * (i + 1)))

/** Edwards 1993: minutes at 50–60, 60–70, 70–80, 80–90 and 90–100 % of maximum heart rate, × 1 … 5. trust: convention. */
export const edwardsImpulse = (minutes: readonly number[]): number => byRank(minutes)

/** Lucia 2003: minutes below the first threshold, between, and above the second, × 1, 2, 3. trust: published. */
export const luciaImpulse = (minutes: readonly number[]): number => byRank(minutes)
