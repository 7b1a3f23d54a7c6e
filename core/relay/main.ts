/** Starts the rendezvous by itself: `npm run rendezvous -- --port 4444`, or `node dist/rendezvous/rendezvous.mjs`, one file. */
import { parseArgs } from 'node:util'
import { startRendezvous } from './rendezvous.ts'

const usage = `usage: rendezvous [--port 4444] [--host 127.0.0.1] [--token <text>] [--behind-proxy]

  --host          0.0.0.0 listens to other machines too
  --token         only addresses that end in ?token=<text> are let in (at least 16 letters); also TANDEM_TOKEN
  --behind-proxy  a proxy of yours stands in front (for wss) and writes x-forwarded-for`

const options = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        token: { type: 'string' },
        'behind-proxy': { type: 'boolean', default: false },
      },
    })
    // Why the environment too: what stands on a command line every user of the machine can read.
    const token = values.token ?? process.env.TANDEM_TOKEN
    const port = Number(values.port ?? '4444')
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    if (token !== undefined && token.length < 16) return undefined
    return {
      port,
      host: values.host ?? '127.0.0.1',
      behindProxy: values['behind-proxy'],
      ...(token === undefined ? {} : { token }),
    }
  } catch {
    return undefined
  }
}

const chosen = options()
if (chosen === undefined) {
  console.error(usage)
  process.exit(2)
}
try {
  const rendezvous = await startRendezvous(chosen)
  console.log(`rendezvous on ws://${chosen.host}:${rendezvous.port}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void rendezvous.close().then(() => process.exit(0)))
} catch (error) {
  console.error(`the rendezvous cannot start on port ${chosen.port}: ${(error as Error).message}`)
  process.exit(1)
}
