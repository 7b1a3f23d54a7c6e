/** Reads an athlete as one, whichever seasons it stands in: what the engine needs, and what somebody looks back at. */
import type * as Y from 'yjs'
import { remembered } from '../lib/remembered.ts'
import type { Advice } from '../model/advice.ts'
import type { Profile } from '../model/athlete.ts'
import { addDays, type Day } from '../model/day.ts'
import {
  asOne,
  bySession,
  compose,
  contentOf,
  type PastSeason,
  profileIn,
  readPlaybook,
  readPlaybookVersions,
  type SeasonContent,
  type Unloaded,
  withCoachThresholds,
  withEarlierPaces,
} from '../plan/index.ts'
import { defaultPlaybook } from '../playbook/index.ts'
import type { Space } from './api.ts'

/** Days for which the seasons before are read beside the running one: after as many, what came before weighs nothing. */
export const lookedBack = 400

type Docs = { readonly plan: Y.Doc; readonly athlete: Y.Doc }
type Athlete = Pick<Space, 'docs' | 'past' | 'unloaded'>

/**
 * The seasons before that the engine reads on a day: the last one, and all that ended within 400 days. Why no others,
 * even where they are loaded: on every device it reads the same.
 */
export const pastFor = ({ past }: Pick<Space, 'past'>, day: Day): readonly PastSeason[] => {
  const since = addDays(day, -lookedBack)
  const first = past.findIndex(({ from }) => from > since)
  const needed = past.slice(first < 0 ? -1 : first)
  return needed.length === past.length ? past : needed
}

const before = remembered<SeasonContent>()

/** The running season with those before it as one; `away` is what is said of the ones that are not among them. */
export const readSeasons = (docs: Docs, past: readonly PastSeason[], away: Unloaded | null): SeasonContent => {
  const now = contentOf(docs, past.at(-1)?.content)
  const contents = past.map(({ content }) => content)
  return before(contents[0], [contents, now.plan, now.athlete, now.athlete.profile, away?.at], () => {
    const { plan, athlete } = asOne(past, now)
    if (away === null) return withCoachThresholds({ plan, athlete })
    return withCoachThresholds({
      plan: { ...plan, since: away.at },
      athlete: withEarlierPaces(athlete, away.paces),
    })
  })
}

/** What is on file of an athlete in these seasons. */
export const onFile = (space: Athlete, past: readonly PastSeason[]): SeasonContent =>
  readSeasons(space.docs, past, space.unloaded(past))

/** The profile as the athlete wrote it; the running season's, or the last one written before it. */
export const profileOf = ({ docs, past }: Pick<Space, 'docs' | 'past'>): Profile =>
  profileIn(docs.athlete, past.at(-1)?.content)

/**
 * What a person sees who looks back further than the engine does: all that is loaded, with the plan of the older seasons
 * as it was composed in them. The advice itself stays the same.
 */
export const lookingBack = (
  space: Space,
  day: Day,
  seen: SeasonContent & { readonly advice: Advice },
): SeasonContent & { readonly advice: Advice } => {
  const needed = pastFor(space, day)
  const older = space.past.slice(0, space.past.length - needed.length)
  const last = older.at(-1)
  if (last === undefined) return seen
  const { plan, athlete } = asOne(older.slice(0, -1), last.content)
  const playbook = readPlaybook(space.docs.playbook) ?? defaultPlaybook
  const { sessions } = compose(plan, athlete, space.log, playbook, readPlaybookVersions(space.docs.playbook))
  const theirs = sessions.filter(({ session }) => session.day < last.from)
  const all = [...theirs, ...seen.advice.plan.sessions].toSorted((a, b) => bySession(a.session, b.session))
  const whole = onFile(space, space.past)
  return { ...whole, advice: { ...seen.advice, plan: { ...seen.advice.plan, sessions: all } } }
}
