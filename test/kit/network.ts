/** Sees every request that would leave this machine, whichever part of the browser makes it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type NetworkGuard = {
  /** Flags that send everything but loopback to the guard, which lets nothing through. */
  readonly flags: readonly string[]
  /** What was asked for, as `host` or `host:port`, in order. */
  readonly outside: () => readonly string[]
  readonly close: () => Promise<void>
}

/**
 * A proxy that refuses and remembers. Why a proxy and not page events: pages, workers, the service worker, the offscreen
 * document and the extension's own requests all pass here, websockets too; what a test intercepts never gets this far,
 * and loopback goes round it. Names are not resolved either.
 */
export const guardNetwork = async (): Promise<NetworkGuard> => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? 'unknown')
    response.writeHead(403).end()
  })
  server.on('connect', (request, socket) => {
    seen.push(request.url ?? 'unknown')
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    flags: [
      `--proxy-server=http://127.0.0.1:${port}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE *.local',
    ],
    outside: () => [...seen],
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
