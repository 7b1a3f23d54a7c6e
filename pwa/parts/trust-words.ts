/** How far to trust a figure, in words. */
import type { Trust } from '../../core/model/advice.ts'

export const trustWord: Readonly<Record<Trust, string>> = {
  published: 'published evidence',
  contested: 'contested evidence',
  convention: 'coaching convention',
  ours: 'our own rule',
}
