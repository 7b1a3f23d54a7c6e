/** Several people edit one week at once, each in a browser of their own, from a seed; then it is asked what became of it. */
import { seeded } from './memory-network.ts'
import { dialog, type Editor, grid, leaveDialogs, until, weekOf } from './one-week.ts'

type Write = { readonly value: string; readonly at: number }
/** What was written into one session, in the order in which each save was over. */
type Told = { title: Write[]; steps: Write[]; removed: number | null }

export type CoEdited = {
  /** How often each thing was done. */
  readonly acts: Readonly<Record<string, number>>
  /** Acts that met a session somebody else had just taken away, or that the playbook turned down. */
  readonly overtaken: number
  /** What should stand at the end, and does not. */
  readonly lost: readonly string[]
  /** Where the calendars differ at the end. */
  readonly differ: readonly string[]
  /** Where somebody was shown on another day than theirs, or not at all. */
  readonly misplaced: readonly string[]
  /** Milliseconds from a step to another day until both others showed it there. */
  readonly seenAfterMs: readonly number[]
  /** Milliseconds from the last act until all calendars were alike. */
  readonly alikeAfterMs: number
}

/** Two writes of one field this close may be told in either order: neither device had heard of the other's. */
const together = 6_000
const patience = 10_000

/** Everybody has the calendar open on the same week, the coaches as coaches. Runs for `ms` and then lets all meet. */
export const coEdit = async (
  people: readonly Editor[],
  days: readonly string[],
  seed: number,
  ms: number,
): Promise<CoEdited> => {
  const told = new Map<string, Told>()
  const comments: string[] = []
  const acts: Record<string, number> = {}
  const [lost, misplaced, seenAfterMs]: [string[], string[], number[]] = [[], [], []]
  let overtaken = 0
  const about = (id: string): Told => {
    const found = told.get(id) ?? { title: [], steps: [], removed: null }
    told.set(id, found)
    return found
  }
  const done = (what: string) => {
    acts[what] = (acts[what] ?? 0) + 1
  }

  const run = async ({ name, page, isCoach }: Editor, index: number) => {
    const random = seeded(seed * 100 + index)
    const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
    const cell = (day: string) => grid(page).locator(`td[data-day="${day}"]`)
    let count = 0
    const fresh = () => `${name} ${++count}`
    const sessions = () =>
      grid(page)
        .locator('[data-session]')
        .evaluateAll(all => all.map(one => (one as HTMLElement).dataset.session!))
    const openAny = async (): Promise<string | null> => {
      const id = any(await sessions())
      if (id === undefined) return null
      await grid(page).locator(`button:has([data-session="${id}"])`).click()
      return id
    }
    const edit = async (field: 'title' | 'steps') => {
      const id = await openAny()
      if (id === null) return
      await dialog(page).getByRole('button', { name: 'Edit', exact: true }).click()
      const editor = page.getByRole('dialog', { name: 'Edit session' })
      const metres = 1000 + Math.floor(random() * 200) * 100
      const value = field === 'title' ? fresh() : `- ${metres / 1000}km E`
      if (field === 'title') await editor.getByLabel('Title').fill(value)
      else await editor.getByRole('textbox', { name: /^Steps/ }).fill(value)
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      await editor.waitFor({ state: 'detached' })
      about(id)[field].push({ value: field === 'title' ? value : `${metres / 1000} km`, at: performance.now() })
      done(field === 'title' ? 'titles' : 'step lists')
    }
    const does = {
      write: async () => {
        const title = fresh()
        await cell(any(days)!).focus()
        await page.keyboard.press('n')
        const editor = page.getByRole('dialog', { name: 'New session' })
        await editor.getByLabel('Title').fill(title)
        await editor.getByRole('textbox', { name: /^Steps/ }).fill('- 30m E')
        await editor.getByRole('button', { name: 'Add session' }).click()
        await editor.waitFor({ state: 'detached' })
        const card = grid(page).locator('[data-session]', { hasText: new RegExp(`${title}(?!\\d)`) })
        about((await card.first().getAttribute('data-session'))!).title.push({ value: title, at: performance.now() })
        done('sessions')
      },
      title: () => edit('title'),
      steps: () => edit('steps'),
      move: async () => {
        if ((await openAny()) === null) return
        await dialog(page).getByRole('button', { name: 'Move to…' }).click()
        const mover = page.getByRole('dialog', { name: /^Move / })
        const week = isCoach ? mover.getByRole('region').nth(1) : mover
        await week
          .getByRole('listitem')
          .getByRole('button', { disabled: false })
          .nth(Math.floor(random() * 6))
          .click()
        await mover.waitFor({ state: 'detached' })
        done('moves')
      },
      remove: async () => {
        const id = await openAny()
        if (id === null) return
        await dialog(page).getByRole('button', { name: 'Delete', exact: true }).click()
        await dialog(page).waitFor({ state: 'detached' })
        about(id).removed = performance.now()
        done('removed')
      },
      comment: async () => {
        const words = `${fresh()} says`
        await cell(any(days)!).focus()
        // Why in the menu of the day: Enter opens a session where it stands alone.
        await page.keyboard.press('Enter')
        await dialog(page).getByLabel('Write a comment').fill(words)
        await dialog(page).getByRole('button', { name: 'Send' }).click()
        await dialog(page).locator('[data-comment]', { hasText: words }).waitFor()
        await page.keyboard.press('Escape')
        comments.push(words)
        done('comments')
      },
      walk: async () => {
        const day = any(days)!
        await cell(day).focus()
        const others = people.filter(one => one.name !== name)
        const isShown = async (other: Editor) =>
          (await grid(other.page)
            .locator(`td:has([title="${name} is here"])`)
            .evaluateAll(all => all.map(one => (one as HTMLElement).dataset.day).join(' '))) === day
        const after = await Promise.all(others.map(other => until(() => isShown(other), patience)))
        for (const [i, ms] of after.entries())
          if (ms === null) misplaced.push(`${others[i]!.name} does not see ${name} on ${day}`)
          else seenAfterMs.push(ms)
        done('steps between days')
      },
    }
    const menu: readonly (keyof typeof does)[] = isCoach
      ? ['write', 'write', 'title', 'title', 'steps', 'steps', 'steps', 'move', 'move', 'remove', 'comment', 'walk']
      : ['comment', 'comment', 'move', 'walk', 'walk']
    page.setDefaultTimeout(patience)
    const end = performance.now() + ms
    // Why these first, however long it takes: a short trial has asked all of it as well.
    const first: readonly (keyof typeof does)[] = isCoach ? ['write', 'steps', 'title', 'comment'] : ['walk', 'comment']
    for (let turn = 0; turn < first.length || performance.now() < end; turn++) {
      const act = first[turn] ?? any(menu)!
      try {
        await does[act]()
      } catch {
        overtaken++
      }
      await leaveDialogs(page)
    }
  }
  await Promise.all(people.map(run))

  let weeks: readonly (readonly string[])[] = []
  const alikeAfterMs = await until(async () => {
    weeks = await Promise.all(people.map(({ page }) => weekOf(page)))
    return weeks.every(week => week.join('\n') === weeks[0]!.join('\n'))
  }, 30_000)
  const differ =
    alikeAfterMs === null
      ? weeks.flatMap((week, i) =>
          week.filter(line => !weeks[0]!.includes(line)).map(line => `${people[i]!.name}: ${line}`),
        )
      : []

  const standing = new Map(weeks[0]!.map(line => [line.split(' ')[1]!, line]))
  for (const [id, { title, steps, removed }] of told) {
    const line = standing.get(id)
    const last = Math.max(0, ...[...title, ...steps].map(({ at }) => at))
    if (line === undefined) {
      if (removed === null) lost.push(`session ${id}: ${title.at(-1)?.value}`)
      continue
    }
    if (removed !== null && last < removed - together) lost.push(`session ${id} was removed and stands`)
    for (const writes of [title, steps]) {
      const newest = writes.at(-1)?.at ?? 0
      const may = writes.filter(({ at }) => at >= newest - together).map(({ value }) => value)
      if (may.length > 0 && !may.some(value => line.includes(value))) lost.push(`${may.join(' or ')} in ${line}`)
    }
  }
  for (const { name, page } of people) {
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await page.getByRole('heading', { name: 'Everything said' }).waitFor()
    const more = page.getByRole('button', { name: /^Show \d+ more$/ })
    while ((await more.count()) > 0) await more.click()
    const said = await page.locator('[data-said="comment"]').allInnerTexts()
    for (const words of comments) if (!said.some(one => one.includes(words))) lost.push(`${name} lacks “${words}”`)
  }
  return { acts, overtaken, lost, differ, misplaced, seenAfterMs, alikeAfterMs: alikeAfterMs ?? Number.NaN }
}
