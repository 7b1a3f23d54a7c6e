/** Draws the app's icons into `pwa/public/icons`: the same bytes every time (`npx tsx scripts/icons.ts`). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

const folder = 'pwa/public/icons'
const ground = [11, 95, 107] as const
const ink = [247, 246, 243] as const

/** Two runners' days, tied: a line that rises, meets a day, and goes on. Coordinates on a field of 32. */
const curve = (t: number): readonly [number, number] => {
  const x = 5 + t * 22
  return [x, 16 - 5 * Math.sin((t * 2.3 - 0.55) * Math.PI)]
}
const samples = Array.from({ length: 400 }, (_, i) => curve(i / 399))
const days = [curve(0.4565), curve(0.8913)]

const distanceTo = ([x, y]: readonly [number, number], points: readonly (readonly [number, number])[]) =>
  Math.min(...points.map(([a, b]) => Math.hypot(a - x, b - y)))

/** How much of a point is covered where `distance` is to the edge, over one pixel. */
const cover = (distance: number, pixel: number) => Math.min(1, Math.max(0, 0.5 - distance / pixel))

/** `shrink` keeps the drawing inside the safe zone of a maskable icon; `round` is the corner's radius of 32. */
const draw = (size: number, shrink: number, round: number): Buffer => {
  const pixel = 32 / size / shrink
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let py = 0; py < size; py++)
    for (let px = 0; px < size; px++) {
      const plain = [((px + 0.5) / size) * 32, ((py + 0.5) / size) * 32] as const
      const at = [16 + (plain[0] - 16) / shrink, 16 + (plain[1] - 16) / shrink] as const
      const line = cover(distanceTo(at, samples) - 1.15, pixel)
      const toDay = distanceTo(at, days)
      const ring = cover(Math.abs(toDay - 2.6) - 0.85, pixel)
      const hole = cover(toDay - 2.6, pixel)
      const drawn = Math.max(ring, line * (1 - hole))
      const corner = Math.hypot(
        Math.max(0, Math.abs(plain[0] - 16) - 16 + round),
        Math.max(0, Math.abs(plain[1] - 16) - 16 + round),
      )
      const solid = round === 0 ? 1 : cover(corner - round, 32 / size)
      const to = py * (size * 4 + 1) + 1 + px * 4
      for (let c = 0; c < 3; c++) rows[to + c] = Math.round(ground[c]! + (ink[c]! - ground[c]!) * drawn)
      rows[to + 3] = Math.round(255 * solid)
    }
  return png(size, rows)
}

const chunk = (name: string, body: Buffer): Buffer => {
  const out = Buffer.alloc(body.length + 12)
  out.writeUInt32BE(body.length, 0)
  out.write(name, 4, 'latin1')
  body.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length)
  return out
}

const png = (size: number, rows: Buffer): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const svg = () => {
  const hex = (rgb: readonly number[]) => `#${rgb.map(c => c.toString(16).padStart(2, '0')).join('')}`
  const path = samples
    .filter((_, i) => i % 8 === 0)
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`)
    .join('')
  const rings = days
    .map(([x, y]) => `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="2.6" fill="${hex(ground)}"/>`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Tandem</title><rect width="32" height="32" rx="7" fill="${hex(ground)}"/><g fill="none" stroke="${hex(ink)}" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/>${rings}</g></svg>\n`
}

mkdirSync(folder, { recursive: true })
for (const size of [192, 512]) writeFileSync(`${folder}/icon-${size}.png`, draw(size, 1, 7))
writeFileSync(`${folder}/maskable-512.png`, draw(512, 0.72, 0))
writeFileSync(`${folder}/icon.svg`, svg())
