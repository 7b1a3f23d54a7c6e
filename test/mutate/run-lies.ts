/** Breaks the playbook and the drafts in every way of the list, one at a time, and tells which lies no test noticed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Kept, kept } from './collect.ts'
import { allMutants } from './instrument.ts'

declare global {
  var lie: (id: number) => boolean
  /** The lie that is told now; none is -1. */
  var told: number
}

// Why: a property that fails has noticed; the smallest case of it is nobody's business here.
fc.configureGlobal({ endOnFailure: true })

/** A check that takes longer is left out (ms): the long laws run in `npm test`, not a thousand times over. */
const patience = 500

/** More answers than this to one question is a loop without an end. */
const mostAsked = 3_000_000

globalThis.told = -1
let asked = 0
let seen: Set<number> | null = null
globalThis.lie = id => {
  seen?.add(id)
  if (id !== globalThis.told) return false
  asked += 1
  if (asked > mostAsked) throw new Error('a loop without an end')
  return true
}

const holds = async ({ run }: Kept): Promise<boolean> => {
  try {
    await run()
    return true
  } catch {
    return false
  }
}

const wanted = process.env.MUTATE_ONLY ?? ''
const share = Number(process.env.MUTATE_SHARE ?? 1)

test('every lie is noticed', async () => {
  const files = import.meta.glob([
    '../unit/playbook-{rules,levels,document,edges,case,states,tree,presets}.test.ts',
    '../unit/{proposals,proposals-edges,alert-answer,engine-admits,explain,dry-run-own,plan-compose-gate,plan-in-force,plan-compose}.test.ts',
    '../flow/{decision-tree,season,requirements}.test.ts',
    '../laws/{gate,guardrails,decisions}.test.ts',
  ])
  for (const read of Object.values(files)) await read()

  const checks: { readonly kept: Kept; readonly hits: ReadonlySet<number>; readonly ms: number }[] = []
  for (const one of kept) {
    seen = new Set()
    const from = performance.now()
    // Why: what does not hold without a lie (a snapshot written beside a test) tells nothing about one.
    const held = await holds(one)
    const ms = performance.now() - from
    if (held && ms < patience) checks.push({ kept: one, hits: seen, ms })
    seen = null
  }
  checks.sort((a, b) => a.ms - b.ms)
  const mutants = allMutants().filter(({ file }) => file.includes(wanted))
  const reached = mutants.filter(({ id }) => checks.some(({ hits }) => hits.has(id)))
  // Why every so many: a part of them is spread over all files, and is the same part each time.
  const tried = reached.filter((_, i) => Math.floor(i * share) !== Math.floor((i - 1) * share))
  console.info(
    `${kept.length} checks (${kept.length - checks.length} left out), ${mutants.length} lies, ${mutants.length - reached.length} reached by no check, ${tried.length} tried`,
  )
  const survived: typeof tried = []
  const byFile = new Map<string, [number, number]>()
  for (const [i, mutant] of tried.entries()) {
    globalThis.told = mutant.id
    asked = 0
    let noticed = false
    for (const { kept: one, hits } of checks) {
      if (!hits.has(mutant.id)) continue
      if (await holds(one)) continue
      noticed = true
      break
    }
    globalThis.told = -1
    if (!noticed) survived.push(mutant)
    const [all, dead] = byFile.get(mutant.file) ?? [0, 0]
    byFile.set(mutant.file, [all + 1, dead + Number(noticed)])
    if (i % 100 === 99) console.info(`${i + 1} of ${tried.length} tried, ${survived.length} unnoticed`)
  }
  for (const [file, [all, dead]] of [...byFile].sort()) console.info(`${String(dead).padStart(4)} of ${all}  ${file}`)
  for (const { file, line, what } of survived) console.info(`unnoticed  ${file}:${line}  ${what}`)
  const score = (100 * (tried.length - survived.length)) / Math.max(1, tried.length)
  console.info(`noticed: ${score.toFixed(1)} % of ${tried.length}`)
  expect(tried.length).toBeGreaterThan(0)
})
