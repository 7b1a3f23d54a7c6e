/** Files the system hands over (opened with the app, shared to it) wait until there is an athlete they can go to. */
import { effect, signal } from '@preact/signals'
import type { App } from './app.ts'
import { sortFiles } from './parcel-names.ts'

/** Gives the function that hands files over: at once, after the running import, or when an athlete is there. */
export const handedFiles = (app: App): ((files: readonly File[]) => void) => {
  const waiting = signal<readonly File[]>([])
  const told = new Set<File>()
  effect(() => {
    const files = waiting.value
    if (files.length === 0 || app.opening.value.state !== 'ready') return
    if (app.looking.value === null) return tellOfWaiting(app, files, told)
    if (app.importing.value?.state === 'running') return
    waiting.value = []
    app.importFiles(files)
  })
  return files => {
    const { parcels, others } = sortFiles(files)
    // Why: what another device packed may be the very thing that brings the first athlete.
    if (parcels.length > 0) app.importFiles(parcels)
    if (others.length > 0) waiting.value = [...waiting.value, ...others]
  }
}

const tellOfWaiting = (app: App, files: readonly File[], told: Set<File>) => {
  const untold = files.filter(file => !told.has(file))
  if (untold.length === 0) return
  for (const file of untold) told.add(file)
  const what = untold.length === 1 ? `${untold[0]!.name} waits` : `${untold.length} files wait`
  app.say(`${what} here: as soon as you have started, it goes into the history.`)
}
