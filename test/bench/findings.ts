/** Precision and recall of every finding over seasons in which each is planted on a known day among decoys. */
import { plantedSeason } from '../kit/planted.ts'
import { scoreOf } from '../kit/planted-score.ts'

export const benchFindings = (seeds: number): void => {
  const all = new Map<string, { found: number; planted: number; wrong: number }>()
  for (let seed = 1; seed <= seeds; seed++) {
    for (const [kind, { found, planted, late, wrong }] of scoreOf(plantedSeason(seed))) {
      const so = all.get(kind) ?? { found: 0, planted: 0, wrong: 0 }
      all.set(kind, { found: so.found + found, planted: so.planted + planted, wrong: so.wrong + wrong.length })
      for (const line of [...late, ...wrong]) console.log(`seed ${seed}: ${kind}: ${line}`)
    }
  }
  const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)} %`)
  console.log(
    `\n${seeds} generated seasons; real histories hold no plans or check-ins, so no figure here rests on them`,
  )
  for (const [kind, { found, planted, wrong }] of all)
    console.log(
      `${kind.padEnd(20)} planted ${String(planted).padStart(4)}  on its day ${percent(found, planted).padStart(6)}  precision ${percent(found, found + wrong).padStart(6)}`,
    )
}
