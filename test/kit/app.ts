/** What a person does in the app, by the names they see; shared by every end-to-end test of the app. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'
import { type Served, serve } from '../../scripts/serve.ts'
import type { OpenBrowser } from './chromium.ts'

export type Home = { readonly url: string; readonly rendezvous: Rendezvous; close(): Promise<void> }

/** The built app on this machine with its rendezvous, as `npm start` serves it; or one that knows of no meeting point. */
export const openHome = async ({ meets = true } = {}): Promise<Home> => {
  const rendezvous = await startRendezvous({ port: 0, host: '127.0.0.1' })
  const served: Served = await serve({
    root: 'dist/pwa',
    port: 0,
    answers: { '/config.json': { rendezvous: meets ? [`ws://127.0.0.1:${rendezvous.port}`] : [] } },
  })
  return {
    url: `http://localhost:${served.port}`,
    rendezvous,
    close: async () => {
      await served.close()
      await rendezvous.close()
    },
  }
}

export const startCoach = async (page: Page, url: string, name: string, athlete: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('button', { name: /^I coach/ }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Athlete’s name').fill(athlete)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('grid').waitFor()
}

export const startRunner = async (page: Page, url: string, name: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('button', { name: /^I run/ }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL('**/history')
}

export const startSample = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('button', { name: /^Look around with a sample athlete/ }).click()
  await page.getByRole('grid').waitFor()
}

/** Goes to a screen by the navigation. */
export const goTo = async (page: Page, title: string): Promise<void> => {
  // Why: a tab behind another one draws once a second.
  await page.bringToFront()
  await page.getByRole('navigation').getByRole('link', { name: title }).first().click()
}

/** Makes an invitation and gives its link. */
export const invite = async (page: Page, role: RegExp): Promise<string> => {
  await goTo(page, 'People')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await dialog.getByLabel('Invitation link').inputValue()
  await page.keyboard.press('Escape')
  return link
}

export const join = async (page: Page, link: string, name: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Ask to join' }).click()
}

/** Says yes to the one who waits, after comparing the six words both screens show. */
export const accept = async (page: Page): Promise<string> => {
  await goTo(page, 'People')
  const request = page.getByRole('region', { name: 'Waiting for your yes' })
  const words = [await request.getByRole('list', { name: 'Six words of the device' }).first().innerText()]
  await request.getByRole('button', { name: /The words match/ }).click()
  await request.waitFor({ state: 'detached' })
  return words.join(' ').replace(/\s+/g, ' ')
}

/** A coach (Cora) and her athlete (Runa), each in a browser of their own, met by an invitation. */
export const openPair = async (
  url: string,
  coaches: OpenBrowser,
  athletes: OpenBrowser,
): Promise<{ readonly coach: Page; readonly athlete: Page }> => {
  const coach = await coaches.newPage()
  await startCoach(coach, url, 'Cora', 'Runa')
  const link = await invite(coach, /athlete/i)
  const athlete = await athletes.newPage()
  await join(athlete, link, 'Runa')
  await accept(coach)
  return { coach, athlete }
}

/** Opens the calendar on the week of a day, walking week by week from today as a person would. */
export const showWeekOf = async (page: Page, day: string): Promise<void> => {
  await goTo(page, 'Calendar')
  await page.getByRole('button', { name: 'Today', exact: true }).click()
  for (let weeks = 0; weeks < 6 && (await page.locator(`[data-day="${day}"]`).count()) === 0; weeks++)
    await page.getByRole('button', { name: 'The next week' }).click()
  await page.locator(`[data-day="${day}"]`).waitFor()
}

/** The person's own switch: no link to any other device until it is switched back. */
export const workOffline = async (page: Page, offline: boolean): Promise<void> => {
  await goTo(page, 'Settings')
  await page.getByRole('radio', { name: offline ? 'Work offline' : 'On', exact: true }).check({ force: true })
}

/** Writes a session from one of the templates on a day, by keyboard on the calendar's grid. */
export const writeSession = async (page: Page, day: string, template: string, title?: string): Promise<void> => {
  await showWeekOf(page, day)
  await page.locator(`[data-day="${day}"]`).focus()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New session' })
  await dialog.getByRole('button', { name: template, exact: true }).click()
  if (title !== undefined) await dialog.getByLabel('Title').fill(title)
  await dialog.getByRole('button', { name: 'Add session' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Everything this origin keeps on this device as one text: databases, local storage, caches. */
export const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const show = (_: string, value: unknown) =>
      value instanceof Uint8Array
        ? String.fromCharCode(...value)
        : value instanceof ArrayBuffer
          ? String.fromCharCode(...new Uint8Array(value))
          : value
    const parts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name!)
        open.onsuccess = () => resolve(open.result)
        open.onerror = () => reject(open.error)
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const all = db.transaction(store).objectStore(store).getAll()
          all.onsuccess = () => resolve(all.result)
          all.onerror = () => reject(all.error)
        })
        parts.push(`${name}/${store}: ${JSON.stringify(rows, show)}`)
      }
      db.close()
    }
    return parts.join('\n')
  })

/** The numbers of the envelopes kept here, by the device that wrote them. */
export const envelopesKept = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async () => {
    const kept: Record<string, number> = {}
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name!)
        open.onsuccess = () => resolve(open.result)
        open.onerror = () => reject(open.error)
      })
      if (db.objectStoreNames.contains('envelopes')) {
        const all = db.transaction('envelopes').objectStore('envelopes').getAll()
        await new Promise(resolve => {
          all.onsuccess = resolve
        })
        for (const { device, seq } of all.result as { device: string; seq: number }[])
          kept[device] = Math.max(kept[device] ?? 0, seq)
      }
      db.close()
    }
    return kept
  })

/** Changes one byte of one kept envelope by hand; gives whether it was there. */
export const alterEnvelope = (page: Page, device: string, seq: number): Promise<boolean> =>
  page.evaluate(
    async ({ device, seq }) => {
      let found = false
      for (const { name } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const open = indexedDB.open(name!)
          open.onsuccess = () => resolve(open.result)
          open.onerror = () => reject(open.error)
        })
        if (db.objectStoreNames.contains('envelopes'))
          await new Promise<void>((resolve, reject) => {
            const transaction = db.transaction('envelopes', 'readwrite')
            const cursor = transaction.objectStore('envelopes').openCursor()
            cursor.onsuccess = () => {
              const row = cursor.result
              if (!row) return
              const value = row.value as { device: string; seq: number; bytes: Uint8Array }
              if (value.device === device && value.seq === seq) {
                found = true
                const place = Math.floor(value.bytes.length / 2)
                value.bytes[place] = value.bytes[place]! ^ 1
                row.update(value)
              }
              row.continue()
            }
            transaction.oncomplete = () => resolve()
            transaction.onerror = () => reject(transaction.error)
          })
        db.close()
      }
      return found
    },
    { device, seq },
  )

/** What keeps somebody from using the page, as axe finds it. */
export const faults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`)
}

/** Waits until nothing on the page is on its way: a colour between dark and light is neither. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    for (let round = 0; round < 3; round++) {
      await frame()
      // Why: a part that goes away in the middle of its animation ends it with a rejection, which is no fault.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    }
  })
