/** One week open in several browsers: who edits it, and what a person reads off it. */
import type { Page } from 'playwright-core'
import { accept, goTo, invite, join } from './app.ts'
import type { OpenBrowser } from './chromium.ts'

export type Editor = { readonly name: string; readonly page: Page; readonly isCoach: boolean }

export const grid = (page: Page) => page.getByRole('grid')
export const dialog = (page: Page) => page.locator('dialog[open]')

/** What a person reads off the week: each session with its day, title and steps, and how many comments each day has. */
export const weekOf = (page: Page): Promise<readonly string[]> =>
  grid(page).evaluate(table =>
    [...table.querySelectorAll<HTMLElement>('td[data-day]')].flatMap(cell => {
      const comments = /\d+ comments?/.exec(cell.innerText)?.[0] ?? 'no comments'
      const sessions = [...cell.querySelectorAll<HTMLElement>('button[aria-label]:has([data-session])')].map(
        card =>
          `${cell.dataset.day} ${card.querySelector<HTMLElement>('[data-session]')?.dataset.session} ${card.ariaLabel}`,
      )
      return [`${cell.dataset.day} ${comments}`, ...sessions.sort()]
    }),
  )

export const leaveDialogs = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 4 && (await dialog(page).count()) > 0; tries++) await page.keyboard.press('Escape')
}

/** Waits until it holds, or for `ms`; answers whether it came to hold, and after how long. */
export const until = async (holds: () => Promise<boolean>, ms: number): Promise<number | null> => {
  const start = performance.now()
  while (performance.now() - start < ms) {
    if (await holds()) return performance.now() - start
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  return null
}

/** Cora and Runa, and Cas who joins as a second coach in a browser of his own; all look at the week after this one. */
export const openThree = async (
  pair: { readonly coach: Page; readonly athlete: Page },
  browser: OpenBrowser,
): Promise<{ readonly people: readonly Editor[]; readonly days: readonly string[] }> => {
  const { coach, athlete } = pair
  const link = await invite(coach, /^coach/i)
  const second = await browser.newPage()
  await join(second, link, 'Cas')
  await accept(coach)
  const people = [
    { name: 'Cora', page: coach, isCoach: true },
    { name: 'Cas', page: second, isCoach: true },
    { name: 'Runa', page: athlete, isCoach: false },
  ]
  for (const { page } of people) {
    await goTo(page, 'Calendar')
    await page.getByRole('button', { name: 'Today', exact: true }).click()
    await page.locator('td[aria-current="date"]').waitFor()
    await page.getByRole('button', { name: 'The next week' }).click()
    await page.locator('td[aria-current="date"]').waitFor({ state: 'detached' })
  }
  const cells = grid(coach).locator('td[data-day]')
  return { people, days: await cells.evaluateAll(all => all.map(one => (one as HTMLElement).dataset.day!)) }
}
