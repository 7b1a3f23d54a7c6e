/** What stands behind a figure on screen: its formula in words, unit, source, how far it holds, and how far to trust it. */
import type { Trust } from '../../model/advice.ts'

/** `holds` says where it may be believed, and where not. */
export type Figure = {
  readonly title: string
  readonly formula: string
  readonly unit: string
  readonly source: string
  readonly holds: string
  readonly trust: Trust
}

export const figure = (
  title: string,
  formula: string,
  unit: string,
  source: string,
  holds: string,
  trust: Trust,
): Figure => ({ title, formula, unit, source, holds, trust })
