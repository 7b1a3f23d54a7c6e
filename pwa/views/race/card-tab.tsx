/** The athlete's race card: what was published last, large and plain, from this device alone. */
import { useEffect, useState } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import { daysBetween } from '../../../core/model/day.ts'
import {
  cuesOf,
  type RacePlan,
  raceScenarios,
  raceSections,
  raceVersions,
  versionOf,
} from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { About } from '../../parts/about.tsx'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatDay, formatMoment } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import type { App, Looking, RaceFile } from '../../state/app.ts'
import { speaksForAthlete } from '../session/looking.ts'
import { AidPart } from './aid-part.tsx'
import { Dialogue } from './beside-part.tsx'
import s from './card.module.css'
import { SplitsTable } from './estimate-part.tsx'
import { BandSheet, bandOf, CardSheet } from './sheets.tsx'
import { WatchPart } from './watch-part.tsx'
import { changedBetween, sayMinute, scenarioWords, sectionWords, versionWords } from './words.ts'

type CardTabProps = { readonly app: App; readonly looking: Looking; readonly race: Race; readonly file: RaceFile }

/** Whole days, then the time of day. */
const countdown = (race: Race, plan: RacePlan, today: Parameters<typeof daysBetween>[0], minute: number): string => {
  const days = daysBetween(today, race.day)
  if (days < 0) return formatDay(race.day, 'full')
  if (days > 1) return `in ${days} days`
  if (days === 1) return plan.startMinute === null ? 'tomorrow' : `tomorrow, ${sayMinute(plan.startMinute)}`
  if (plan.startMinute === null) return 'today'
  const left = plan.startMinute - minute
  return left > 0
    ? `today, ${sayMinute(plan.startMinute)}: ${Math.floor(left / 60)} h ${left % 60} min left`
    : `today, started ${sayMinute(plan.startMinute)}`
}

export const CardTab = ({ app, looking, race, file }: CardTabProps) => {
  const last = file.published.at(-1)
  const mine = speaksForAthlete(looking)
  const [printed, setPrinted] = useState<'card' | 'band'>('card')
  useEffect(() => {
    if (mine && last !== undefined) void app.act.openedRace(race.id)
  }, [mine, last?.hash, race.id])
  if (last === undefined)
    return (
      <Empty title="No plan for this race is published yet">
        <p>
          {looking.as === 'coach'
            ? `Once you publish the plan, it stands here as ${looking.selfCoached ? 'you carry' : 'the athlete carries'} it.`
            : 'Your coach writes it. It stands here as soon as it is published, also without a network.'}
        </p>
      </Empty>
    )
  const { plan, number, at } = last
  const author = looking.space.members.find(({ person }) => person === last.by)?.name ?? 'a coach'
  const carriedBefore = file.published.find(({ hash }) => hash === file.openedBefore?.hash)
  const changed = carriedBefore === undefined ? [] : changedBetween(carriedBefore.plan, plan)
  const unit = app.preferences.value.distance
  const { day, minute } = app.now.value
  const cues = cuesOf(plan)
  const band = bandOf(plan, race, unit)
  const print = (what: 'card' | 'band') => {
    setPrinted(what)
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
  }
  return (
    <>
      <article class={s.card} aria-label="Race card">
        <p class={s.count}>{countdown(race, plan, day, minute)}</p>
        <p class={s.version}>
          <Icon name="check" /> Version {number}, signed by {author}, {formatMoment(at)}
        </p>
        {carriedBefore !== undefined && changed.length > 0 && (
          <p class={s.changed} role="status">
            Changed since version {carriedBefore.number}, which you opened before: {changed.join(', ')}.
          </p>
        )}
        {cues.length > 0 && (
          <ul class={s.cues} aria-label="Cue words">
            {cues.map(cue => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
        )}
        <div class={s.versions}>
          {raceVersions.map(version => {
            const { target, when, how } = versionOf(plan, version)
            return target === null && when === '' && how === '' ? null : (
              <section key={version}>
                <h2>{versionWords[version].title}</h2>
                {target !== null && <p class={s.target}>{sayClock(target)}</p>}
                {when !== '' && (
                  <p>
                    <b>When</b> {when}
                  </p>
                )}
                {how !== '' && (
                  <p>
                    <b>How</b> {how}
                  </p>
                )}
              </section>
            )
          })}
        </div>
        {(plan.carbsPerHour !== null || plan.mlPerHour !== null) && (
          <p class={s.fuel}>
            {[
              plan.carbsPerHour === null ? null : `${plan.carbsPerHour} g an hour`,
              plan.mlPerHour === null ? null : `${plan.mlPerHour} ml an hour`,
            ]
              .filter(part => part !== null)
              .join(' · ')}
          </p>
        )}
        <Words plan={plan} />
        {band.length > 0 && (
          <section>
            <h2>
              Pace band <About of="target-splits" />
            </h2>
            {band.map(({ version, splits }) => (
              <details key={version} open={version === 'primary'}>
                <summary>
                  {versionWords[version].title}, {sayClock(splits.at(-1)!.seconds)}
                </summary>
                <SplitsTable
                  splits={splits}
                  unit={unit}
                  ranges={false}
                  caption={`${versionWords[version].title}: pace band`}
                />
              </details>
            ))}
          </section>
        )}
        {band[0] && <AidPart plan={plan} splits={band[0].splits} unit={unit} />}
        <div class={s.print}>
          <Button onClick={() => print('card')}>Print the card</Button>
          <Button disabled={band.length === 0} onClick={() => print('band')}>
            Print the pace band
          </Button>
        </div>
        {band.length > 0 && <WatchPart plan={plan} race={race} band={band} />}
      </article>
      {printed === 'card' ? (
        <CardSheet plan={plan} race={race} number={number} author={author} />
      ) : (
        <BandSheet race={race} band={band} unit={unit} number={number} />
      )}
      <Dialogue app={app} looking={looking} race={race} />
    </>
  )
}

/** What to do if, and the coach's own sections; empty ones are left out. */
const Words = ({ plan }: { readonly plan: RacePlan }) => {
  const [shown, setShown] = useState<'if' | 'why'>('if')
  const cards = [
    ...raceScenarios.flatMap(one => (plan[one] === '' ? [] : [{ when: scenarioWords[one], what: plan[one] }])),
    ...plan.ownCards.filter(({ what }) => what !== '').map(({ when, what }) => ({ when: `If ${when}`, what })),
  ]
  const sections = raceSections.flatMap(one =>
    plan[one] === '' ? [] : [{ title: sectionWords[one].title, words: plan[one] }],
  )
  if (cards.length === 0 && sections.length === 0) return null
  return (
    <section>
      <Segmented
        label="What to read"
        options={[
          { value: 'if', label: 'If … then' },
          { value: 'why', label: 'Pacing, fuel, why' },
        ]}
        value={shown}
        onChange={setShown}
      />
      <dl class={s.words}>
        {shown === 'if'
          ? cards.map(({ when, what }) => (
              <div key={when}>
                <dt>{when}</dt>
                <dd>{what}</dd>
              </div>
            ))
          : sections.map(({ title, words }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{words}</dd>
              </div>
            ))}
      </dl>
    </section>
  )
}
