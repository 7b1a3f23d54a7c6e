/** What `tandem --help` says; the shapes here are promises. */
import { rangeKinds } from '../model/workout.ts'

export const help = `tandem: hybrid coaching on the command line; the same core as the app, nothing leaves this machine

Usage
  tandem import <files|folder|zip>… [--json|--table|--csv] [--race-day YYYY-MM-DD]
  tandem review --history <files|folder|zip|json>… --today YYYY-MM-DD [--plan plan.json]
                [--playbook playbook.json] [--time HH:MM] [--json]
  tandem dry-run --history <files|folder|zip|json>… [--plan plan.json] [--playbook playbook.json]
                [--against playbook.json] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--json]
  tandem explain --history <files|folder|zip|json>… --day YYYY-MM-DD [--session id] [--plan plan.json]
                [--playbook playbook.json] [--json]
  tandem science <metric> '<json>' [--json]
  tandem science --list [--json]
  tandem science --vectors <file> [--json]
  tandem science --backtest <folder> [--json]
  tandem science --stored <folder> [--json]
  tandem race <course.gpx[.gz]> [--history <files|folder|zip|json>…] [--day YYYY-MM-DD] [--distance metres]
              [--celsius N --humidity N] [--start HH:MM] [--target H:MM:SS] [--json]
  tandem race --slowdown <results.csv[.gz]> [--json]
  tandem race --ultra <files|folder|zip|json>… [--json]
  tandem race --debrief <files|folder|zip>… [--primary H:MM:SS] [--backup …] [--damage …] [--distance metres] [--json]

Reads FIT, GPX and TCX files (each also .gz), folders and zip archives of them, the archives of Strava and Garmin,
intervals.icu (activities, days, calendar; JSON or CSV), TrainingPeaks (workouts as CSV, calendar as .ics), lists of
running_page, plans without dates (YAML or JSON) and check-ins as CSV (a day, and columns named after the answers).
--history also takes what \`tandem import --json\` wrote (a name ending in .json); what its files hold of planned sessions
stands beside those of --plan, which goes before under the same id. --table prints a line for each file:
outcome, reason, activities/check-ins/sessions, file, words; --csv the report as the app exports it. --race-day is where
a plan without dates leads to.

dry-run runs the playbook over every day of the past with only what was known on that day: what it would have noticed,
applied, asked and escalated, beside what truly happened. Nobody answers in it: what may be applied stands from then on,
what is asked waits until it expires. Injuries count from their day, and a profile whose file says what it was \`earlier\`
([{ field, until, value }]) is read so; what is taken as it stands today is said once. --against names a second playbook and
prints the days on which the two part instead.

explain says for a day, or one session of the plan, what was found, drafted, decided and why, and why not, as it was known
that evening.

science works out one figure from its input, as \`--list\` names them; null is a value that is not known, and gives "not
known". --vectors checks a file { metric: [{ kind: formula|reference, in, out, tolerance, source }] }: it prints each
formula row that misses its tolerance, each reference row beside ours, and last "N passed, N failed".
--backtest predicts the marathons that <folder>/backtest.json lists, each from the weeks before it and without its runner,
and prints the errors beside those of VDOT and Riegel alone and how many races fell inside the 80 % interval. --stored holds
what intervals.icu and Elevate stored beside real training (folders intervals-icu-json, elevate-fixtures) against ours.
  tandem science vdot_from_race '{"distance_m": 5000, "time_min": 20}'

race prints a course (climbs, slopes, checkpoints) and, with --history, what it would take that runner as a range, with what it
rests on; --target spreads a time of your own over it by grade. --distance is the official one where the track's is not.
--ultra sets every run beyond the marathon beside what was to be expected the day before, with what that rested on: fatigue
and the dark from the runner's own long runs and nights where there are any.
--debrief writes out every run of 5 km and more among the files as a race: splits against each version that is named, drift,
hills, heat, where plan and race parted; no mark is given. --slowdown prints how a field went from half to half by finish time: a table with the columns half and official, in minutes.

Exit codes
  0  done
  1  bad input: a path that does not exist, a file that was refused (import), no activity at all (review, dry-run), or a JSON file
     or input with a fault; each is named on stderr with what to do; or a formula row that missed (science --vectors)
  2  bad usage, a metric that does not exist among it

import --json writes one object
  schema      1
  totals      files, imported, skipped, refused (each file is in one of the three), recordings, activities, merged
  files       [{ file, format, outcome: imported|skipped|refused, reason, says, activities: [id], checkIns, sessions }]
              reason one word or null; checkIns and sessions how many
  errors      [{ file, reason, says }]   the files that were refused
  activities  [{ id, sport, name, day, start, utc, durationS, elapsedS, distanceM, ascentM, flatDistanceM, meanHr, maxHr,
              temperatureC, hrSeconds, paceSeconds, bestEfforts, splits, decoupling, rpe, comment, sources }]
              seconds, metres, bpm, °C; null is unknown; no positions
  merges      [{ kept, dropped }]   recordings of one activity: dropped is shown as kept
  checkIns    [{ day, sleepHours, sleepQuality, soreness, fatigue, stress, motivation, pain, restingHr, hrvMs, note, source }]
              what other logs and watches hold of a day; each source for itself
  sessions    planned sessions, as plan.json holds them

review --json writes one object
  schema      1
  today       the day reviewed
  totals      files, imported, skipped, refused, recordings, merged, activities (up to today), later (left out)
  thresholds  maxHr, restHr, thresholdHr, thresholdPaceSPerKm, origin
  weeks       [{ monday, runs, distanceM, durationS, load, why, open }]   load null: not known, see why
  readings    [{ id, title, unit, trust, value, why }]   fitness, fatigue, form, longest run of 30 days, …
  matches     [{ session, day, state: done|missed|unknown|upcoming|excused, activity, said }]
  findings    [{ kind, day, session, says, evidence, trust }]
  proposals   [{ id, rule, variant, title, why, day, lastDay, edit, findings, baseHash,
              verdict: { level: auto|ask|coach, because: [{ rule, level, says }] } }]
  messages    [{ id, to, day, kind, says, evidence }]
  sessions    the visible plan

dry-run --json writes one object a day, a line each
  day
  findings    [{ kind, session, says, evidence, trust, since, new }]   new: it began on this day
  proposals   [{ id, rule, variant, day, lastDay, title, why, edit, verdict: auto|ask|coach,
              reasons: [{ rule, level, says }], since, new }]   auto: it would have been applied on the day it is new
  alert       null or { id, causes: [text], evidence, since, new }   what would have reached the coach at once
  happened    { load, why, runs, distanceM, done, missed, race, injury, pain, life }   load null: not known, see why
  asToday     on the first day alone: [text], what of the past was taken as it stands today
  --against   one object a day on which the two part: { day, says: [text] }

explain --json writes one object
  schema 1, day, session, says, asToday as above, alert null or { id, since, causes }
  readings    [{ id, title, unit, trust, value, why }]   value null: not known, see why
  findings    [{ kind, title, trust, answer: speaks|silent|unknown, says, evidence }]
  drafts      [{ id, rule, title, why, edit, fate: open|off|watched|settled|standing|expired, says, verdict,
              opinions: [{ rule, title, level, answer: speaks|silent|doubt, says }] }]
  silent      [{ rule, title, layer, says }]   the draft rules that drafted nothing, each with why

science --json writes one object
  schema      1
  metric, value, why, notes, formula, unit, trust, source, holds     value null: not known, see why; notes: beyond the meant range
  --list      metrics [{ name, inputs, formula, unit, trust, source, holds }]
  --backtest  rows, outside [{ set, day, km, actual, why, ours, fast, slow, vdot, riegel }], short, summary   seconds; why: not predicted
  --stored    figures [{ program, figure, of, theirs, ours, verdict: matched|explained|apart }]
  --vectors   passed, failed, rows [{ metric, row, kind, input, expected, tolerance, ours, why, within, source }]

plan.json, strict: a field it does not know is refused by name
  schema        1
  athlete       any of name, sex, thresholds, injuries, weekMinutes, goals, preset, usualSleepHours
  sessions      [{ id, day, sport, title, purpose, steps, key?, locked?, notes?, startMinute? }]
                purpose: easy recovery long steady tempo intervals hills race strength cross rest
                steps: [{ type: step, role: warmup|work|recovery|cooldown, amount: { unit: s|m, value } | { unit: lap },
                target: { type: zone, zone: E|M|T|I|R } | { type: effort, rpe } | { type: free }
                | { type: range, of, from, to, over?, ramp? }, cue, lap?, cadence?: { unit: rpm|spm, from, to }, heading? }]
                or { type: repeat, times, steps, heading? }
                of: ${rangeKinds.slice(0, 9).join(' ')}
                ${rangeKinds.slice(9).join(' ')}
  phases        [{ id, kind, from, to, objective, measure }]
  races         [{ id, day, name, priority, distanceM, goal }]
  checkIns      [{ day, and any of sleepHours, sleepQuality, soreness, sorenessSite, fatigue, stress, motivation, pain,
                restingHr, hrvMs, note }]
  lifeEvents    [{ id, kind, from, to, note }]
  outcomes      [{ session, said: done|not-done, activity, rpe, comment, at }]   at: minutes since 1970 UTC
  confirmedDays [day]
  every list may be left out

playbook.json is the playbook as the app exports it; without it the default playbook is used. In its place may stand the
name of a preset: injury-prone, busy-marathoner or first-ultra.`
