/** Whatever stands on whatever, in light and in dark, can be read: the tokens themselves keep WCAG's 4.5 to 1. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = new Map(
  [...readFileSync('pwa/styles/tokens.css', 'utf8').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const,
  ),
)
const grounds = ['paper', 'surface', 'raised', 'sunken', 'accent-wash', 'good-wash', 'warn-wash', 'bad-wash'] as const
const inks = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'warn', 'bad', 'focus'],
  ...['easy', 'hard', 'long', 'other', 'draft'],
] as const

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

const contrast = (one: string, other: string): number => {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high! + 0.05) / (low! + 0.05)
}

describe.each(['light', 'dark'] as const)('in %s', scheme => {
  test.each(inks)('%s can be read on every ground', ink => {
    const unreadable = grounds.filter(ground => contrast(tokens.get(ink)![scheme], tokens.get(ground)![scheme]) < 4.5)
    expect(unreadable).toEqual([])
  })
  test('what stands on the accent can be read', () =>
    expect(contrast(tokens.get('accent-ink')![scheme], tokens.get('accent')![scheme])).toBeGreaterThanOrEqual(4.5))
})
