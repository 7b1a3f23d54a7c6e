/** Weeks told in facts, rewordings a fair model could write of them, and lies a bad one could. */
import fc from 'fast-check'
import type { Told } from '../../core/narrate/told.ts'
import { tellFacts } from '../../core/narrate/week.ts'
import type { Fact, FactId } from '../../core/reports/desk/facts.ts'

const upTo = (max: number, min = 0) => fc.integer({ min, max })
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const someDays = fc.subarray(days, { minLength: 1, maxLength: 4 }).map(some => some.join(', '))
const km = upTo(1400, 10).map(tenths => `${tenths / 10} km`)
const titles = fc.constantFrom(
  'Intervals 6 × 3 min',
  'Long run 24 km',
  'Tempo',
  'Hills (short)',
  'Easy + strides',
  '5 {x} 2',
)

const fact = (id: FactId, title: string, says: fc.Arbitrary<string>, evidence: readonly string[] = []) =>
  says.map((text): Fact => ({ id, title, says: text, tone: 'plain', evidence }))

const unsaid = fc.constantFrom('not known: nothing was said', 'not known: the run of 2026-05-05 has no paces')
const orNot = (says: fc.Arbitrary<string>) => fc.oneof({ weight: 8, arbitrary: says }, { weight: 1, arbitrary: unsaid })

const mileage = fc
  .tuple(fc.boolean(), km, upTo(9), fc.option(km), fc.option(upTo(7, 1)))
  .map(([least, now, runs, before, gap]) =>
    [
      `${least ? 'at least ' : ''}${now} in ${runs} ${runs === 1 ? 'run' : 'runs'}`,
      ...(before === null ? [] : [`${before} the week before`]),
      ...(gap === null ? [] : [`${gap} ${gap === 1 ? 'day' : 'days'} without data`]),
    ].join('; '),
  )
const intensity = fc
  .tuple(upTo(100), upTo(60), upTo(60))
  .map(([easy, moderate, hard]) => `${easy} % easy, ${moderate} % moderate, ${hard} % hard`)
const missed = fc
  .tuple(titles, fc.constantFrom(...days), fc.boolean(), upTo(4), upTo(4))
  .map(([title, day, key, excused, open]): Fact => {
    const rest = [excused > 0 ? `${excused} left out for life` : '', open > 0 ? `${open} not answered` : '']
    const says = [`${day} ${title}${key ? ' (key session)' : ''}`, ...rest.filter(part => part !== '')].join('; ')
    return { id: 'missed', title: 'Missed sessions', says, tone: 'flag', evidence: [`2026-05-05: ${title}`] }
  })
const nights = fc
  .tuple(upTo(5), upTo(7, 1), someDays, upTo(110, 40))
  .map(([poor, all, on, tenths]) =>
    poor === 0
      ? `none poor of ${all} nights; ${(tenths / 10).toFixed(1)} h on average`
      : `${poor} poor of ${all} nights (${on}); ${(tenths / 10).toFixed(1)} h on average`,
  )
const soreness = fc.oneof(
  fc
    .tuple(upTo(5, 1), fc.constantFrom(...days), someDays)
    .map(([level, day, on]) => `calf pain ${level} of 5 (${day}); sore ${on}`),
  upTo(7, 1).map(count => `none on ${count} days`),
)
const readiness = fc.tuple(upTo(50, 10), upTo(50, 10), upTo(12, -12), upTo(40, -40)).map(([a, b, hr, form]) => {
  const signed = `${hr > 0 ? '+' : ''}${hr}`
  return `fatigue ${(a / 10).toFixed(1)}, stress ${(b / 10).toFixed(1)}, resting heart rate ${signed}, form ${form}`
})

/** A week's six facts, each in the words the Monday review has for it. */
export const weeksOfFacts: fc.Arbitrary<readonly Fact[]> = fc.tuple(
  fact('mileage', 'Mileage', orNot(mileage)),
  fact('intensity', 'Intensity', orNot(intensity)),
  missed,
  fact('sleep', 'Sleep', orNot(nights)),
  fact('soreness', 'Soreness', orNot(soreness)),
  fact('readiness', 'Readiness', orNot(readiness)),
)

export const tolds = weeksOfFacts.map(tellFacts)
export const oneTold = tolds.chain(all => fc.constantFrom(...all))

const joining = fc.constantFrom(
  ' and ',
  ' with ',
  ', and the week had ',
  '; the log shows ',
  ', as recorded: ',
  ' (the athlete had ',
)

/** What a fair model could write: the fact's words, its slots in their order, joined otherwise. */
export const fairly = (told: Told): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(' came in at ', ': the week shows ', ' was ', ' stood at ', ' for the week: '),
      fc.array(joining, {
        minLength: told.slots.length,
        maxLength: told.slots.length,
      }),
    )
    .map(([opens, joins]) => {
      const slots = told.slots.map(({ id }, i) => (i === 0 ? `{${id}}` : `${joins[i]}{${id}}`)).join('')
      const open = [...slots].filter(sign => sign === '(').length
      return `The ${told.keeps.join(' ')}${opens}${slots}${')'.repeat(open)}.`
    })

const numberWords = [
  'one',
  'two',
  'Three',
  'seven',
  'twenty',
  'half',
  'double',
  'twice',
  'a dozen',
  'first',
  'hundred',
  'both',
]
const unitWords = ['km', '%', 'miles', 'hours', 'min', 'bpm', 'metres', '°C', 'per cent', '‰', 'watts']
const dayWords = ['Monday', 'Tue', 'yesterday', 'today', 'weekend', 'May', 'daily', 'morning', 'last', 'next']
const advice = [
  'should rest',
  'must ease off',
  'reduce the load',
  'skip the session',
  'move the run',
  'increase',
  'keep going',
]
const medical = ['injured', 'a stress fracture', 'overtrained', 'tendinitis', 'ill', 'diagnosed', 'safe', 'recovered']
const names = ['Anna', 'Boston Marathon', 'Dr. Weber', 'Jonas']
const denials = [
  'not',
  'never',
  'only',
  'nearly',
  'over',
  'under',
  'about',
  'at most',
  'no',
  'without',
  'up to',
  'by',
  'fewer',
]
const digits = ['7', '42', '3.5', '-1', '½', '²', '１２', '٣', 'Ⅳ', '①', '1e3', '0']
const signs = ['-', '−', '+', '~', '<', '≈', '±', '/', '=', '%', '×']

/** Every kind of lie, by name. `said` is a sentence that was fair; each answers one that is not. */
export const lies: Readonly<Record<string, (told: Told, said: string) => fc.Arbitrary<string> | null>> = {
  'a digit beside the figures': (_, said) => inserted(said, digits),
  'a number word': (_, said) => inserted(said, numberWords),
  'a unit': (_, said) => inserted(said, unitWords),
  'a day': (_, said) => inserted(said, dayWords),
  'advice or a change of plan': (_, said) => inserted(said, advice),
  'a medical word': (_, said) => inserted(said, medical),
  'a name': (_, said) => inserted(said, names),
  'a denial or a hedge': (_, said) => inserted(said, denials),
  'the figure itself, changed by one digit, for its slot': (told, said) =>
    fc
      .tuple(fc.constantFrom(...told.slots), upTo(9))
      .map(([slot, digit]) => said.replace(`{${slot.id}}`, () => slot.says.replace(/\d|$/, () => String(digit)))),
  'the figure itself for its slot': (told, said) =>
    fc.constantFrom(...told.slots).map(slot => said.replace(`{${slot.id}}`, () => slot.says)),
  'two slots swapped': (told, said) =>
    told.slots.length < 2
      ? null
      : fc
          .subarray([...told.slots], { minLength: 2, maxLength: 2 })
          .map(([a, b]) =>
            said.replaceAll(/\{([^}]*)\}/g, (whole, id) =>
              id === a!.id ? `{${b!.id}}` : id === b!.id ? `{${a!.id}}` : whole,
            ),
          ),
  'a slot dropped': (told, said) => fc.constantFrom(...told.slots).map(({ id }) => said.replace(`{${id}}`, 'it')),
  'a slot said twice': (told, said) =>
    fc.constantFrom(...told.slots).map(({ id }) => said.replace(/\.$/, ` and {${id}}.`)),
  'a slot nobody knows': (told, said) =>
    fc
      .constantFrom(...told.slots)
      .chain(({ id }) =>
        fc
          .constantFrom('{load-a}', '{}', `{${id} }`, `{${id.toUpperCase()}}`, '{mileage-z}')
          .map(other => said.replace(`{${id}}`, other)),
      ),
  'a sign before a slot': (told, said) =>
    fc
      .tuple(fc.constantFrom(...told.slots), fc.constantFrom(...signs))
      .map(([{ id }, sign]) => said.replace(`{${id}}`, `${sign}{${id}}`)),
  'something that grows onto a slot': (told, said) =>
    fc
      .tuple(fc.constantFrom(...told.slots), fc.constantFrom('k', '0', '.and', ',a', '-', '%', '(a)'))
      .map(([{ id }, more]) => said.replace(`{${id}}`, `{${id}}${more}`)),
  'what it is about left out': (told, said) => fc.constant(said.replace(new RegExp(told.keeps[0]!, 'i'), 'it')),
  'a direction that is not the facts’': (told, said) => {
    const went = told.direction?.went
    return inserted(
      said,
      went === 'up' ? ['down', 'less', 'fell'] : went === 'down' ? ['up', 'more', 'rose'] : ['up', 'down', 'more'],
    )
  },
}

/** A word put before a word of the sentence, anywhere. */
const inserted = (said: string, words: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...words), fc.nat()).map(([word, at]) => {
    const parts = said.split(' ')
    const place = at % parts.length
    return [...parts.slice(0, place), word, ...parts.slice(place)].join(' ')
  })

const figures = /\d+(?:[.,:]\d+)*/g
const inWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|half|double|twice|dozen|both|first|second)\b/gi

/** Every figure a reader sees, in digits of any script or in words; independent of how anything was checked. */
export const figuresIn = (text: string): readonly string[] => [
  ...(text.match(figures) ?? []),
  ...(text.match(/(?![0-9])\p{N}/gu) ?? []),
  ...(text.match(inWords) ?? []),
]
