/** Trying a playbook on the past: of the athlete looked at, or of all whose playbook a draft would change. */
import { situationOf } from '../../core/peer/actions.ts'
import type { Device, Space } from '../../core/peer/api.ts'
import { nextVersion } from '../../core/playbook/index.ts'
import type { App } from './app.ts'
import type { Ends } from './create-app.ts'
import type { DryTask, FromDryRun, ToDryRun } from './dry-run-messages.ts'
import { coached } from './playbook-acts.ts'
import type { DryRunAsked } from './playbook-desk.ts'

type Given = { readonly ends: Ends; readonly device: Device; readonly openWorker: () => Worker }
export type Trying = Pick<App, 'tryOnPast' | 'stopTrying'>

export const makeTrying = ({ ends, device, openWorker }: Given): Trying => {
  let worker: Worker | null = null
  /** What was asked last: athletes that are still loading for an earlier question are not tried any more. */
  let last: DryRunAsked | null = null

  const taskFor = (space: Space, asked: DryRunAsked): DryTask => {
    const { playbook: inForce, versions: _, now, ...past } = situationOf(space, ends.now.value)
    const isSeen = space === ends.looking.value?.space
    const { draft, scope } = asked
    const playbook = draft === null ? asked.playbook : nextVersion(inForce, draft, scope, isSeen)
    return {
      space: space.id,
      name: past.content.profile.name || 'The athlete',
      past,
      playbook: playbook ?? inForce,
      beside: draft === null ? asked.beside : inForce,
      from: asked.from,
      to: asked.to ?? now.day,
    }
  }

  const stop = () => {
    last = null
    worker?.terminate()
    worker = null
    const { value } = ends.trying
    if (value?.state === 'running') ends.trying.value = { ...value, state: 'stopped' }
  }

  return {
    stopTrying: stop,
    tryOnPast: async asked => {
      stop()
      const looked = ends.looking.value?.space
      if (looked === undefined) return
      last = asked
      const others = asked.scope === 'all' ? (await coached(device)).filter(space => space !== looked) : []
      if (last !== asked) return
      const tasks = [looked, ...others].map(space => taskFor(space, asked))
      ends.trying.value = { asked, state: 'running', done: 0, of: 1, name: tasks[0]!.name, results: [], why: null }
      const runner = openWorker()
      worker = runner
      const update = (part: object) => {
        const { value } = ends.trying
        if (value && worker === runner) ends.trying.value = { ...value, ...part }
      }
      const end = (part: object) => {
        update(part)
        runner.terminate()
        if (worker === runner) worker = null
      }
      runner.onerror = event => {
        event.preventDefault()
        end({ state: 'stopped', why: event.message || 'it could not start' })
      }
      runner.onmessage = ({ data }: MessageEvent<FromDryRun>) => {
        if (data.type === 'end') end({ state: 'done' })
        else if (data.type === 'progress') update({ done: data.done, of: data.of, name: data.name })
        else update({ results: [...(ends.trying.value?.results ?? []), data.result] })
      }
      runner.postMessage({ type: 'run', tasks } satisfies ToDryRun)
    },
  }
}
