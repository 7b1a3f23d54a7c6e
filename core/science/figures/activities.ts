/** Where the figures of one activity come from. */
import { figure } from './figure.ts'

const recorded = 'the recording'

export const activities = {
  pace: figure(
    'Pace',
    'Distance over time on the timer, ten seconds either side of the point.',
    'min per km or mile',
    recorded,
    'satellites blur under trees and between houses; pauses do not count',
    'ours',
  ),
  'heart-rate': figure(
    'Heart rate',
    'As the sensor gave it; a mean is weighted by time.',
    'bpm',
    recorded,
    'wrist sensors lag in intervals and in the cold',
    'ours',
  ),
  elevation: figure(
    'Elevation',
    'The recorded altitude, averaged over 50 m either side.',
    'm above sea',
    recorded,
    'a barometer drifts with the weather, satellites by tens of metres; climbs are better than absolute height',
    'ours',
  ),
  ascent: figure(
    'Ascent',
    'The device’s own figure; in splits, the rises of the smoothed profile added up.',
    'm',
    recorded,
    'devices differ by a fifth on the same hill',
    'ours',
  ),
  grade: figure(
    'Grade',
    'Rise ÷ distance over 100 m of the smoothed profile.',
    '%',
    recorded,
    'held within ±45 %, the range in which its cost was measured',
    'ours',
  ),
  'grade-adjusted-pace': figure(
    'Grade-adjusted pace',
    'Pace on the flat at equal energy: each piece of the way counts C(grade) ÷ C(0) flat metres.',
    'min per km or mile',
    'Minetti 2002',
    'flatters steep descents; says nothing about footing',
    'published',
  ),
  'time-in-zones': figure(
    'Time in zones',
    'Seconds at each heart rate (bins of 2 bpm) or pace (bins of 5 s/km), added up between the edges of the zones.',
    'time, % of recorded time',
    'the zones’ own source',
    'by heart rate, by pace and by intent the shares differ; the method is named with each',
    'convention',
  ),
  'best-effort': figure(
    'Best efforts',
    'The fastest stretch of the recording over each distance, pauses included.',
    'time',
    recorded,
    'stretches in which the satellites jump are left out',
    'ours',
  ),
  decoupling: figure(
    'Drift of pace to heart rate',
    '(EF₁ − EF₂) ÷ EF₁, where EF is flat metres per heartbeat of the first and the second half.',
    '%',
    'Friel; as in common programs',
    'steady runs of 45 min and more; below 5 % is called good; heat and pauses confound it',
    'convention',
  ),
  'work-steps': figure(
    'Steps against the plan',
    'Each planned step beside the lap that fits it, or beside that length of the recording; paces within 3 % of the planned range count as on pace.',
    'time, pace, bpm',
    'ours',
    'cut by the plan’s lengths it assumes that the session was begun at its start and run without extra stops',
    'ours',
  ),
} as const
