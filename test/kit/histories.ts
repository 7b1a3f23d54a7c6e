/** The real data at hand, folder by folder: an athlete's days as `tandem dry-run` reads them, or why there are none. */
import { existsSync } from 'node:fs'
import { readInput } from '../../core/cli/input.ts'
import type { Past } from '../../core/dry-run/index.ts'
import { by } from '../../core/lib/order.ts'
import type { Day } from '../../core/model/day.ts'

export const data = '../shared/data'
export const isThere = (path: string): boolean => existsSync(`${data}/${path}`)

/** `isQuick`: read in a moment; a folder of recordings takes seconds. `first` and `last` are days with something on file. */
export type RealHistory = {
  readonly name: string
  readonly isQuick: boolean
  readonly read: () => Promise<{ readonly past: Past; readonly first: Day; readonly last: Day } | null>
}

const at = (name: string, isQuick = true): RealHistory => ({
  name,
  isQuick,
  read: async () => {
    const named = { history: [`${data}/${name}`], plan: null, playbook: null }
    const input = await readInput(named, { out: () => {}, err: () => {}, progress: () => {} })
    if (!input.ok) return null
    const { past } = input.value
    const activities = past.content.activities.toSorted(by(({ start }) => start))
    const days = [...activities, ...past.plan.sessions].map(({ day }) => day).sort()
    if (activities.length === 0) return null
    return {
      past: { ...past, content: { ...past.content, activities } },
      first: days[0]!,
      last: activities.at(-1)!.day,
    }
  },
})

/** What holds one athlete's days. */
const histories: readonly RealHistory[] = [
  at('runner-asplitline-2y'),
  at('runner-deanxizian-5y'),
  at('runner-fankangsong-streams'),
  at('runner-imjasondai-4y'),
  at('runner-lipeng31-13y'),
  at('runner-zhengfran-7y'),
  at('runner-jasonjdd-fit/all_sessions_summary.csv'),
  at('runner-jasonjdd-fit/2025-summer-two-sources', false),
  at('runner-x3cl-fit/all_sessions_summary.csv'),
  at('runner-x3cl-fit/2018-marathon-build', false),
  at('runner-runpandas-1y-gpx/session', false),
  at('runner-runpandas-1y-gpx/tcx-2020-12', false),
  at('strava-bulk-export'),
  at('elevate-fixtures/activities-2015.fixture.json.gz'),
  at('intervals-icu-json'),
]

/** What holds no athlete's days, and why; it is read all the same, as if it were one person's, and may not crash. */
const others: readonly (RealHistory & { readonly why: string })[] = [
  { ...at('garmin-connect-json'), why: 'single answers of Garmin Connect about single activities of several people' },
  { ...at('elevate-fixtures/runs', false), why: 'single runs, years apart, of several people' },
  { ...at('elevate-fixtures/running', false), why: 'single recordings of several people' },
  { ...at('elevate-fixtures/others', false), why: 'recordings with faults in them' },
  { ...at('edge-fit', false), why: 'odd and damaged recordings of many people' },
  { ...at('edge-gpx-tcx', false), why: 'odd and damaged recordings of many people' },
  { ...at('courses-gpx', false), why: 'courses, and single races of several people' },
  { ...at('race-splits'), why: 'a race’s results of thousands of people' },
  { ...at('backtest.json'), why: 'a list of races of the runners above' },
]

export const realHistories = histories.filter(({ name }) => isThere(name))
export const noHistories = others.filter(({ name }) => isThere(name))
