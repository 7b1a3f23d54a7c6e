/** The real histories at hand, whole, as activities: exports of summaries, tables of sessions and folders of files. */
import { existsSync } from 'node:fs'
import { readPaths } from '../../core/cli/reading.ts'
import { readHistory, readSessions } from '../../core/cli/real-histories.ts'
import type { Activity } from '../../core/model/activity.ts'

const data = '../shared/data'
export const isThere = (path: string): boolean => existsSync(`${data}/${path}`)

const summaries = [
  'runner-asplitline-2y',
  'runner-deanxizian-5y',
  'runner-fankangsong-streams',
  'runner-imjasondai-4y',
  'runner-lipeng31-13y',
  'runner-zhengfran-7y',
]
const tables = ['runner-jasonjdd-fit', 'runner-x3cl-fit']
const folders = ['runner-runpandas-1y-gpx', 'runner-x3cl-fit/2018-marathon-build']

/** A table is read in a moment; a folder of recordings takes seconds. */
export type SharedHistory = {
  readonly name: string
  readonly isTable: boolean
  readonly read: () => Promise<readonly Activity[]>
}

/** Those that are there; none where the folder is absent. */
export const sharedHistories: readonly SharedHistory[] = [
  ...summaries.map(name => ({
    name,
    isTable: true,
    read: async () => {
      const history = await readHistory(data, name)
      return history.ok ? history.value : []
    },
  })),
  ...tables.map(name => ({
    name,
    isTable: true,
    read: async () => {
      const sessions = await readSessions(data, name)
      return sessions.ok ? sessions.value : []
    },
  })),
  ...folders.map(name => ({
    name,
    isTable: false,
    read: async () => {
      const reading = await readPaths([`${data}/${name}`], { progress: () => {} })
      return reading.ok ? reading.value.activities.toSorted((a, b) => (a.start < b.start ? -1 : 1)) : []
    },
  })),
].filter(({ name }) => isThere(name))
