/** The plan as a calendar file, read back by another program's strict parser. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { isQuiet, speaksAt, usualTimes } from '../../core/model/reminders.ts'
import type { Session } from '../../core/model/session.ts'
import { type CalendarGiven, type Entry, readTold, writeCalendar } from '../../core/workout/calendar-file.ts'
import { exampleSession } from '../../core/workout/writers/example.ts'
import { anySteps } from '../kit/arbitrary-steps.ts'

ICAL.design.strict = true

const entry = (more: Partial<Session> = {}, minutes: number | null = 50): Entry => ({
  session: exampleSession(more),
  minutes,
})
const given = (entries: readonly Entry[], more: Partial<CalendarGiven> = {}): CalendarGiven => ({
  entries,
  athlete: 'Runa',
  from: '2026-05-01' as Day,
  to: '2026-05-31' as Day,
  told: {},
  stamp: '20260501T060000Z',
  reminders: null,
  ...more,
})

const eventsIn = (content: string) =>
  new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map(part => {
    const event = new ICAL.Event(part)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      summary: event.summary,
      status: String(part.getFirstPropertyValue('status')),
      part,
    }
  })

describe('a calendar file', () => {
  test('holds a day or a floating hour, the steps in words that can be read back, and the key session', () => {
    const { content } = writeCalendar(
      given([entry(), entry({ id: 'b' as SessionId, startMinute: 22 * 60 + 30, title: '' }, 180)], {
        reminders: { ...usualTimes, morning: null, quietFrom: 0, quietTo: 0 },
      }),
    )
    const [day, hour] = eventsIn(content)
    expect([day!.start, day!.summary, day!.status]).toEqual(['2026-05-12', '5 × 1000 m, by the lake', 'CONFIRMED'])
    expect(day!.part.getFirstPropertyValue('description')).toContain('5x\n- Strong & relaxed 1km I')
    expect(day!.part.getFirstProperty('categories')!.getValues()).toEqual(['Intervals', 'Key session'])
    expect([hour!.start, new ICAL.Event(hour!.part).endDate.toString()]).toEqual([
      '2026-05-12T22:30:00',
      '2026-05-13T01:30:00',
    ])
    expect(hour!.part.getAllSubcomponents('valarm').length).toBe(1)
  })
  test('written again unchanged it is the same to the byte', () => {
    const first = writeCalendar(given([entry()]))
    expect(writeCalendar(given([entry()], { told: first.told })).content).toBe(first.content)
  })
  test('a session that moved keeps its name and gets the next number; one that is gone is cancelled once', () => {
    const first = writeCalendar(given([entry(), entry({ id: 'b' as SessionId })]))
    const second = writeCalendar(given([entry({ day: '2026-05-14' as Day })], { told: first.told }))
    expect(eventsIn(second.content).map(({ uid, sequence, start, status }) => [uid, sequence, start, status])).toEqual([
      ['example@tandem.invalid', 1, '2026-05-14', 'CONFIRMED'],
      ['b@tandem.invalid', 1, '2026-05-12', 'CANCELLED'],
    ])
    const third = writeCalendar(given([entry({ day: '2026-05-14' as Day })], { told: second.told }))
    expect(third.content).toBe(second.content)
    const back = writeCalendar(given([entry(), entry({ id: 'b' as SessionId })], { told: third.told }))
    expect(eventsIn(back.content).map(({ sequence, status }) => [sequence, status])).toEqual([
      [2, 'CONFIRMED'],
      [2, 'CONFIRMED'],
    ])
  })
  test('what lies outside the days of the file is neither written nor cancelled', () => {
    const first = writeCalendar(given([entry()]))
    const later = writeCalendar(given([], { told: first.told, from: '2026-06-01' as Day, to: '2026-06-30' as Day }))
    expect([eventsIn(later.content), later.told]).toEqual([[], first.told])
  })
  test('what was kept is read back, and damage is nothing', () => {
    const { told } = writeCalendar(given([entry()]))
    expect(readTold(JSON.stringify(told))).toEqual(told)
    expect([readTold(null), readTold('{"a":1}'), readTold('no')]).toEqual([{}, {}, {}])
  })
})

test('[W3] a strict parser reads whatever the coach wrote, in lines of at most 75 bytes', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      anySteps,
      fc.option(fc.integer({ min: 0, max: 1439 })),
      fc.option(fc.integer({ min: 1, max: 600 })),
      (title, notes, steps, startMinute, minutes) => {
        const { content } = writeCalendar(given([entry({ title, notes, steps, startMinute }, minutes)]))
        const encoder = new TextEncoder()
        for (const line of content.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
        expect(/[^\r]\n|\r[^\n]/.test(content)).toBe(false)
        const [event] = eventsIn(content)
        expect(event!.uid).toBe('example@tandem.invalid')
        const plain = title.trim().replaceAll(/\r\n|\r/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: a calendar holds none.
        if (plain !== '') expect(event!.summary).toBe(plain.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''))
      },
    ),
  ))

describe('reminders', () => {
  const triggers = (entries: readonly Entry[], reminders = usualTimes) =>
    eventsIn(writeCalendar(given(entries, { reminders })).content).map(({ part }) =>
      part.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
    )

  test('a day without a time speaks in the morning, a session with one before it, in words a strict parser reads', () => {
    expect(triggers([entry()])).toEqual(['PT390M'])
    expect(triggers([entry({ startMinute: 18 * 60 })])).toEqual(['-PT30M'])
    expect(triggers([entry()], { ...usualTimes, morning: null })).toEqual([undefined])
  })

  test('quiet hours put it off to their end, and leave out what would come after the start', () => {
    expect(triggers([entry({ startMinute: 6 * 60 + 15 })])).toEqual(['-PT15M'])
    expect(triggers([entry({ startMinute: 5 * 60 })])).toEqual([undefined])
    expect(speaksAt({ ...usualTimes, morning: 5 * 60 }, null)).toBe(6 * 60)
    expect(speaksAt({ ...usualTimes, before: 720 }, 8 * 60)).toBe(-240)
    expect(speaksAt({ ...usualTimes, quietFrom: 0, quietTo: 0 }, 5 * 60)).toBe(5 * 60 - 30)
  })

  test('no reminder is ever in the quiet hours, nor after its session begins', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const orNever = fc.option(minute)
    const anyTimes = fc.record({
      morning: orNever,
      evening: orNever,
      before: fc.option(fc.integer({ min: 0, max: 1440 })),
      quietFrom: minute,
      quietTo: minute,
    })
    fc.assert(
      fc.property(anyTimes, orNever, (times, start) => {
        const at = speaksAt(times, start)
        return at === null || (!isQuiet(times, at) && (start === null || at <= start))
      }),
    )
  })

  test('another time is an update of the same event', () => {
    const first = writeCalendar(given([entry()], { reminders: usualTimes }))
    const later = { ...usualTimes, morning: 420 }
    const [event] = eventsIn(writeCalendar(given([entry()], { reminders: later, told: first.told })).content)
    expect([event!.uid, event!.sequence]).toEqual([eventsIn(first.content)[0]!.uid, 1])
  })
})
