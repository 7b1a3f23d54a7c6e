/** How the playbook did in a month, rule by rule, and what the coach makes of it: the seed of the monthly audit (C8, C9). */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Day } from '../../core/model/day.ts'
import { layerNames, type Playbook } from '../../core/model/playbook.ts'
import type { Outcome } from '../../core/playbook/index.ts'
import { type Drafted, howItDid, nextLayer, type RuleMonth } from '../../core/reports/basis/how-it-did.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { formatCount, formatDay, formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { layerWords, modeWords } from '../parts/playbook-words.ts'
import { addressOfWhy } from '../parts/why-address.ts'
import type { App, Looking, View } from '../state/app.ts'
import type { DryResult } from '../state/dry-run-messages.ts'
import { mayLead } from '../state/roles.ts'
import s from './how-it-did/how-it-did.module.css'
import { firstOf, lastOf, monthBefore, sayMonthName } from './how-it-did/months.ts'
import { NoteDialog } from './how-it-did/note-dialog.tsx'
import { noteOf, RuleRow } from './how-it-did/rule-row.tsx'
import { NextLayer, sayMonthAll, sayWouldHave } from './how-it-did/summary.tsx'
import { sinceOf, versionsOf } from './playbook/versions.ts'

type Given = { readonly app: App; readonly looking: Looking }

/** The playbook with what only watches switched on, so that the past says what it would have drafted. */
const withWatchedOn = (playbook: Playbook): Playbook => ({
  ...playbook,
  layers: Object.fromEntries(
    Object.entries(playbook.layers).map(([name, mode]) => [name, mode === 'watched' ? 'on' : mode]),
  ) as Playbook['layers'],
})

/** Tries the month on the past beside the page; null until it is done. */
const useTried = ({ app, looking }: Given, from: Day, to: Day) => {
  const asked = useMemo(
    () => ({ draft: null, playbook: withWatchedOn(looking.playbook), beside: null, scope: 'one' as const, from, to }),
    [looking.playbook, looking.space.id, from, to],
  )
  useEffect(() => {
    app.tryOnPast(asked)
    return () => app.stopTrying()
  }, [asked])
  const run = app.trying.value
  return run?.asked === asked ? run : null
}

const draftedIn = ({ told }: DryResult): readonly Drafted[] =>
  told.events.flatMap(({ day, says, draft }) => (draft === null ? [] : [{ ...draft, day, says }]))

const Inside = ({ app, looking }: Given) => {
  const today = app.now.value.day
  const [month, setMonth] = useState(today.slice(0, 7))
  const { route } = useLocation()
  const [kept, setKept] = useState<RuleMonth | null>(null)
  const from = firstOf(month)
  const to = lastOf(month) < today ? lastOf(month) : today
  const { playbook, space } = looking
  const run = useTried({ app, looking }, from, to)
  const result = run?.results[0] ?? null
  const drafted = useMemo(() => (result === null ? null : draftedIn(result)), [result])
  const did = useMemo(
    () => howItDid({ log: space.log, playbook, from, to, drafted }),
    [space.log, playbook, from, to, drafted],
  )
  const versions = useMemo(() => versionsOf(looking), [space.log, playbook, space.members])
  const since = useMemo(() => sinceOf(versions), [versions])
  const name = sayMonthName(month)
  const draft = (next: Playbook, words: string) => {
    app.draftPlaybook(next, words)
    route('/playbook')
  }
  const onOutcome = (one: RuleMonth) => (outcome: Outcome, next: Playbook) =>
    outcome === 'keep' ? setKept(one) : draft(next, noteOf(one, outcome, name))
  const next = nextLayer(layerNames, playbook, layer => since.get(`layers.${layer}`)?.at ?? null, app.now.value.at)
  const layers = layerNames.filter(layer => did.rules.some(rule => rule.layer === layer && isWorth(rule, playbook)))
  const silent = did.rules.filter(rule => playbook.layers[rule.layer] !== 'off' && !isWorth(rule, playbook))
  return (
    <div class={s.page}>
      <header>
        <h1>How it did</h1>
        <p class="soft">
          What the playbook did for {looking.content.profile.name || 'this athlete'} in a month, and what becomes of
          each rule. <a href="/playbook">The playbook</a>
        </p>
        <div class={s.month}>
          <Button aria-label="The month before" onClick={() => setMonth(monthBefore(month, 1))}>
            <Icon name="arrow-left" />
          </Button>
          <span class={s.name} role="status">
            {name}
          </span>
          <Button
            aria-label="The month after"
            disabled={month >= today.slice(0, 7)}
            onClick={() => setMonth(monthBefore(month, -1))}
          >
            <Icon name="arrow-right" />
          </Button>
        </div>
        <p class={s.lead} data-summary>
          {sayMonthAll(did)}
          {did.ofUnknownRule > 0 &&
            ` Of ${formatCount(did.ofUnknownRule, 'draft')} nothing on file says by which rule: nobody answered, and the plan has changed since.`}
        </p>
        {run?.state === 'running' && (
          <p class="soft" role="status">
            Trying the month on the past: {Math.round((100 * run.done) / Math.max(1, run.of))} %
          </p>
        )}
        {run?.state === 'stopped' && run.why !== null && (
          <p role="status">The month could not be tried on the past ({run.why}); what is signed is counted.</p>
        )}
      </header>
      {next && (
        <NextLayer
          label={layerWords[next.layer].label}
          does={layerWords[next.layer].does}
          mode={playbook.layers[next.layer]}
          waitsDays={next.waitsDays}
          onTake={mode => {
            const words = `${name}: ${layerWords[next.layer].label} ${mode === 'on' ? 'switched on' : 'watched'}. ${sayMonthAll(did)}`
            draft({ ...playbook, layers: { ...playbook.layers, [next.layer]: mode } }, words)
          }}
        />
      )}
      {layers.map(layer => {
        const at = since.get(`layers.${layer}`)?.at ?? null
        return (
          <section key={layer} aria-label={layerWords[layer].label}>
            <div class={s.layer}>
              <h2>{layerWords[layer].label}</h2>
              <span class="soft">
                {modeWords[playbook.layers[layer]]} {at === null ? 'from the beginning' : `since ${formatMoment(at)}`}
              </span>
              {playbook.layers[layer] === 'watched' && drafted !== null && (
                <Button
                  small
                  onClick={() =>
                    draft(
                      { ...playbook, layers: { ...playbook.layers, [layer]: 'on' } },
                      `${name}, ${layerWords[layer].label.toLowerCase()}: ${sayWouldHave(did, layer)} Switched on.`,
                    )
                  }
                >
                  Switch it on
                </Button>
              )}
            </div>
            <ul class={s.rules}>
              {did.rules
                .filter(rule => rule.layer === layer && isWorth(rule, playbook))
                .map(rule => (
                  <RuleRow
                    key={rule.rule}
                    month={rule}
                    playbook={playbook}
                    isTried={drafted !== null}
                    onOutcome={onOutcome(rule)}
                  />
                ))}
            </ul>
          </section>
        )
      })}
      {layers.length === 0 && (
        <Empty title="No rule spoke in this month">
          <p>What a rule drafts or applies is counted here, with what became of it.</p>
        </Empty>
      )}
      {silent.length > 0 && <p class="soft">Silent: {silent.map(({ title }) => title.toLowerCase()).join(' · ')}.</p>}
      {result && result.told.wrong.length > 0 && (
        <section>
          <h2>Where it may have been wrong</h2>
          <p class="soft">As far as what happened afterwards can tell; the judgement is yours.</p>
          <ul class={s.lines}>
            {result.told.wrong.map(({ day, says }) => (
              <li key={day + says}>
                <a href={addressOfWhy(day, null)}>{formatDay(day)}</a> {says}
              </li>
            ))}
          </ul>
        </section>
      )}
      {kept !== null && (
        <NoteDialog
          note={noteOf(kept, 'keep', name)}
          onSign={words => app.act.signPlaybook({ before: playbook, draft: playbook }, 'one', words)}
          onClose={() => setKept(null)}
        />
      )}
    </div>
  )
}

/** Whether there is anything to say of a rule: it spoke, or would have. */
const isWorth = ({ shown, undone, watched, layer }: RuleMonth, { layers }: Playbook): boolean =>
  shown + undone + watched.length > 0 || layers[layer] === 'watched'

const HowItDidView: View['Component'] = ({ app }) => {
  const looking = app.looking.value
  if (looking === null) return null
  if (!mayLead(looking.space))
    return (
      <Empty title="Who signs the playbook sees this page">
        <p>Here a coach looks at what the playbook did in a month. What they make of it stands in the playbook.</p>
      </Empty>
    )
  return <Inside key={looking.space.id} app={app} looking={looking} />
}

export const view: View = {
  id: 'how-it-did',
  path: '/how-it-did',
  title: 'How it did',
  icon: 'history',
  for: ['coach'],
  inNavigation: false,
  Component: HowItDidView,
}
