/** Who may come to the rendezvous how often, behind a proxy too, and that it is one file to run. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build, type Rolldown } from 'vite'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { doorkeeper } from '../../core/relay/addresses.ts'
import { defaultLimits } from '../../core/relay/limits.ts'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'

let rendezvous: Rendezvous | undefined
afterEach(() => rendezvous?.close())

/** Whether a visitor got in; who did stays. */
const comes = (port: number, headers: Record<string, string> = {}): Promise<boolean> => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`, { headers })
  socket.on('error', () => {})
  return new Promise(resolve => {
    socket.once('open', () => resolve(true))
    socket.once('close', () => resolve(false))
  })
}

test('an address that comes again and again is let in only as often as it may', () => {
  const door = doorkeeper({ ...defaultLimits, visitBurst: 3, visitsPerSecond: 1, socketsPerAddress: 10 })
  const visit = (address: string, now: number) => {
    const leave = door.enter(address, now)
    leave?.()
    leave?.()
    return leave !== null
  }
  expect([0, 0, 0, 0].map(now => visit('a', now))).toEqual([true, true, true, false])
  expect([visit('b', 0), visit('a', 1_500), visit('a', 1_500)]).toEqual([true, true, false])
})

test('so many of one address at once, and one place more when one leaves', () => {
  const door = doorkeeper({ ...defaultLimits, socketsPerAddress: 2 })
  const [one, two] = [door.enter('a', 0), door.enter('a', 0)]
  expect([one !== null, two !== null, door.enter('a', 0)]).toEqual([true, true, null])
  one?.()
  expect(door.enter('a', 0)).not.toBe(null)
})

test('behind a proxy each visitor is counted by the address the proxy wrote, not by one they wrote themselves', async () => {
  rendezvous = await startRendezvous({ port: 0, behindProxy: true, limits: { socketsPerAddress: 1 } })
  const from = (forwarded: string) => comes(rendezvous!.port, { 'x-forwarded-for': forwarded })
  expect([await from('10.0.0.1'), await from('10.0.0.2')]).toEqual([true, true])
  expect([await from('10.0.0.1'), await from('made up, 10.0.0.2')]).toEqual([false, false])
})

test('without a proxy that header is not believed', async () => {
  rendezvous = await startRendezvous({ port: 0, limits: { socketsPerAddress: 1 } })
  const from = (forwarded: string) => comes(rendezvous!.port, { 'x-forwarded-for': forwarded })
  expect([await from('10.0.0.1'), await from('10.0.0.2')]).toEqual([true, false])
})

test('it is one file that needs nothing but Node, and refuses a token that could be guessed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-rendezvous-'))
  const built = (await build({
    mode: 'rendezvous',
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  expect(built.output.filter(({ type }) => type === 'chunk')).toHaveLength(1)
  const file = join(folder, 'rendezvous.mjs')
  writeFileSync(file, built.output[0].code)
  const running = spawn(process.execPath, [file, '--port', '0', '--token', 'a-token-of-the-club'])
  try {
    expect(String((await once(running.stdout, 'data'))[0])).toMatch(/^rendezvous on ws:\/\/127\.0\.0\.1:\d+\n$/)
    const short = await promisify(execFile)(process.execPath, [file, '--token', 'club']).catch(error => error)
    expect([short.code, short.stderr]).toEqual([2, expect.stringContaining('at least 16 letters')])
  } finally {
    running.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
