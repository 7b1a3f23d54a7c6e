/** An import while it runs and after it: how far, how long still, and what became of every file. */
import { useMemo, useState } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { formatBytes, formatCount } from '../parts/format.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { saveFile } from '../parts/save-file.ts'
import type { App, FileReport, ImportRun } from '../state/app.ts'
import s from './history.module.css'

const looks: Readonly<Record<FileReport['outcome'], { readonly word: string; readonly icon: IconName }>> = {
  imported: { word: 'Imported', icon: 'check' },
  merged: { word: 'Merged', icon: 'sync' },
  skipped: { word: 'Skipped', icon: 'more' },
  refused: { word: 'Not read', icon: 'warning' },
}
const outcomes = ['imported', 'merged', 'skipped', 'refused'] as const

/** How long still, from how fast it went so far; null until that says something. */
export const timeLeft = ({
  bytes,
  bytesDone,
  tookMs,
}: Pick<ImportRun, 'bytes' | 'bytesDone' | 'tookMs'>): string | null => {
  if (tookMs < 1_500 || bytesDone <= 0 || bytesDone >= bytes) return null
  const seconds = ((bytes - bytesDone) / bytesDone) * (tookMs / 1000)
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`
  return `about ${Math.ceil(seconds / 60)} minutes left`
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** The report as a table for a spreadsheet. */
export const reportCsv = (reports: readonly FileReport[]): string =>
  [
    'file,outcome,activities,why',
    ...reports.map(({ file, outcome, activities, why }) => [quoted(file), outcome, activities, quoted(why)].join(',')),
  ].join('\r\n')

const Running = ({ app, run }: { readonly app: App; readonly run: ImportRun }) => {
  const share = run.bytes === 0 ? 0 : run.bytesDone / run.bytes
  const rate = run.tookMs > 500 ? `${formatBytes((run.bytesDone / run.tookMs) * 1000)} a second` : null
  const left = timeLeft(run)
  return (
    <section class={s.panel} aria-label="Import">
      <header class={s.head}>
        <h2>Importing</h2>
        <Button small onClick={app.cancelImport}>
          Stop, keep what is done
        </Button>
      </header>
      <progress max={1} value={share} aria-label="How far the import is" />
      <p class={s.facts}>
        <span>
          {run.filesDone} of {formatCount(run.files, 'file')}
        </span>
        <span>
          {formatBytes(run.bytesDone)} of {formatBytes(run.bytes)}
        </span>
        {rate && <span>{rate}</span>}
        {left && <span>{left}</span>}
        <span class={s.doing}>{run.doing}</span>
      </p>
    </section>
  )
}

const Ended = ({ app, run }: { readonly app: App; readonly run: ImportRun }) => {
  const [all, setAll] = useState(false)
  const counts = useMemo(
    () => outcomes.map(outcome => ({ outcome, count: run.reports.filter(r => r.outcome === outcome).length })),
    [run.reports],
  )
  const worth = useMemo(() => {
    const severity = ({ outcome }: FileReport) => outcomes.length - outcomes.indexOf(outcome)
    return run.reports
      .filter(({ outcome, why }) => outcome !== 'imported' || why !== '')
      .toSorted((a, b) => severity(a) - severity(b))
  }, [run.reports])
  const shown = all ? run.reports : worth.slice(0, 12)
  const activities = run.reports.filter(r => r.outcome === 'imported').reduce((sum, r) => sum + r.activities, 0)
  return (
    <section class={s.panel} aria-label="Import" role="status">
      <header class={s.head}>
        <h2>{run.state === 'cancelled' ? 'Import stopped' : 'Import done'}</h2>
        <Button small onClick={() => saveFile('import-report.csv', 'text/csv', reportCsv(run.reports))}>
          Report as CSV
        </Button>
        <Button
          small
          onClick={() => saveFile('import-report.json', 'application/json', JSON.stringify(run.reports, null, 2))}
        >
          Report as JSON
        </Button>
        <Button small variant="plain" aria-label="Close the report" onClick={app.dismissImport}>
          <Icon name="cross" />
        </Button>
      </header>
      <p class={s.facts}>
        <strong>{formatCount(activities, 'new activity', 'new activities')}</strong>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <span key={outcome} data-outcome={outcome}>
              <Icon name={looks[outcome].icon} /> {count} {looks[outcome].word.toLowerCase()}
            </span>
          ))}
        <span>
          of {formatCount(run.reports.length, 'file')}, {formatBytes(run.bytes)} in {(run.tookMs / 1000).toFixed(1)} s
        </span>
      </p>
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul class={s.reports} tabIndex={0} aria-label="What became of each file">
          {shown.map(({ file, outcome, why }, i) => (
            <li key={i} data-outcome={outcome}>
              <Icon name={looks[outcome].icon} />
              <span class={s.file}>{file}</span>
              <span>
                {looks[outcome].word}
                {why && `: ${why}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!all && run.reports.length > shown.length && (
        <Button small variant="plain" onClick={() => setAll(true)}>
          Show all {run.reports.length}
        </Button>
      )}
    </section>
  )
}

export const ImportPanel = ({ app, run }: { readonly app: App; readonly run: ImportRun }) =>
  run.state === 'running' ? <Running app={app} run={run} /> : <Ended app={app} run={run} />
