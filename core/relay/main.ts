/** Starts the rendezvous by itself: `tsx core/relay/main.ts --port 4444`. */
import { parseArgs } from 'node:util'
import { startRendezvous } from './rendezvous.ts'

const usage = 'usage: tsx core/relay/main.ts [--port 4444] [--host 127.0.0.1] [--token <text>]'

const options = () => {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, host: { type: 'string' }, token: { type: 'string' } },
    })
    const port = Number(values.port ?? '4444')
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    return {
      port,
      host: values.host ?? '127.0.0.1',
      ...(values.token === undefined ? {} : { token: values.token }),
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
