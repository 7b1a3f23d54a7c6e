/** An import while it runs and after it: how far, how long still, and what became of every file. */
import { useMemo, useState } from 'preact/hooks'
import { reportCsv } from '../../core/import/report.ts'
import { Button } from '../parts/button.tsx'
import { formatBytes, formatCount, formatNumber } from '../parts/format.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Segmented } from '../parts/segmented.tsx'
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
  return `about ${formatCount(Math.ceil(seconds / 60), 'minute')} left`
}

const Running = ({ app, run }: { readonly app: App; readonly run: ImportRun }) => {
  const share = run.bytes === 0 ? 0 : run.bytesDone / run.bytes
  const rate = run.tookMs > 500 ? `${formatBytes((run.bytesDone / run.tookMs) * 1000)} a second` : null
  const pace =
    run.tookMs > 1_500 && run.filesDone > 1
      ? `${formatNumber(run.filesDone / (run.tookMs / 1000), 1)} files a second`
      : null
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
        {pace && <span>{pace}</span>}
        {left && <span>{left}</span>}
        <span class={s.doing}>{run.doing}</span>
      </p>
    </section>
  )
}

/** So many lines are drawn at once; a whole archive has thousands. */
const page = 100

type Shown = FileReport['outcome'] | 'all' | 'notes'

/** The lines that a filter and a word leave, those to look at first in front. */
export const linesFor = (reports: readonly FileReport[], shown: Shown, word: string): readonly FileReport[] => {
  const gravity = ({ outcome }: FileReport) => outcomes.length - outcomes.indexOf(outcome)
  const needle = word.trim().toLowerCase()
  return reports
    .filter(
      ({ outcome, why }) =>
        shown === 'all' || (shown === 'notes' ? outcome !== 'imported' || why !== '' : outcome === shown),
    )
    .filter(({ file, why, format }) => needle === '' || `${file} ${why} ${format ?? ''}`.toLowerCase().includes(needle))
    .toSorted((a, b) => gravity(a) - gravity(b))
}

const sayGiven = ({ activities, checkIns, sessions }: FileReport): string =>
  [
    activities > 0 ? formatCount(activities, 'activity', 'activities') : '',
    checkIns > 0 ? formatCount(checkIns, 'check-in') : '',
    sessions > 0 ? formatCount(sessions, 'planned session') : '',
  ]
    .filter(Boolean)
    .join(', ')

const Line = ({ line }: { readonly line: FileReport }) => {
  const { file, outcome, why, merges } = line
  const given = sayGiven(line)
  return (
    <li data-outcome={outcome}>
      <Icon name={looks[outcome].icon} />
      <span class={s.file}>{file}</span>
      <span>
        {looks[outcome].word}
        {why ? `: ${why}` : given && `: ${given}.`}
        {merges.map(({ dropped, kept }) => (
          <a key={dropped} class={s.kept} href={`/activity/${kept}`}>
            Shown here
          </a>
        ))}
      </span>
    </li>
  )
}

const Ended = ({ app, run }: { readonly app: App; readonly run: ImportRun }) => {
  const [shown, setShown] = useState<Shown>('notes')
  const [word, setWord] = useState('')
  const [room, setRoom] = useState(page)
  const counts = useMemo(
    () => outcomes.map(outcome => ({ outcome, count: run.reports.filter(r => r.outcome === outcome).length })),
    [run.reports],
  )
  const lines = useMemo(() => linesFor(run.reports, shown, word), [run.reports, shown, word])
  const sum = (of: 'activities' | 'checkIns' | 'sessions') =>
    run.reports.filter(r => r.outcome === 'imported').reduce((total, r) => total + r[of], 0)
  const [checkIns, sessions] = [sum('checkIns'), sum('sessions')]
  const filters: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: 'notes', label: 'To look at' },
    { value: 'all', label: 'All' },
    ...counts.flatMap(({ outcome, count }) =>
      count > 0 ? [{ value: outcome, label: `${looks[outcome].word} ${count}` }] : [],
    ),
  ]
  return (
    <section class={s.panel} aria-label="Import">
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
      <p class={s.facts} role="status">
        <strong>{formatCount(sum('activities'), 'new activity', 'new activities')}</strong>
        {checkIns > 0 && <strong>{formatCount(checkIns, 'check-in')}</strong>}
        {sessions > 0 && <strong>{formatCount(sessions, 'planned session')}</strong>}
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
      {run.state === 'cancelled' && <p class="soft">Stopped as you asked. What was read is kept.</p>}
      <div class={s.filters}>
        <Segmented label="Which files" options={filters} value={shown} onChange={setShown} />
        <input
          type="search"
          aria-label="Find in the report"
          placeholder="Find a file or a reason"
          value={word}
          onInput={event => setWord(event.currentTarget.value)}
        />
      </div>
      {lines.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul class={s.reports} tabIndex={0} aria-label="What became of each file">
          {lines.slice(0, room).map((line, i) => (
            <Line key={i} line={line} />
          ))}
        </ul>
      ) : (
        <p class="soft">
          {word !== ''
            ? 'No file fits what you look for.'
            : shown === 'notes'
              ? 'Every file was read without a remark.'
              : 'None.'}
        </p>
      )}
      {lines.length > room && (
        <Button small variant="plain" onClick={() => setRoom(room + 10 * page)}>
          Show more of {lines.length}
        </Button>
      )}
    </section>
  )
}

export const ImportPanel = ({ app, run }: { readonly app: App; readonly run: ImportRun }) =>
  run.state === 'running' ? <Running app={app} run={run} /> : <Ended app={app} run={run} />
