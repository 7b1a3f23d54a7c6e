/** A line that died is noticed and made again; one that lives is left alone. */
import { expect, test } from 'vitest'
import { type Watched, watchdog } from '../../core/peer/links/watchdog.ts'

type Line = { name: string; open: boolean; gone: boolean; heard: number }

/** A link whose lines the test sets, with a second hand that is turned by the test. */
const watching = (chance = 0.5) => {
  const lines: Line[] = []
  const did: string[] = []
  let now = 0
  const say = (what: string) => did.push(`${now / 1_000} s: ${what}`)
  const watched = (line: Line): Watched => ({
    key: line,
    open: line.open,
    gone: line.gone,
    heard: line.heard,
    ping: () => {},
    drop: () => {
      say(`drop ${line.name}`)
      lines.splice(lines.indexOf(line), 1)
      dog.lost(now)
    },
  })
  const dog = watchdog(
    { connections: () => lines.map(watched), restart: () => say('restart'), announce: () => say('announce') },
    () => chance,
    0,
  )
  return {
    dog,
    did,
    line: (name: string, given: Partial<Line> = {}) => {
      const line = { name, open: false, gone: false, heard: 0, ...given }
      lines.push(line)
      return line
    },
    lose: (line: Line) => {
      lines.splice(lines.indexOf(line), 1)
      dog.lost(now)
    },
    wake: () => dog.wake(now),
    /** Lets so many seconds pass; whoever is named keeps being heard. */
    seconds: (count: number, speaking: readonly Line[] = []) => {
      for (let i = 0; i < count; i++) {
        now += 1_000
        for (const line of speaking) line.heard = now
        dog.tick(now)
      }
    },
    sleep: (seconds: number) => {
      now += seconds * 1_000
      dog.tick(now)
    },
  }
}

test('one who is alone announces soon, then ever more rarely, at most about once a minute', () => {
  const { did, seconds } = watching()
  seconds(400)
  expect(did).toEqual([
    '1 s: announce',
    '3 s: announce',
    '7 s: announce',
    '15 s: announce',
    '31 s: announce',
    '63 s: announce',
    '123 s: announce',
    '183 s: announce',
    '243 s: announce',
    '303 s: announce',
    '363 s: announce',
  ])
})

test('devices do not announce in step', () => {
  const [early, late] = [watching(0), watching(1)]
  for (const one of [early, late]) one.seconds(10)
  expect([early.did, late.did]).toEqual([
    ['1 s: announce', '2 s: announce', '4 s: announce', '8 s: announce'],
    ['2 s: announce', '5 s: announce'],
  ])
})

test('a line that speaks is left alone for hours', () => {
  const { did, seconds, line } = watching()
  const steady = line('steady', { open: true })
  seconds(7_200, [steady])
  expect(did).toEqual([])
})

test('a line that is silent for 12 seconds is dropped and looked for again', () => {
  const { did, seconds, line } = watching()
  line('silent', { open: true })
  seconds(14)
  expect(did).toEqual(['12 s: drop silent', '13 s: announce'])
})

test('a call that is not answered within some seconds is dropped', () => {
  const { did, seconds, line } = watching()
  line('half-open')
  seconds(8)
  expect(did).toEqual(['7 s: drop half-open', '8 s: announce'])
})

test('a call that is answered in time is kept', () => {
  const { did, seconds, line } = watching()
  const slow = line('slow')
  seconds(5)
  slow.open = true
  seconds(60, [slow])
  expect(did).toEqual([])
})

test('a line that the library has given up is dropped at once', () => {
  const { did, seconds, line } = watching()
  line('gone', { gone: true })
  seconds(2)
  expect(did).toEqual(['1 s: drop gone', '2 s: announce'])
})

test('after sleep everything is made anew, and so after a clock set back', () => {
  const { did, seconds, sleep, line } = watching()
  const steady = line('steady', { open: true })
  seconds(3, [steady])
  sleep(35)
  steady.heard = 38_000
  seconds(3, [steady])
  sleep(-5)
  expect(did).toEqual(['38 s: restart', '36 s: restart'])
})

test('a pause of ten seconds is no sleep', () => {
  const { did, seconds, sleep, line } = watching()
  const steady = line('steady', { open: true })
  seconds(3, [steady])
  sleep(10)
  expect(did).toEqual([])
})

test('one who fails again and again is called ever more rarely while another line stands', () => {
  const { did, seconds, line, lose } = watching()
  const steady = line('steady', { open: true })
  seconds(1, [steady])
  for (let attempt = 0; attempt < 5; attempt++) {
    lose(line('unreachable'))
    const before = did.length
    while (did.length === before) seconds(1, [steady])
  }
  expect(did).toEqual(['2 s: announce', '4 s: announce', '8 s: announce', '16 s: announce', '32 s: announce'])
})

test('whoever comes back to the screen, or online, is looked for at once', () => {
  const { did, seconds, wake } = watching()
  seconds(40)
  did.length = 0
  wake()
  expect(did).toEqual(['40 s: announce'])
})
