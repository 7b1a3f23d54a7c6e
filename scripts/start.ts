/** One command: the app, the extension and the rendezvous, on this machine only. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startRendezvous } from '../core/relay/rendezvous.ts'
import { build, builds, isStale } from './build.ts'
import { onNextFreePort, serve } from './serve.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    'rendezvous-port': { type: 'string', default: '4444' },
  },
})

for (const one of builds) {
  if (!isStale(one)) continue
  console.log(`Building ${one.mode === 'pwa' ? 'the app' : 'the extension'} …`)
  if (!(await build(one))) {
    console.error(`The build of \`${one.mode}\` failed; the reason stands above.`)
    process.exit(1)
  }
}

const rendezvous = await onNextFreePort(Number(values['rendezvous-port']), port => startRendezvous({ port }))
const configuration = { rendezvous: [`ws://127.0.0.1:${rendezvous.port}`] }
const app = await onNextFreePort(Number(values.port), port =>
  serve({ root: 'dist/pwa', port, answers: { '/config.json': configuration } }),
)

console.log(`
Tandem runs on this machine and asks nothing of any other.

  The app          ${app.url}
                   First time? "Look around" opens a sample athlete with two years of training: one click.
  Two people       Open the app in a second browser or profile, and follow the invitation of the first.
  The extension    In Chromium: open chrome://extensions, switch on "Developer mode", press "Load unpacked",
                   choose ${resolve('dist/extension')}
  The rendezvous   ${configuration.rendezvous[0]} (only where two devices find each other; it can read nothing)

Ctrl-C ends it.`)

let ending = false
const end = async () => {
  if (ending) return
  ending = true
  await Promise.all([app.close(), rendezvous.close()])
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
