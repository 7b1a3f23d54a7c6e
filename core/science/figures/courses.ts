/** Where the figures of a race course come from. */
import { figure } from './figure.ts'

export const courses = {
  'course-climb': figure(
    'Climb of a course',
    'Rises and falls between the points of the profile, added up.',
    'm',
    'the file of the course, or what was typed',
    'a profile with few points hides small hills; one drawn from satellites invents some',
    'ours',
  ),
  'course-slopes': figure(
    'Slopes of a course',
    'Way by steepness: each leg between two points of the profile counts with its whole length.',
    'km or mi by %',
    'the file of the course, or what was typed',
    'steeper than 60 % over a leg is taken as an error of the profile',
    'ours',
  ),
  'course-estimate': figure(
    'What a course would take',
    'The predicted speed on the level, over each leg by its cost of energy, slower in heat and dark, with stops at aid stations.',
    'h:min:s',
    'prediction from your own runs; Minetti 2002 for slopes; dew-point tables for heat',
    'a range: four of five such races fell inside it in the backtest; surface, wind and a bad day are not in it',
    'ours',
  ),
  'target-splits': figure(
    'Splits of a target',
    'The time the coach wrote, spread over the course at an even effort: each leg by its cost of energy.',
    'h:min:s',
    'Minetti 2002',
    'even effort, not even pace; credits steep downhill more than races show',
    'published',
  ),
} as const
