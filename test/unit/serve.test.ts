/** The app's own server gives every screen its page, and nothing from outside its folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onNextFreePort, type Served, serve } from '../../scripts/serve.ts'

let folder: string
let served: Served
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-serve-'))
  const files = {
    'index.html': 'the app',
    'sw.js': 'worker',
    'assets/app-abcd1234.js': 'code',
    'assets/plain.css': 'css',
  }
  for (const [path, text] of Object.entries({ ...files, '../tandem-secret.txt': 'secret' })) {
    mkdirSync(join(folder, 'root', path, '..'), { recursive: true })
    writeFileSync(join(folder, 'root', path), text)
  }
  served = await serve({ root: join(folder, 'root'), port: 0, answers: { '/config.json': { rendezvous: ['ws://x'] } } })
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

/** Why: fetch would tidy the path before sending it. */
const get = (path: string, method = 'GET') =>
  new Promise<{ status: number; type: string; keep: string; body: string }>((resolve, reject) => {
    const asked = request({ port: served.port, host: '127.0.0.1', path, method }, answer => {
      let body = ''
      answer.on('data', piece => {
        body += String(piece)
      })
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          keep: answer.headers['cache-control'] ?? '',
          body,
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
const html = { status: 200, type: 'text/html; charset=utf-8', keep: 'no-cache', body: 'the app' }
const js = 'text/javascript; charset=utf-8'

test.each(['/', '/calendar', '/plan/2027-05-01?week=2', '/#join=secret'])('%s is the app', async path => {
  expect(await get(path)).toEqual(html)
})

test('a file with a hash in its name may be kept for ever, the service worker never', async () => {
  expect([await get('/assets/app-abcd1234.js'), await get('/sw.js'), await get('/assets/plain.css')]).toEqual([
    { status: 200, type: js, keep: 'public, max-age=31536000, immutable', body: 'code' },
    { status: 200, type: js, keep: 'no-cache', body: 'worker' },
    { status: 200, type: 'text/css; charset=utf-8', keep: 'no-cache', body: 'css' },
  ])
})

test('the app learns where the rendezvous is', async () => {
  const { status, body } = await get('/config.json')
  expect({ status, body: JSON.parse(body) as unknown }).toEqual({ status: 200, body: { rendezvous: ['ws://x'] } })
})

test.each([
  '/../tandem-secret.txt',
  '/%2e%2e/tandem-secret.txt',
  '/..%2ftandem-secret.txt',
  '/assets/../../tandem-secret.txt',
  '/missing.js',
  '/a%00b.txt',
])('%s is not there', async path => {
  expect((await get(path)).status).toBe(404)
})

test('a path that cannot be read is refused, and so is writing', async () => {
  expect([(await get('/%zz')).status, (await get('/', 'POST')).status]).toEqual([400, 405])
})

test('asking for the head only gives no body', async () => {
  expect(await get('/sw.js', 'HEAD')).toEqual({ status: 200, type: js, keep: 'no-cache', body: '' })
})

test('a port that is taken is passed over for the next', async () => {
  const next = await onNextFreePort(served.port, port => serve({ root: join(folder, 'root'), port }))
  expect(next.port).toBeGreaterThan(served.port)
  await next.close()
})
