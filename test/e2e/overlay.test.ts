/** The built extension paired with a coach: the plan stands in the right cell of the training log, and says who speaks. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

const site = 'https://app.trainingpeaks.com/*'
const address = 'https://app.trainingpeaks.com/#calendar'
const calendar = readFileSync('test/fixtures/pages/trainingpeaks/calendar.html', 'utf8')

/** The coach's side as page code, as text, since vitest would rewrite the imports: a device of its own in a plain page. */
const coachCode = (rendezvous: string) => `(async () => {
  const { openDevice } = await import('/core/peer/device.ts')
  const { localOrigin } = await import('/core/peer/api.ts')
  const { putSession, readPlan } = await import('/core/plan/index.ts')
  const { baseHash, applyEdit } = await import('/core/model/edit.ts')
  const { contentHash } = await import('/core/model/session.ts')
  const device = await openDevice({
    store: 'coach', name: 'Cora', rendezvous: ['${rendezvous}'], iceServers: [], now: () => Date.now(),
  })
  const made = await device.createSpace('coach')
  if (!made.ok) throw new Error(made.error.type)
  const space = made.value
  globalThis.coach = {
    invite: async () => (await space.invite('athlete')).value.fragment,
    request: () => space.requests[0] ?? null,
    accept: id => space.accept(id),
    write: session => putSession(space.docs.plan, session, localOrigin),
    approveMove: async (id, day) => {
      const session = readPlan(space.docs.plan).sessions.find(session => session.id === id)
      const edit = { kind: 'move-session', session: id, before: { day: session.day }, after: { day }, adds: null }
      return space.sign({
        type: 'approved', item: 'move-by-hand', rule: null, edit, words: 'Wednesday suits you better.',
        baseHash: baseHash(edit, session), contentHash: contentHash(applyEdit(edit, session)), playbookHash: null,
      })
    },
  }
})()`

describe('an extension paired with a coach', () => {
  let opened: OpenBrowser
  let rendezvous: Rendezvous
  let server: ViteDevServer
  let coach: Page
  let options: Page
  let log: Page
  const intervals = {
    id: 'intervals-1',
    day: '2026-09-01',
    sport: 'run',
    title: 'Six times three',
    purpose: 'intervals',
    steps: [
      { type: 'step', role: 'work', amount: { unit: 's', value: 180 }, target: { type: 'zone', zone: 'I' }, cue: null },
    ],
    key: true,
    locked: false,
    notes: '',
    startMinute: null,
  }
  const standing = () =>
    log.evaluate(() =>
      [...document.querySelectorAll('tandem-day, tandem-week')].map(
        host => `${host.localName} ${host.closest('.dayContainer')?.getAttribute('data-date') ?? 'outside'}`,
      ),
    )
  beforeAll(async () => {
    rendezvous = await startRendezvous({ port: 0, host: '127.0.0.1' })
    server = await createServer({
      configFile: false,
      logLevel: 'error',
      appType: 'custom',
      server: { port: 0 },
      optimizeDeps: { include: ['yjs', 'y-webrtc', 'y-indexeddb', 'y-protocols/awareness', 'dexie', 'valibot'] },
      plugins: [
        {
          name: 'empty-page',
          configureServer: ({ middlewares }) => {
            middlewares.use('/coach', (_, response) =>
              response.setHeader('content-type', 'text/html').end('<!doctype html><title>Coach</title>'),
            )
          },
        },
      ],
    })
    await server.listen()
    opened = await openBrowser({
      extension: true,
      grantedSites: [site],
      route: { 'https://app.trainingpeaks.com/**': calendar },
    })
    coach = await opened.newPage(`http://localhost:${new URL(server.resolvedUrls!.local[0]!).port}/coach`)
    await coach.evaluate(coachCode(`ws://127.0.0.1:${rendezvous.port}`))
    options = await opened.newPage(`chrome-extension://${opened.extensionId}/extension/options/options.html`)
    log = await opened.newPage(address)
  })
  afterAll(async () => {
    await opened?.close()
    await server?.close()
    await rendezvous?.close()
  })

  test('joins by the link, shows the same six words as the coach sees, and is let in', async () => {
    const fragment = await coach.evaluate('coach.invite()')
    await options.getByLabel('Invitation link').fill(`http://localhost/#join=${fragment}`)
    await options.getByLabel('Your name').fill('Ada')
    await options.getByRole('button', { name: 'Join' }).click()
    const words = await options.locator('p.words').textContent()
    await expect
      .poll(() => coach.evaluate('coach.request()'), { timeout: 20_000 })
      .toMatchObject({ name: 'Ada', fingerprint: words })
    await coach.evaluate('coach.accept(coach.request().id)')
    await options.getByText('Cora', { exact: true }).waitFor()
    await options.getByText('Ada', { exact: false }).first().waitFor()
  })
  test('shows the coach’s session in its day’s cell', async () => {
    await coach.evaluate(session => Object.assign(globalThis, { session }), intervals)
    await coach.evaluate('void coach.write(session)')
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['tandem-day 2026-09-01'])
    expect(await log.locator('tandem-day .title').textContent()).toBe('Six times three')
  })
  test('shows an approved move in the new day’s cell, approved and verified', async () => {
    expect(await coach.evaluate(`coach.approveMove('intervals-1', '2026-09-02')`)).toMatchObject({ ok: true })
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['tandem-day 2026-09-02'])
    expect(await log.locator('tandem-day .chip.approved').textContent()).toBe('approved by coach✓ verified')
    await log.locator('tandem-day summary').click()
    await log.getByText('“Wednesday suits you better.”').waitFor()
  })
  test('shows it again from its own store when the service worker and the coach are gone', async () => {
    await coach.close()
    const session = await opened.context.newCDPSession(options)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await log.reload()
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['tandem-day 2026-09-02'])
  })
  test('leaves without a trace when the person takes the site back', async () => {
    await options.getByRole('button', { name: 'Stop showing in TrainingPeaks' }).click()
    await options.getByRole('button', { name: 'Show in TrainingPeaks' }).waitFor()
    await expect.poll(standing).toEqual([])
  })
  test('contacts nothing outside', () => {
    expect(opened.outsideRequests().filter(host => host !== 'app.trainingpeaks.com:443')).toEqual([])
    expect(opened.pageErrors()).toEqual([])
  })
})
