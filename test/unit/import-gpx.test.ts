import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { mergeActivities } from '../../core/history/history.ts'
import { activitiesIn, explainImport, importBytes } from '../../core/import/index.ts'
import { fitFile, fitStart, steadyRun } from '../kit/fit-file.ts'
import { bytesOf, gpx, gpxFile, gpxTrack, tcxFile } from '../kit/route-file.ts'

const options = { freeBytes: null, stopped: () => false, zone: () => -210 }
const read = (bytes: Uint8Array, name = 'run.gpx') => importBytes({ name, bytes }, options)
const one = async (bytes: Uint8Array) => activitiesIn((await read(bytes))[0]!)[0]!
const says = async (text: string) => {
  const [report] = await read(bytesOf(text))
  return `${report!.outcome} ${explainImport(report!)}`
}

describe('a GPX track', () => {
  test('becomes one whole summary, with the distance over the ground and no position', async () => {
    const [report, ...more] = await read(
      gpxFile({ samples: steadyRun(1200), sport: 'running', title: 'Tuesday, easy' }),
    )
    expect(more).toEqual([])
    expect(report).toEqual({
      file: 'run.gpx',
      outcome: 'imported',
      why: null,
      format: 'gpx',
      entries: [
        {
          type: 'activity',
          activity: {
            id: expect.stringMatching(/^[0-9a-f]{32}$/),
            sport: 'run',
            name: 'Tuesday, easy',
            day: '2026-05-12',
            start: '2026-05-12T01:30:00',
            utc: fitStart,
            durationS: 1200,
            elapsedS: 1200,
            distanceM: 3600,
            ascentM: 0,
            flatDistanceM: 3600,
            meanHr: 150,
            maxHr: 150,
            temperatureC: 21,
            hrSeconds: [[150, 1200]],
            paceSeconds: [[330, expect.any(Number)]],
            bestEfforts: [
              { distanceM: 400, durationS: 133 },
              { distanceM: 800, durationS: 267 },
              { distanceM: 1000, durationS: 333 },
              { distanceM: 1609, durationS: 536 },
              { distanceM: 3000, durationS: 1000 },
            ],
            splits: [],
            decoupling: null,
            rpe: null,
            comment: null,
            sources: [{ kind: 'gpx', name: 'run.gpx', id: activitiesIn(report!)[0]!.id }],
          },
        },
      ],
    })
    expect(JSON.stringify(report)).not.toMatch(/48\.|2\.5|"lat"|"lon"/)
  })

  test.each(['gpxtpx', 'ns3', 'bare'] as const)('knows the heart rate written the way of %s', async hr => {
    expect((await one(gpxFile({ samples: steadyRun(60), sport: 'running', hr }))).meanHr).toBe(150)
  })

  test.each([
    ['of version 1.0', gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' }), '1.0')],
    ['with a byte order mark', `\uFEFF${gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' }))}`],
    ['after spaces', `  \n ${gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' }))}`],
    ['without declaration and namespace', `<gpx>${gpxTrack({ samples: steadyRun(60), sport: 'running' })}</gpx>`],
    [
      'with a prefix',
      gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' })).replace(
        /<(\/?)(gpx|trk|trkseg|trkpt|time|type|ele)\b/g,
        '<$1g:$2',
      ),
    ],
    ['with a lone & in its title', gpx(gpxTrack({ samples: steadyRun(60), sport: 'running', title: 'Tom & Ann' }))],
    [
      'with an entity nobody declared',
      gpx(gpxTrack({ samples: steadyRun(60), sport: 'running', title: 'Tom&nbsp;Ann' })),
    ],
    ['followed by empty bytes', `${gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' }))}\0\0\0`],
    ['with an empty segment', gpx(gpxTrack({ samples: steadyRun(60), sport: 'running', breaks: [60] }))],
  ])('%s is read', async (_, text) => {
    const { durationS, distanceM, meanHr } = await one(bytesOf(text))
    expect({ durationS, distanceM, meanHr }).toEqual({ durationS: 60, distanceM: 180, meanHr: 150 })
  })

  test('in two-byte letters is read', async () => {
    const text = `\uFEFF${gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' }), '1.1', '<?xml version="1.0" encoding="UTF-16"?>')}`
    const bytes = new Uint8Array(Uint16Array.from([...text], letter => letter.charCodeAt(0)).buffer)
    expect((await one(bytes)).distanceM).toBe(180)
  })

  test('compressed is read', async () => {
    const [report] = await read(gzipSync(gpxFile({ samples: steadyRun(300), sport: 'running' })), 'run.gpx.gz')
    expect(explainImport(report!)).toBe('run.gpx.gz: read, one activity.')
  })

  test('stands on the local day of its own offset, and of the athlete where it is written in UTC', async () => {
    const start = Date.UTC(2026, 4, 12, 11, 30) / 1000
    const at = async (offset: string) => {
      const { day, start: local, utc } = await one(gpxFile({ start, offset, samples: steadyRun(60), sport: 'run' }))
      return { day, local, utc }
    }
    expect(await at('+13:00')).toEqual({ day: '2026-05-13', local: '2026-05-13T00:30:00', utc: start })
    expect(await at('-02:30')).toEqual({ day: '2026-05-12', local: '2026-05-12T09:00:00', utc: start })
    expect(await at('Z')).toEqual({ day: '2026-05-12', local: '2026-05-12T08:00:00', utc: start })
    expect(await at('+00:00')).toEqual(await at('Z'))
  })

  test('counts no pause between segments, nor the way from one to the next', async () => {
    const samples = [...steadyRun(300), ...steadyRun(300).map(s => ({ ...s, t: s.t + 900, d: s.d! + 1000 }))]
    const { durationS, elapsedS, distanceM } = await one(gpxFile({ samples, sport: 'running', breaks: [300] }))
    expect({ durationS, elapsedS, distanceM }).toEqual({ durationS: 600, elapsedS: 1200, distanceM: 1800 })
  })

  test('recorded sparsely counts its gaps where it moved, and not where it stood', async () => {
    const samples = [0, 30, 60, 90, 390, 420].map(t => ({ t, d: (t <= 90 ? t : t - 300) * 3 }))
    const { durationS, elapsedS, distanceM } = await one(gpxFile({ samples, sport: 'running' }))
    expect({ durationS, elapsedS, distanceM }).toEqual({ durationS: 120, elapsedS: 420, distanceM: 360 })
  })

  test('is not made longer by a jump of the satellites', async () => {
    const samples = steadyRun(300).map(s => (s.t === 150 ? { ...s, d: s.d! + 5000 } : s))
    expect((await one(gpxFile({ samples, sport: 'running' }))).distanceM).toBe(900)
  })

  test('of which some points have no time or height keeps its length', async () => {
    const text = gpx(gpxTrack({ samples: steadyRun(60), sport: 'running' })).split('\n')
    const thinned = text.map((line, i) => (i % 3 === 2 ? line.replace(/<time>.*?<\/time>|<ele>.*?<\/ele>/g, '') : line))
    const { durationS, distanceM, ascentM } = await one(bytesOf(thinned.join('\n')))
    expect({ durationS, distanceM, ascentM }).toEqual({ durationS: 60, distanceM: 180, ascentM: 0 })
  })

  test('in a file with one of the next day is an activity of its own; an hour apart they are one', async () => {
    const track = (start: number) => gpxTrack({ start, samples: steadyRun(300), sport: 'running' })
    const days = await read(bytesOf(gpx(track(fitStart) + track(fitStart + 86_400))))
    expect(activitiesIn(days[0]!).map(({ day, durationS }) => ({ day, durationS }))).toEqual([
      { day: '2026-05-12', durationS: 300 },
      { day: '2026-05-13', durationS: 300 },
    ])
    const paused = await read(bytesOf(gpx(track(fitStart) + track(fitStart + 900))))
    expect(activitiesIn(paused[0]!).map(({ durationS, elapsedS }) => ({ durationS, elapsedS }))).toEqual([
      { durationS: 600, elapsedS: 1200 },
    ])
  })

  test('cut short gives what is there, and says so', async () => {
    const whole = gpxFile({ samples: steadyRun(600), sport: 'running' })
    const [report] = await read(whole.slice(0, Math.floor(whole.length / 2)))
    expect(activitiesIn(report!).map(({ durationS }) => durationS)).toEqual([299])
    expect(explainImport(report!)).toBe(
      'run.gpx: the file is cut short; what was there was read. Export it again to have the rest.',
    )
  })

  test('damaged in the middle gives what came before', async () => {
    const text = gpx(gpxTrack({ samples: steadyRun(600), sport: 'running' })).split('\n')
    text[400] = '<<<'
    const [report] = await read(bytesOf(text.join('\n')))
    expect(report!.why).toEqual({ type: 'Recovered', what: 'later-part', sports: [] })
  })
})

describe('the sport of a track', () => {
  const sport = async (file: Parameters<typeof gpxFile>[0]) => {
    const [report] = await read(gpxFile(file))
    return [activitiesIn(report!)[0]!.sport, report!.why?.type ?? null]
  }
  test.each([
    ['running', 'run'],
    ['Trail Running', 'run'],
    ['9', 'run'],
    ['street_running', 'run'],
    ['1', 'ride'],
    ['road_biking', 'ride'],
    ['hiking', 'walk'],
    ['open_water_swimming', 'swim'],
    ['kayaking', 'other'],
  ] as const)('said as %s is %s', async (word, is) =>
    expect(await sport({ samples: steadyRun(60), sport: word })).toEqual([is, is === 'run' ? null : 'OtherSport']),
  )

  test.each([
    ['Morning Run', 'run', null],
    ['domingo corrida matutina', 'run', null],
    ['Afternoon Ride', 'ride', 'OtherSport'],
    ['Run to the bike shop', 'run', 'SportGuessed'],
  ] as const)('is read from the title “%s” where that names one', async (title, is, why) =>
    expect(await sport({ samples: steadyRun(300), title })).toEqual([is, why]),
  )

  test.each([
    [1.4, 'walk'],
    [3, 'run'],
    [5, 'run'],
    [8, 'ride'],
    [20, 'other'],
  ] as const)('is taken from a speed of %s m/s where nothing says it, and that is told', async (speed, is) => {
    expect(await sport({ samples: steadyRun(600, speed) })).toEqual([is, 'SportGuessed'])
  })

  test('is told as a guess in words', async () => {
    expect(await says(gpx(gpxTrack({ samples: steadyRun(300) })))).toBe(
      'imported run.gpx: the file does not say which sport it was: kept as a run, by its speed. If that is wrong, export it again with its sport.',
    )
  })
})

describe('what is no activity', () => {
  test.each([
    [
      'a route',
      gpx('<rte><rtept lat="1" lon="2"/></rte>'),
      'refused run.gpx: this is a route to follow, so nothing says that anybody ran it. Export the recorded activity with its times.',
    ],
    [
      'a track without times',
      gpx('<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>'),
      'refused run.gpx: its points carry no times, so nothing says that anybody ran it. Export the recorded activity with its times.',
    ],
    [
      'marked places',
      gpx('<wpt lat="1" lon="2"><time>2026-05-12T05:00:00Z</time></wpt>'),
      'refused run.gpx: it holds only marked places, so nothing says that anybody ran it. Export the recorded activity with its times.',
    ],
    [
      'an empty track',
      gpx('<trk><trkseg></trkseg></trk>'),
      'refused run.gpx: there is no activity inside. Check that this is the right file.',
    ],
    [
      'one point',
      gpx(gpxTrack({ samples: steadyRun(0) })),
      'refused run.gpx: there is no activity inside. Check that this is the right file.',
    ],
    [
      'a drawn course with times worked out',
      gpx(
        gpxTrack({
          samples: [
            { t: 0, d: 0 },
            { t: 60, d: 180 },
          ],
        }),
      ).replace('a watch', 'www.plotaroute.com'),
      'skipped run.gpx: this holds a course, not an activity. Nothing to do.',
    ],
    [
      'a clock that was never set',
      gpx(gpxTrack({ start: 0, samples: steadyRun(60) })),
      'refused run.gpx: its points carry no times, so nothing says that anybody ran it. Export the recorded activity with its times.',
    ],
    [
      'something else',
      'just some words',
      'refused run.gpx: the file is damaged and nothing could be recovered. Export or copy it from the watch or service again.',
    ],
  ])('%s is told as such', async (_, text, said) => expect(await says(text)).toBe(said))

  test.each([
    ['a document type', `<!DOCTYPE gpx>${gpx(gpxTrack({ samples: steadyRun(60) }), '1.1', '')}`, 'document-type'],
    [
      'entities that multiply',
      `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gpx>&b;</gpx>`,
      'document-type',
    ],
    ['a web page', '<!DOCTYPE html><html><body>Please log in</body></html>', 'document-type'],
    ['elements without end inside each other', gpx('<a>'.repeat(1000)), 'depth'],
    ['a title without end', gpx(`<trk><name>${'x'.repeat(3_000_000)}</name></trk>`), 'length'],
    ['a comment without end', gpx(`<!--${'x'.repeat(3_000_000)}-->`), 'length'],
  ] as const)('%s is not read', async (_, text, what) => {
    const [report] = await read(bytesOf(text))
    expect({ outcome: report!.outcome, why: report!.why }).toEqual({
      outcome: 'refused',
      why: { type: 'NotTrusted', what },
    })
  })
})

describe('one run written as FIT, GPX and TCX', () => {
  const samples = steadyRun(2400).map(s => ({ ...s, hr: 140 + (s.t % 20), alt: 100 + Math.round(s.t / 60) }))
  const files = [
    ['run.fit', fitFile({ samples })],
    ['run.gpx', gpxFile({ samples, sport: 'running' })],
    ['run.tcx', tcxFile({ samples })],
  ] as const
  const reading = Promise.all(files.map(async ([name, bytes]) => activitiesIn((await read(bytes, name))[0]!)[0]!))

  test('is one activity in the history, with all three sources', async () => {
    const activities = await reading
    for (const order of [activities, activities.toReversed()]) {
      const merged = mergeActivities(order, [])
      expect(merged.activities.map(({ sources }) => sources.map(({ kind }) => kind))).toEqual([['fit', 'gpx', 'tcx']])
      expect(merged.merges.length).toBe(new Set(activities.map(({ id }) => id)).size - 1)
    }
  })

  test('tells the same whichever file it is read from', async () => {
    const figures = (await reading).map(a => ({
      ...{ sport: a.sport, utc: a.utc, durationS: a.durationS, elapsedS: a.elapsedS, distanceM: a.distanceM },
      ...{
        flat: Math.round(a.flatDistanceM! / 10),
        meanHr: a.meanHr,
        maxHr: a.maxHr,
        hr: a.hrSeconds,
        best: a.bestEfforts,
      },
    }))
    expect(figures[1]).toEqual(figures[0])
    expect(figures[2]).toEqual(figures[0])
  })
})

test('the rows of a Strava archive lead to GPX and TCX files, and say the sport where the file does not', async () => {
  const header =
    'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Distance'
  const row = (id: number, type: string, file: string) =>
    `${id},"May ${12 + id}, 2026, 5:00:00 AM",Row ${id},${type},600,1.8,activities/${file},600,1800`
  const samples = steadyRun(600, 1.5)
  const at = (day: number) => fitStart + day * 86_400
  const bytes = zipSync({
    'activities.csv': strToU8(
      [
        header,
        row(1, 'Run', '1.gpx'),
        row(2, 'Hike', '2.gpx.gz'),
        row(3, 'Run', '3.tcx.gz'),
        row(4, 'Ride', '4.tcx'),
      ].join('\n'),
    ),
    'activities/1.gpx': gpxFile({ start: at(1), samples }),
    'activities/2.gpx.gz': gzipSync(gpxFile({ start: at(2), samples })),
    'activities/3.tcx.gz': gzipSync(
      strToU8(`          ${new TextDecoder().decode(tcxFile({ start: at(3), samples }))}`),
    ),
    'activities/4.tcx': tcxFile({ start: at(4), samples, sport: 'Other' }),
  })
  const reports = await read(bytes, 'export.zip')
  expect(reports.map(({ why }) => why?.type ?? null)).toEqual([null, 'OtherSport', null, 'OtherSport'])
  expect(
    reports.flatMap(report =>
      activitiesIn(report).map(({ name, sport, hrSeconds, sources }) => [name, sport, hrSeconds, sources[0]!.kind]),
    ),
  ).toEqual([
    ['Row 1', 'run', [[150, 600]], 'strava-archive'],
    ['Row 2', 'walk', [[150, 600]], 'strava-archive'],
    ['Row 3', 'run', [[150, 600]], 'strava-archive'],
    ['Row 4', 'ride', [[150, 600]], 'strava-archive'],
  ])
})
