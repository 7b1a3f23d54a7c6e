/** Who shows which requirement: the numbers of the playbook's part, and the titles of all tests that name them. */
import { readdirSync, readFileSync } from 'node:fs'

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** S1–S12, S30–S122, S151–S159. */
export const asked: readonly string[] = [...from(1, 12), ...from(30, 122), ...from(151, 159)].map(
  number => `S${number}`,
)

/** Every `[S…]` in the words of a test's title, in all test files. */
export const named = (): ReadonlySet<string> => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(name => /\.test\.tsx?$/.test(name))
  return new Set(
    files.flatMap(file =>
      [...readFileSync(`test/${file}`, 'utf8').matchAll(/\[((?:S\d+(?:, )?)+)\]/g)].flatMap(match =>
        match[1]!.split(', '),
      ),
    ),
  )
}
