/** Where each figure on screen comes from, by the name it has in the code and, for readings, in the list of signals. */
import { activities } from './figures/activities.ts'
import { body } from './figures/body.ts'
import { courses } from './figures/courses.ts'
import type { Figure } from './figures/figure.ts'
import { loads } from './figures/loads.ts'
import { weeks } from './figures/weeks.ts'
import { zones } from './figures/zones.ts'

export const figures = { ...loads, ...activities, ...body, ...zones, ...weeks, ...courses } satisfies {
  readonly [id: string]: Figure
}

export type FigureId = keyof typeof figures

/** Whether something shown under this name, a signal for one, has its figure. */
export const isFigure = (id: string): id is FigureId => Object.hasOwn(figures, id)
