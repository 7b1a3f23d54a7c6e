/** Life weighs more than training just now. */
import { known, unknown } from '../lib/reading.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { addDays } from '../model/day.ts'
import { aCheckIn, daysAgo, given, today } from '../signals/basis/given.ts'
import { saidWithin } from './basis/scales.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** Being away or on holiday is no strain by itself; illness has its own state. */
export const strains: readonly LifeEvent['kind'][] = ['work', 'family', 'other']
const freshDays = 3

export const finding: FindingRule = {
  id: 'life-stress',
  title: 'Life stress',
  trust: 'ours',
  find: context => {
    const { content, day, playbook } = context
    const events = content.lifeEvents.filter(
      ({ kind, from, to }) => strains.includes(kind) && from <= day && to > addDays(day, -freshDays),
    )
    const said = saidWithin(context, 'stress', freshDays)
    const high = said.filter(({ value }) => value >= playbook.thresholds.stressHigh)
    const latest = high.at(-1)
    const lines = [
      ...events.map(({ kind, from }) => `${from}: ${kind}`),
      ...high.map(({ day: on, value }) => `${on}: stress ${value} of 5`),
    ]
    const event = events.at(-1)
    if (event) return known([found(finding, latest?.day ?? event.from, `${event.kind} comes first just now`, lines)])
    if (latest) return known([found(finding, latest.day, `stress ${latest.value} of 5`, lines)])
    return said.length === 0 ? unknown('nothing was said of stress in the last three days') : known([])
  },
}

const stressed = (stress: number) => given({ checkIns: [aCheckIn(daysAgo(0), { stress })] })
export const examples: readonly Example[] = [
  { name: 'stress 5', given: () => stressed(5), answer: 'speaks' },
  {
    name: 'the athlete marks family days',
    given: () => given({ lifeEvents: [{ id: 'f', kind: 'family', from: daysAgo(1), to: today, note: '' }] }),
    answer: 'speaks',
  },
  { name: 'stress 3', given: () => stressed(3), answer: 'silent' },
  { name: 'nothing said', given: () => given({}), answer: 'unknown' },
]
