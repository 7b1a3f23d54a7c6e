/** Of the tables by which a FIT file is understood the app takes along what its readers ask for: a tenth of them. */
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

type Field = { readonly field: string; readonly type: string }
type FitMessage = { readonly name: string; readonly [field: number]: Field }
export type Tables = {
  readonly PROFILE_MESSAGES: Readonly<Record<number, FitMessage>>
  readonly PROFILE_TYPES: Readonly<Record<string, unknown>>
}

/** What `core/import/fit` reads, and what describes the fields that an app on a watch adds. */
const readMessages = [
  'file_id',
  'sport',
  'session',
  'lap',
  'record',
  'event',
  'activity',
  'field_description',
  'developer_data_id',
]
/** What the library looks up by itself, beside the types of the fields it reads. */
const ownTypes = ['fit_base_type', 'local_device_type', 'ble_device_type', 'antplus_device_type']

export const tablesRead = ({ PROFILE_MESSAGES, PROFILE_TYPES }: Tables): Tables => {
  const messages = Object.entries(PROFILE_MESSAGES).filter(([, { name }]) => readMessages.includes(name))
  const types = new Set([
    ...ownTypes,
    ...messages.flatMap(([, fields]) =>
      Object.values(fields).flatMap(field => (typeof field === 'string' ? [] : field.type)),
    ),
  ])
  return {
    PROFILE_MESSAGES: Object.fromEntries(messages),
    PROFILE_TYPES: Object.fromEntries(Object.entries(PROFILE_TYPES).filter(([name]) => types.has(name))),
  }
}

const whole = /fit-file-parser\/dist\/profile\.js$/

export const fitTables = (): Plugin => ({
  name: 'tandem-fit-tables',
  apply: 'build',
  async load(id) {
    if (!whole.test(id)) return undefined
    const read = tablesRead((await import(pathToFileURL(id).href)) as Tables)
    return Object.entries(read)
      .map(([name, table]) => `export const ${name} = ${JSON.stringify(table)}`)
      .join('\n')
  },
})
