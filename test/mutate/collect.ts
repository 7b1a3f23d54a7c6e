/** Stands in for the runner while the tests are read: each test is kept as a function that throws where it fails. */
import { expect, vi } from 'vitest'

export type Kept = { readonly name: string; readonly run: () => unknown }
type Body = (...given: never[]) => unknown

export const kept: Kept[] = []
export { expect, vi }

let path: readonly string[] = []
const nothing = () => undefined
export const beforeAll = nothing
export const afterAll = nothing
export const beforeEach = nothing
export const afterEach = nothing
export const expectTypeOf = nothing

const bodyIn = (given: readonly unknown[]): Body | undefined =>
  given.find(one => typeof one === 'function') as Body | undefined
const rows = (table: readonly unknown[], run: (name: string, row: readonly unknown[]) => void, name: string) => {
  for (const [i, row] of table.entries()) run(`${name} ${i}`, Array.isArray(row) ? row : [row])
}

export const test = Object.assign(
  (name: string, ...given: readonly unknown[]) => {
    const body = bodyIn(given)
    if (body !== undefined) kept.push({ name: [...path, name].join(' › '), run: () => body() })
  },
  {
    each:
      (table: readonly unknown[]) =>
      (name: string, ...given: readonly unknown[]) => {
        const body = bodyIn(given)
        if (body !== undefined)
          rows(
            table,
            (as, row) => kept.push({ name: [...path, as].join(' › '), run: () => body(...(row as never[])) }),
            name,
          )
      },
  },
)
export const it = test

const inside = (name: string, body: Body, row: readonly unknown[] = []) => {
  const before = path
  path = [...path, name]
  body(...(row as never[]))
  path = before
}
export const describe = Object.assign((name: string, ...given: readonly unknown[]) => inside(name, bodyIn(given)!), {
  each:
    (table: readonly unknown[]) =>
    (name: string, ...given: readonly unknown[]) =>
      rows(table, (as, row) => inside(as, bodyIn(given)!, row), name),
})
