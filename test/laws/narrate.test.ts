/** A reworded report shows no figure that no rule put there; lies fall back, and the rules' own sentences always hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../core/engine.ts'
import type { Day } from '../../core/model/day.ts'
import { questionOf, readAnswer } from '../../core/narrate/ask.ts'
import { narrate, plainly } from '../../core/narrate/narrate.ts'
import { tell } from '../../core/narrate/tell.ts'
import { fill, type Told } from '../../core/narrate/told.ts'
import { verify } from '../../core/narrate/verify.ts'
import { tellFacts } from '../../core/narrate/week.ts'
import { clubAthlete, clubSeason } from '../../core/sample/club.ts'
import { always } from '../kit/always.ts'
import { fairly, figuresIn, lies, oneTold, tolds } from '../kit/narrations.ts'

const lineOf = (told: Told, sentence: string) => narrate([told], new Map([[told.id, sentence]]))[0]!
const own = (told: Told) => plainly([told])[0]!.says

/** Shown in the model's words, with the figures of the rule's. */
const isTaken = (told: Told, said: string): boolean => {
  const { by, says } = lineOf(told, said)
  return by === 'model' && figuresIn(says).join() === figuresIn(own(told)).join()
}

describe('the corpus', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const kinds = Object.entries(lies)

  test.each(kinds)('%s is turned away, and no figure of it is shown', (name, lie) => {
    const pairs = oneTold.chain(told =>
      fairly(told).chain(said => (lie(told, said) ?? fc.constant(said)).map(spoiled => ({ told, said, spoiled }))),
    )
    const all = fc.sample(pairs, { seed, numRuns: 300 }).filter(({ said, spoiled }) => said !== spoiled)
    const rejected = all.filter(({ told, spoiled }) => lineOf(told, spoiled).by === 'rule').length
    const unverified = all.filter(({ told, spoiled }) => {
      const shown = figuresIn(lineOf(told, spoiled).says)
      return shown.join() !== figuresIn(own(told)).join()
    }).length
    console.info(
      `narration, seed ${seed}: ${name}: ${rejected} of ${all.length} rejected, ${unverified} unverified shown`,
    )
    expect(all.length).toBeGreaterThan(100)
    expect(rejected / all.length).toBeGreaterThanOrEqual(0.99)
    expect(unverified).toBe(0)
  })

  test('what the rules wrote for twelve made-up athletes, and what a fair model made of it, is never turned away', () => {
    const today = '2026-11-30' as Day
    const base = clubSeason(today)
    const weeks = Array.from({ length: 12 }, (_, i) => {
      const { content, plan, playbook } = clubAthlete(base, i, today)
      const now = { day: today, minute: 600, at: 29_000_000 }
      return assess({ athlete: 'a' as never, content, plan, log: [], playbook, now })
    })
    const told = weeks.flatMap(({ facts, soFar }) => [...tellFacts(facts), ...tellFacts(soFar)])
    const made = fc.sample(tolds, { seed, numRuns: 300 }).flat()
    const templates = [...told, ...made].filter(one => !verify(one, one.template).ok)
    const fair = made.filter(one => fc.sample(fairly(one), { seed, numRuns: 2 }).some(said => !isTaken(one, said)))
    console.info(
      `narration, seed ${seed}: ${told.length + made.length} templates, ${templates.length} falsely rejected`,
    )
    expect(templates).toEqual([])
    expect(fair).toEqual([])
    for (const one of told) expect(one.slots[0]!.hint, own(one)).not.toBe('a statement')
  })
})

test('whatever a fact says, its own sentence holds and says exactly that', () =>
  always(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.string()), (title, says, names) => {
      const told = tell({ id: 'mileage', title, says, names })
      expect(verify(told, told.template).ok).toBe(true)
      expect(own(told)).toBe(`${title}: ${says.replace(/[\s.]+$/, '')}.`)
    }),
  ))

test('whatever a model answers, every figure shown is one a rule put there, in its place', () =>
  always(
    fc.property(
      tolds.chain(all => {
        const words = fc.constantFrom(
          'the',
          'week',
          '{',
          '}',
          '7',
          'two',
          '.',
          ' ',
          '=',
          '\n',
          'mileage',
          ...all.flatMap(one => one.slots.map(({ id }) => `{${id}}`)),
          ...all.map(({ id }) => `${id} = `),
        )
        const text = fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words, { maxLength: 80 }).map(some => some.join(' ')),
        )
        return fc.tuple(fc.constant(all), text)
      }),
      ([all, text]) => {
        const lines = narrate(all, readAnswer(text))
        expect(lines.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
        expect(lines.map(({ says }) => figuresIn(says))).toEqual(plainly(all).map(({ says }) => figuresIn(says)))
      },
    ),
  ))

test('no figure, day, title or word of a person is in what a model is sent', () =>
  always(
    fc.property(tolds, all => {
      const { text } = questionOf(all)
      expect(figuresIn(text)).toEqual([])
      for (const { slots } of all)
        for (const { says } of slots.filter(one => one.says !== 'nothing was planned')) expect(text).not.toContain(says)
    }),
  ))

test('an answer is read line by line; the first for a fact counts, and what is no such line is passed over', () => {
  const answer =
    'Sure! Here you go:\n- mileage = Mileage was {mileage-a}.\r\nmileage = Other.\n\n**sleep** = Sleep was {sleep-a}.\n3 = x.'
  expect([...readAnswer(answer)]).toEqual([
    ['mileage', 'Mileage was {mileage-a}.'],
    ['sleep', 'Sleep was {sleep-a}.'],
  ])
})

test('a direction word stands only where it is true, right before what it compares with', () => {
  const told = tell({ id: 'mileage', title: 'Mileage', says: '28.5 km in 3 runs; 8 km the week before', names: [] })
  const up = 'Mileage was {mileage-a} in {mileage-b}, up from {mileage-c}.'
  expect(lineOf(told, up)).toEqual({
    id: 'mileage',
    says: 'Mileage was 28.5 km in 3 runs, up from 8 km the week before.',
    by: 'model',
    problem: null,
  })
  expect(lineOf(told, up.replace('up', 'down')).problem).toEqual({ type: 'Claim', at: 'down' })
  expect(lineOf(told, 'Mileage was up, {mileage-a} in {mileage-b} and {mileage-c}.').problem).toEqual({
    type: 'Claim',
    at: 'up',
  })
  expect(fill(told, told.template)).toBe('Mileage: 28.5 km in 3 runs; 8 km the week before.')
})
