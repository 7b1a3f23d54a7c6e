/** The small signs beside words: drawn by hand on a grid of 24, one line weight, never the only carrier of meaning. */
import s from './icon.module.css'

const dot = (x: number, y: number) => `M${x} ${y}h.01`

/** Each sign as one path of strokes. */
const strokes = {
  today:
    'M12 4V2M12 22v-2M4 12H2M22 12h-2M6.3 6.3 4.9 4.9M19.1 19.1l-1.4-1.4M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  calendar:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v12a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5ZM4 10h16M8.5 3v4M15.5 3v4',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4ZM4 13.5h4.5c.3 2 1.5 3 3.5 3s3.200-1 3.5-3H20',
  history: 'M3 17.5 8.5 11l3.5 3.5L20.5 5M15.5 5h5v5M3 21h18',
  playbook: 'M12 6.5C10 5 7.5 4.5 4 4.5v13c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-13c-3.5 0-6 .5-8 2ZM12 6.5v13',
  people:
    'M12.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2.5 20c0-3.5 2.800-5.5 6.5-5.5s6.5 2 6.5 5.5M16 5.200a3.5 3.5 0 0 1 0 6.600M18.5 15c2 .8 3 2.5 3 5',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  check: 'm4.5 12.5 5 5 10-11',
  cross: 'm6 6 12 12M18 6 6 18',
  'arrow-left': 'm14.5 5-7 7 7 7',
  'arrow-right': 'm9.5 5 7 7-7 7',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15.5 5 20 9.5 15.5 14M20 9.5H10a5.5 5.5 0 0 0 0 11h3',
  plus: 'M12 5v14M5 12h14',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  warning: `M12 4 2.800 20h18.400ZM12 10v4.5${dot(12, 17.2)}`,
  question: `M9 9a3 3 0 1 1 4.300 2.700c-.9.5-1.300 1-1.300 2.300${dot(12, 17.5)}M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z`,
  flag: 'M6 21V4M6 5h12l-3 4 3 4H6',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  run: 'M15.5 4.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM5.5 11l3-3 4.5.5-2.5 5.5 3 3-1 5M10.5 14l-2 3.5H4.5M13 8.5l2 3h3.5',
  edit: 'm4 20 1-4.5L16 4.5l3.5 3.5-11 11ZM13.5 7l3.5 3.5',
  more: 'M6 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0ZM13 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0ZM20 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z',
  sync: 'M4.5 11a7.5 7.5 0 0 1 13-4L20 9.5M20 4.5v5h-5M19.5 13a7.5 7.5 0 0 1-13 4L4 14.5M4 19.5v-5h5',
  offline: 'M3 3l18 18M8.5 8A6 6 0 0 0 6 10.5a4.5 4.5 0 0 0 .5 9H17M19.5 18.5a4.300 4.300 0 0 0-2-8 6 6 0 0 0-6-4.300',
  folder:
    'M3.5 6.5A1.5 1.5 0 0 1 5 5h4.5l2 2.5H19A1.5 1.5 0 0 1 20.5 9v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18Z',
  download: 'M12 4v11M7 10.5l5 5 5-5M4 20h16',
  upload: 'M12 15.5V4.5M7 9l5-5 5 5M4 20h16',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5.5l3.5 2',
  heart: 'M12 20C5.5 15.5 3 12 3 8.800A4.5 4.5 0 0 1 12 7.5a4.5 4.5 0 0 1 9 1.300C21 12 18.5 15.5 12 20Z',
  coach: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM5 20.5c0-4 3-6 7-6s7 2 7 6M9.5 18l2 2 3.5-3.5',
  rule: 'M5 4.5h14v15H5ZM8.5 9l1 1 2-2M14 9h2M8.5 15l1 1 2-2M14 15h2',
  roster: `M8.5 6h11M8.5 12h11M8.5 18h11${dot(4.5, 6)}${dot(4.5, 12)}${dot(4.5, 18)}`,
  athlete: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM5 20.5c0-4 3-6 7-6s7 2 7 6',
} as const

export type IconName = keyof typeof strokes

/** With a label it speaks to a screen reader; without one it is silent, since a word stands beside it. */
export const Icon = ({ name, label }: { readonly name: IconName | (string & {}); readonly label?: string }) => (
  <svg class={s.icon} viewBox="0 0 24 24" width="20" height="20" role="img" aria-label={label} aria-hidden={!label}>
    <path d={strokes[name as IconName] ?? ''} />
  </svg>
)
