/** `npm run bench`: prints figures of this machine, contenders in one run; keep the ratios, not the milliseconds. */
import type { Day } from '../../core/model/day.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import { benchDocuments } from './documents.ts'
import { benchDryRun } from './dry-run.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchEngine } from './engine.ts'
import { benchFindings } from './findings.ts'
import { benchImport } from './import.ts'
import { benchLinks } from './links.ts'
import { benchMonday } from './monday.ts'
import { benchOverlay } from './overlay.ts'
import { benchSeries } from './series.ts'
import { benchStart } from './start.ts'
import { benchStartLine } from './start-line.ts'

const today = '2026-05-12' as Day

const parts: Readonly<Record<string, () => unknown>> = {
  duplicates: () => benchDuplicates(),
  // Why a number from outside: on a busy machine fewer files say the same.
  import: () => benchImport(Number(process.env.TANDEM_BENCH_FILES ?? 3000)),
  series: () => benchSeries(7, sampleSeason(7, today).content, today),
  engine: () => benchEngine(9),
  findings: () => benchFindings(5),
  documents: () => benchDocuments(5),
  'dry-run': () => benchDryRun(),
  // Why a number from outside: how many athletes are loaded.
  monday: () => benchMonday(Number(process.env.TANDEM_BENCH_ATHLETES ?? 200)),
  start: () => benchStart(9),
  'start-line': () => benchStartLine(),
  // Why a number from outside: seconds of scrolling and of idling.
  overlay: () => benchOverlay(Number(process.env.TANDEM_BENCH_SECONDS ?? 60)),
  sync: () => benchLinks(5),
}

/** One part by its name (`npm run bench engine`), or all of them. */
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !Object.hasOwn(parts, name))
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]?.()
