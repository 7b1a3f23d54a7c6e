import { expect, test } from 'vitest'
import { trainingPaces, vdotOfThresholdPace } from '../../core/science/vdot.ts'
import { timeInZones, zoneSystemIds, zoneSystemsOf } from '../../core/science/zone-systems.ts'
import { bandOf } from '../../core/science/zones.ts'

const all = { maxHr: 190, restHr: 50, thresholdHr: 170, thresholdPaceSPerKm: 255 }
const own = [110, 140, 155, 170]
const none = { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: null }

test('every system is drawn where its thresholds are known, without overlap, from easy to hard', () => {
  const systems = zoneSystemsOf(all, own)
  expect(systems.map(({ id }) => id)).toEqual([...zoneSystemIds])
  for (const { id, bands } of systems) {
    const edges = bands.known ? bands.value.map(({ from }) => from) : []
    expect(edges.length, id).toBeGreaterThan(2)
    expect(
      edges.toSorted((a, b) => a - b),
      id,
    ).toEqual(edges)
    for (const [i, band] of (bands.known ? bands.value : []).entries()) expect(band.to, id).toBe(edges[i + 1] ?? null)
  }
})

test('what is not known is said, and nothing is drawn from it', () => {
  expect(zoneSystemsOf(none, null).every(({ bands }) => !bands.known && bands.why.startsWith('no '))).toBe(true)
  const inverted = zoneSystemsOf({ ...all, maxHr: 45 }, null).find(({ id }) => id === 'karvonen')!
  expect(inverted.bands).toEqual({ known: false, why: 'maximum is not above rest' })
})

test('Daniels’ own paces lie in the zones of their names', () => {
  const daniels = zoneSystemsOf(all, own).find(({ id }) => id === 'daniels')!
  const bands = daniels.bands.known ? daniels.bands.value : []
  expect(bandOf(bands, 1000 / 255)?.name).toBe('T')
  expect(bandOf(bands, 1000 / 320)?.name).toBe('E')
  expect(bandOf(bands, 1000 / 480)?.name).toBe('slower')
})

test('time in zones adds up to what was recorded, by heart rate and by pace', () => {
  const activity = {
    hrSeconds: [
      [84, 60],
      [120, 600],
      [170, 300],
      [184, 40],
    ] as [number, number][],
    paceSeconds: [
      [250, 300],
      [320, 600],
      [500, 100],
    ] as [number, number][],
  }
  for (const { by, bands } of zoneSystemsOf(all, own)) {
    const time = timeInZones(activity, by, bands.known ? bands.value : [])!
    expect(time.below + time.seconds.reduce((a, b) => a + b, 0)).toBe(1000)
  }
  const percent = zoneSystemsOf(all, own).find(({ id }) => id === 'percent-max')!
  expect(timeInZones(activity, 'heart-rate', percent.bands.known ? percent.bands.value : [])?.below).toBe(60)
  expect(timeInZones({ ...activity, hrSeconds: null }, 'heart-rate', [])).toBeNull()
})

test('a pace between two of Daniels’ ranges belongs to the nearer, and a bin counts where its middle lies', () => {
  const daniels = zoneSystemsOf(all, own).find(({ id }) => id === 'daniels')!
  const bands = daniels.bands.known ? daniels.bands.value : []
  const { E, M } = trainingPaces(vdotOfThresholdPace(all.thresholdPaceSPerKm))
  const between = (E.fast + M.slow) / 2
  expect(bandOf(bands, 1000 / (between + 1))?.name).toBe('E')
  expect(bandOf(bands, 1000 / (between - 1))?.name).toBe('M')
  const edge = Math.floor(between) - 1
  const time = timeInZones({ hrSeconds: null, paceSeconds: [[edge, 100]] }, 'pace', bands)!
  expect(time.seconds[bands.findIndex(({ name }) => name === 'E')]).toBe(100)
})
