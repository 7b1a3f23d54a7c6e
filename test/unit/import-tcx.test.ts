import { describe, expect, test } from 'vitest'
import { activitiesIn, explainImport, importBytes } from '../../core/import/index.ts'
import { fitStart, steadyRun } from '../kit/fit-file.ts'
import { bytesOf, tcx, tcxActivity, tcxFile } from '../kit/route-file.ts'

const options = { freeBytes: null, stopped: () => false, zone: () => 120 }
const read = (bytes: Uint8Array, name = 'run.tcx') => importBytes({ name, bytes }, options)
const one = async (bytes: Uint8Array) => activitiesIn((await read(bytes))[0]!)[0]!

describe('a TCX activity', () => {
  test('has the time, distance and heart rate of its laps, and keeps them as splits', async () => {
    const laps = [
      { from: 0, to: 300, meanHr: 148 },
      { from: 300, to: 600, durationS: 290, meanHr: 152 },
    ]
    const run = await one(tcxFile({ samples: steadyRun(600), laps, notes: 'Felt good' }))
    const { sport, day, start, durationS, elapsedS, distanceM, meanHr, splits, comment, sources } = run
    expect({ sport, day, start, durationS, elapsedS, distanceM, meanHr, splits, comment, sources }).toEqual({
      sport: 'run',
      day: '2026-05-12',
      start: '2026-05-12T07:00:00',
      durationS: 590,
      elapsedS: 600,
      distanceM: 1800,
      meanHr: 150,
      splits: [
        { durationS: 300, distanceM: 900, meanHr: 148 },
        { durationS: 290, distanceM: 900, meanHr: 152 },
      ],
      comment: 'Felt good',
      sources: [{ kind: 'tcx', name: 'run.tcx', id: run.id }],
    })
  })

  test('without the distance of the watch has it from the ground', async () => {
    const samples = steadyRun(600)
    const text = tcx(tcxActivity({ samples, measured: false })).replace(/<DistanceMeters>.*?<\/DistanceMeters>/g, '')
    expect((await one(bytesOf(text))).distanceM).toBe(1800)
  })

  test('whose distance begins anew with each lap goes on', async () => {
    const samples = steadyRun(600).map(s => ({ ...s, d: s.t < 300 ? s.d! : s.d! - 900 }))
    const laps = [
      { from: 0, to: 300 },
      { from: 300, to: 600 },
    ]
    const text = tcx(tcxActivity({ samples, laps })).replace(
      /(<TotalTimeSeconds>\d+<\/TotalTimeSeconds>)<DistanceMeters>.*?<\/DistanceMeters>/g,
      '$1',
    )
    expect((await one(bytesOf(text))).distanceM).toBeCloseTo(1797, -1)
  })

  test('with a pause within a lap counts neither its time nor its heart beats', async () => {
    const samples = [...steadyRun(300), ...steadyRun(300).map(s => ({ ...s, t: s.t + 900, d: s.d! + 900 }))]
    const laps = [{ from: 0, to: 1200, durationS: 600 }]
    const { durationS, elapsedS, hrSeconds } = await one(tcxFile({ samples, laps, breaks: [300] }))
    expect({ durationS, elapsedS, hrSeconds }).toEqual({ durationS: 600, elapsedS: 1200, hrSeconds: [[150, 600]] })
  })

  test('without any point, as a treadmill writes it, is kept by its laps', async () => {
    const { durationS, distanceM, elapsedS } = await one(
      bytesOf(
        tcx(
          '<Activity Sport="Running"><Id>2026-05-12T05:00:00Z</Id><Lap StartTime="2026-05-12T05:00:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters></Lap></Activity>',
        ),
      ),
    )
    expect({ durationS, distanceM, elapsedS }).toEqual({ durationS: 1800, distanceM: 5000, elapsedS: null })
  })

  test('stands on the local day of its own offset', async () => {
    const start = Date.UTC(2026, 4, 12, 11, 30) / 1000
    const { day, start: local } = await one(tcxFile({ start, offset: '+13:00', samples: steadyRun(60) }))
    expect({ day, local }).toEqual({ day: '2026-05-13', local: '2026-05-13T00:30:00' })
  })
})

describe('a TCX file', () => {
  test('of several activities gives each', async () => {
    const activity = (sport: string, day: number) =>
      tcxActivity({ sport, start: fitStart + day * 86_400, samples: steadyRun(120) })
    const [report] = await read(bytesOf(tcx(activity('Running', 0) + activity('Biking', 1) + activity('Other', 2))))
    expect(activitiesIn(report!).map(({ sport, day }) => ({ sport, day }))).toEqual([
      { sport: 'run', day: '2026-05-12' },
      { sport: 'ride', day: '2026-05-13' },
      { sport: 'other', day: '2026-05-14' },
    ])
    expect(explainImport(report!)).toBe(
      'run.tcx: read. Kept as a ride and another sport; not counted as running. Nothing to do.',
    )
  })

  test('after spaces, without its outer element, or under the name of GPX is read', async () => {
    const whole = tcx(tcxActivity({ samples: steadyRun(60) }))
    const inner = /<Activities>.*<\/Activities>/s.exec(whole)![0]
    for (const [name, text] of [
      ['run.tcx', `        ${whole}`],
      ['run.tcx', `<?xml version="1.0"?>${inner}`],
      ['run.gpx', whole],
    ] as const)
      expect(activitiesIn((await read(bytesOf(text), name))[0]!).map(({ durationS }) => durationS)).toEqual([60])
  })

  test.each([
    [
      'a course',
      '<Courses><Course><Name>x</Name></Course></Courses>',
      'skipped run.tcx: this holds a course, not an activity. Nothing to do.',
    ],
    [
      'a workout',
      '<Workouts><Workout Sport="Running"><Name>x</Name></Workout></Workouts>',
      'skipped run.tcx: this holds a planned workout, not an activity. Nothing to do.',
    ],
    ['nothing', '<Activities/>', 'refused run.tcx: there is no activity inside. Check that this is the right file.'],
    [
      'an activity of nothing',
      '<Activities><Activity Sport="Running"><Id>x</Id></Activity></Activities>',
      'refused run.tcx: there is no activity inside. Check that this is the right file.',
    ],
  ])('of %s is told as such', async (_, inside, said) => {
    const [report] = await read(bytesOf(`<TrainingCenterDatabase>${inside}</TrainingCenterDatabase>`))
    expect(`${report!.outcome} ${explainImport(report!)}`).toBe(said)
  })

  test('cut short keeps the activities that were whole and what there is of the last', async () => {
    const activity = (day: number) => tcxActivity({ start: fitStart + day * 86_400, samples: steadyRun(600) })
    const bytes = bytesOf(tcx(activity(0) + activity(1)))
    const [report] = await read(bytes.slice(0, Math.floor(bytes.length * 0.75)))
    expect(activitiesIn(report!).length).toBe(2)
    expect(report!.why).toEqual({ type: 'Recovered', what: 'cut-short', sports: [] })
  })
})
