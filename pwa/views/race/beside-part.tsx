/** What stands beside the form: how earlier races went, what the athlete said themselves, and the talk about this plan. */
import { useMemo, useState } from 'preact/hooks'
import { type OwnWords, ownWords, wordsAround, wordsWith } from '../../../core/history/own-words.ts'
import { sayClock } from '../../../core/lib/clock.ts'
import { cuesOf, type RacePlan } from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { formatDay, formatMoment } from '../../parts/format.ts'
import { SayLine } from '../../parts/say-line.tsx'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from '../session/attempt.ts'
import type { Keep } from './cards-part.tsx'
import s from './race.module.css'
import { versionWords } from './words.ts'

/** All that the athlete wrote, once for each change of what is on file. */
export const useOwnWords = ({ content, plan, advice, raceFile }: Looking): readonly OwnWords[] =>
  useMemo(() => {
    const days = new Map(advice.plan.sessions.map(({ session }) => [String(session.id), session.day]))
    const debriefs = plan.races.flatMap(({ id }) => raceFile(id).athleteDebrief ?? [])
    return ownWords(content, session => days.get(session), debriefs, plan.races)
  }, [content, plan.races, advice.plan.sessions])

export const Quotes = ({
  quotes,
  onTake,
}: {
  readonly quotes: readonly OwnWords[]
  readonly onTake?: (words: string) => void
}) => (
  <ul class={s.quotes}>
    {quotes.map((quote, i) => (
      <li key={i}>
        <q>{quote.words}</q>
        <span class={s.soft}>
          {formatDay(quote.day, 'withYear')}, {quote.of}
        </span>
        {onTake && (
          <Button small variant="plain" onClick={() => onTake(quote.words)}>
            As a cue
          </Button>
        )}
      </li>
    ))}
  </ul>
)

/** Shown at once; more by searching. */
const most = 8

export const OwnWordsPanel = ({
  looking,
  race,
  onTake,
}: {
  readonly looking: Looking
  readonly race: Race
  readonly onTake?: (words: string) => void
}) => {
  const all = useOwnWords(looking)
  const [asked, setAsked] = useState('')
  const [around, setAround] = useState('')
  const past = looking.plan.races.filter(one => one.day < race.day && one.id !== race.id)
  const of = past.find(({ id }) => id === around)
  const found = wordsWith(of ? wordsAround(all, of) : all, asked)
  return (
    <section class={s.panel} aria-labelledby="own-words">
      <h2 id="own-words">In the athlete’s own words</h2>
      <div class={s.row}>
        <Field label="Search">
          <input type="search" value={asked} onInput={e => setAsked(e.currentTarget.value)} />
        </Field>
        <Field label="Around a race">
          <select value={around} onChange={e => setAround(e.currentTarget.value)}>
            <option value="">any day</option>
            {past.toReversed().map(one => (
              <option key={one.id} value={one.id}>
                {one.name}, {formatDay(one.day, 'withYear')}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {found.length === 0 ? (
        <p class={s.soft}>
          {all.length === 0
            ? 'Nothing is written yet: comments, check-ins and debriefs stand here once there are any.'
            : 'Nothing of theirs has these words.'}
        </p>
      ) : (
        <Quotes quotes={found.slice(0, most)} {...(onTake ? { onTake } : {})} />
      )}
      {found.length > most && <p class={s.soft}>And {found.length - most} more; search to find them.</p>}
    </section>
  )
}

/** What was taken in earlier races, in a sentence. */
export const practisedIn = ({ plan, raceFile }: Looking): string => {
  const taken = plan.races.flatMap(race => {
    const debrief = raceFile(race.id).athleteDebrief
    const hours = (debrief?.marks.at(-1)?.[1] ?? 0) / 3600
    if (!debrief || debrief.fuel.length === 0 || hours < 0.3) return []
    const grams = debrief.fuel.reduce((sum, [, g]) => sum + g, 0) / hours
    const ml = debrief.fuel.reduce((sum, [, , drink]) => sum + drink, 0) / hours
    return [`${race.name}: ${Math.round(grams)} g and ${Math.round(ml)} ml an hour`]
  })
  return taken.length === 0
    ? 'What was practised is not on file: the athlete ticks it in a debrief.'
    : `Taken before, ${taken.join('; ')}.`
}

type BesidePartProps = {
  readonly app: App
  readonly looking: Looking
  readonly race: Race
  readonly plan: RacePlan
  readonly onKeep: Keep
}

export const BesidePart = ({ app, looking, race, plan, onKeep }: BesidePartProps) => {
  const earlier = looking.plan.races
    .filter(one => one.day < race.day && one.id !== race.id)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 4)
  return (
    <>
      <section class={s.panel} aria-labelledby="race-earlier">
        <h2 id="race-earlier">Under pressure, so far</h2>
        {earlier.length === 0 ? (
          <p class={s.soft}>No earlier race is on file.</p>
        ) : (
          <ul class={s.because}>
            {earlier.map(one => {
              const { athleteDebrief, coachDebrief } = looking.raceFile(one.id)
              const total = athleteDebrief?.marks.at(-1)?.[1]
              return (
                <li key={one.id}>
                  <a href={`/race/${one.id}`}>{one.name}</a>, {formatDay(one.day, 'withYear')}
                  {total !== undefined && `: ${sayClock(total)}`}
                  {athleteDebrief?.ran && `, ran the ${versionWords[athleteDebrief.ran].title.toLowerCase()} version`}
                  {coachDebrief?.overreacted && <q>{coachDebrief.overreacted}</q>}
                </li>
              )
            })}
          </ul>
        )}
      </section>
      <OwnWordsPanel
        looking={looking}
        race={race}
        onTake={words => void onKeep({ cues: [...cuesOf(plan), words.slice(0, 120)].join('\n').slice(0, 600) })}
      />
      <Dialogue app={app} looking={looking} race={race} />
    </>
  )
}

/** What both say about the plan, on the day of the race. */
export const Dialogue = ({ app, looking, race }: Pick<BesidePartProps, 'app' | 'looking' | 'race'>) => {
  const said = [...looking.plan.comments, ...looking.content.comments]
    .filter(({ day, session }) => day === race.day && session === null)
    .toSorted((a, b) => a.at - b.at)
  const nameOf = (person: string) =>
    person === app.device.value?.person.id
      ? 'You'
      : (looking.space.members.find(member => member.person === person)?.name ?? 'Somebody')
  return (
    <section class={s.panel} aria-labelledby="race-talk">
      <h2 id="race-talk">Talk about it</h2>
      <p class={s.soft}>What if, and why: asked and answered here by both of you.</p>
      <ul class={s.talk}>
        {said.map(one => (
          <li key={one.id}>
            <span class={s.soft}>
              {nameOf(one.by)}, {formatMoment(one.at)}
            </span>
            <p>{one.words}</p>
          </li>
        ))}
      </ul>
      <SayLine
        tall
        label="Ask or answer about this plan"
        word="Send"
        onSay={words => attempt(app.act.comment(race.day, null, words))}
      />
    </section>
  )
}
