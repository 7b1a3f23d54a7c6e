/** A figure on screen says where it comes from: formula, unit, validity, source and trust, one press away. */
import { expect, test } from 'vitest'
import { filesUnder, textOf } from '../kit/source.ts'

/**
 * Screens that work figures out and leave it to others to show them, with those that do; or none, where what they work
 * out is shown as no figure at all.
 */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  'pwa/views/activity.tsx': ['pwa/views/activity/facts.tsx', 'pwa/views/activity/work-section.tsx'],
  'pwa/views/activity/curves.ts': ['pwa/views/activity/curves-section.tsx'],
  'pwa/views/zones.tsx': ['pwa/views/zones/thresholds.tsx', 'pwa/views/zones/paces.tsx'],
  'pwa/views/race/profile-drawing.tsx': ['pwa/views/race/course-part.tsx'],
  'pwa/views/race/sheets.tsx': ['pwa/views/race/card-tab.tsx'],
  // The whole list of figures itself.
  'pwa/views/figures.tsx': [],
  // What is known of an athlete, for others to read; what intake asks and swaps are matched by.
  'pwa/views/history-context.ts': [],
  'pwa/views/intake-known.ts': [],
  'pwa/views/playbook/swap-list.tsx': [],
  'pwa/parts/day-model.ts': [],
}

/** The values (not the types) a file takes from the rooms where figures are worked out. */
const valuesFrom = (text: string): readonly string[] =>
  [...text.matchAll(/import \{([^}]*)\} from '([^']*core\/(?:signals|science)\/[^']*)'/g)].flatMap(
    ([, names = '', from = '']) =>
      from.endsWith('/figures.ts')
        ? []
        : names
            .split(',')
            .map(name => name.trim())
            .filter(name => name !== '' && !name.startsWith('type ')),
  )

const worksOut = (text: string): boolean => valuesFrom(text).length > 0 || /\breadings\.map\(/.test(text)
const shows = (text: string): boolean => text.includes('<About ')

const screens = ['pwa/views', 'pwa/parts', 'extension/overlay', 'extension/panel'].flatMap(filesUnder)

test('whatever works out a figure for a screen shows where it comes from, or names who does', () => {
  expect(screens.length).toBeGreaterThan(100)
  const silent = screens.filter(path => {
    const text = textOf(path)
    return worksOut(text) && !shows(text) && shownBy[path] === undefined
  })
  expect(silent).toEqual([])
})

test('those named do show it, and nobody is excused for nothing', () => {
  for (const [path, others] of Object.entries(shownBy)) {
    expect(screens, path).toContain(path)
    for (const other of others) expect(shows(textOf(other)), `${path} by ${other}`).toBe(true)
  }
})
