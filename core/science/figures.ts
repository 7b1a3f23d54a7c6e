/** Where each figure on screen comes from, by the name it has in the code and, for readings, in the list of signals. */
import { activities } from './figures/activities.ts'
import { body } from './figures/body.ts'
import type { Figure } from './figures/figure.ts'
import { loads } from './figures/loads.ts'
import { zones } from './figures/zones.ts'

export const figures = { ...loads, ...activities, ...body, ...zones } satisfies { readonly [id: string]: Figure }

export type FigureId = keyof typeof figures
