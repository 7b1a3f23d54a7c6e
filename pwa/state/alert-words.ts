/** The five answers to an alert, in words and with their keys. */
import type { AlertChoice } from '../../core/playbook/index.ts'

type AlertWords = { readonly title: string; readonly key: string; readonly otherwise: string }

/** `otherwise` is what a choice does where nothing was drafted for it. */
export const alertWords: Readonly<Record<AlertChoice, AlertWords>> = {
  'back-off': {
    title: 'Back off',
    key: '1',
    otherwise: 'Nothing was drafted to lower; the plan stands until you change it.',
  },
  'cross-train': {
    title: 'Cross-train',
    key: '2',
    otherwise: 'No cross-training was drafted; the plan stands until you change it.',
  },
  mechanics: {
    title: 'Mechanics work',
    key: '3',
    otherwise: 'No mechanics work was drafted; the plan stands until you change it.',
  },
  keep: { title: 'Keep', key: '4', otherwise: 'The plan stays as it is.' },
  talk: { title: 'Talk', key: '5', otherwise: 'The plan stays as it is until you have talked.' },
}
