/** A step looks only back, and each room has only what it was given. */
import { expect, test } from 'vitest'
import { filesUnder, importsOf } from '../kit/source.ts'

const flow = [
  'lib',
  'model',
  'science',
  'workout',
  'import',
  'history',
  'signals',
  'findings',
  'proposals',
  'playbook',
  'plan',
  'reports',
  'narrate',
  'engine.ts',
  'dry-run',
  'explain',
  'examples',
  'sample',
]
const shells = ['peer', 'relay', 'cli']
const screen = ['preact', '@preact/signals', 'preact-iso']
const drawing = ['d3-scale', 'd3-shape']
const pure = flow.map(step => `core/${step}`)

/** `except`: steps of the build, which stand beside what they build. */
type Room = { readonly room: string; readonly may: readonly string[]; readonly except?: readonly string[] }

/** Rooms with what they may import beside themselves: packages, or folders and files of ours. */
const rooms: readonly Room[] = [
  { room: 'core/lib', may: ['@noble/hashes', 'valibot'] },
  { room: 'core/model', may: ['core', 'valibot'] },
  { room: 'core/science', may: ['core'] },
  { room: 'core/workout', may: ['core', 'fit-file-parser'] },
  { room: 'core/import', may: ['core', 'fit-file-parser', '@zip.js/zip.js', 'fflate', 'saxes', 'udsv', 'yaml'] },
  { room: 'core/history', may: ['core'] },
  { room: 'core/signals', may: ['core'] },
  { room: 'core/findings', may: ['core'] },
  { room: 'core/proposals', may: ['core'] },
  { room: 'core/playbook', may: ['core'] },
  { room: 'core/plan', may: ['core', 'yjs'] },
  { room: 'core/reports', may: ['core'] },
  { room: 'core/narrate', may: ['core'] },
  { room: 'core/engine.ts', may: ['core'] },
  { room: 'core/dry-run', may: ['core'] },
  { room: 'core/explain', may: ['core'] },
  { room: 'core/examples', may: ['core'] },
  { room: 'core/sample', may: ['core'] },
  { room: 'core/peer', may: [...pure, 'dexie', 'yjs', 'lib0', 'y-indexeddb', 'y-webrtc', 'y-protocols'] },
  { room: 'core/relay', may: ['core/lib', 'core/peer/envelope.ts', 'ws', 'node'] },
  { room: 'core/cli', may: [...pure, 'node', 'valibot'] },
  { room: 'extension/sites', may: ['core/lib', 'core/model'] },
  { room: 'extension/overlay', may: ['extension', ...pure, 'core/peer/api.ts', 'pwa/parts', 'pwa/styles', ...screen] },
  { room: 'extension/panel', may: ['extension', ...pure, 'core/peer/api.ts', 'pwa/parts', 'pwa/styles', ...screen] },
  { room: 'extension/options', may: ['extension', ...pure, 'core/peer/api.ts', 'pwa/parts', 'pwa/styles', ...screen] },
  { room: 'extension/app', may: ['extension', 'core', 'pwa', ...screen] },
  { room: 'extension/offscreen', may: ['extension', 'core', 'yjs', 'valibot'] },
  {
    room: 'extension',
    may: ['core', 'package.json', 'pwa/parts', 'pwa/styles', '@crxjs/vite-plugin', 'valibot', ...screen],
    except: ['extension/sealed-build.ts'],
  },
  {
    room: 'pwa/views',
    may: [...pure, 'core/peer/api.ts', 'pwa/state', 'pwa/parts', 'pwa/styles', 'uqr', ...screen, ...drawing],
  },
  {
    room: 'pwa/parts',
    may: [...pure, 'core/peer/api.ts', 'pwa/state', 'pwa/styles', 'uqr', ...screen, ...drawing],
  },
  { room: 'pwa/state', may: ['core', 'dexie', 'fflate', 'yjs', 'valibot', 'workbox-window', ...screen, ...drawing] },
  {
    room: 'pwa',
    may: [
      'core',
      'dexie',
      'yjs',
      'uqr',
      'valibot',
      'workbox-precaching',
      'workbox-routing',
      'workbox-window',
      'vite',
      ...screen,
      ...drawing,
    ],
    except: ['pwa/sw-plugin.ts', 'pwa/worker-plugin.ts', 'pwa/fit-tables.ts'],
  },
]

const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`)
/** The innermost room a file stands in. */
const roomOf = (file: string) =>
  rooms.filter(({ room }) => isIn(file, room)).sort((a, b) => b.room.length - a.room.length)[0]

const source = ['core', 'extension', 'pwa'].flatMap(filesUnder)
const pairs = source.flatMap(file => importsOf(file).map(target => ({ file, target })))
const line = ({ file, target }: { readonly file: string; readonly target: string }) => `${file} → ${target}`

test('every module is seen by these tests', () => {
  for (const known of ['core/lib/result.ts', 'core/model/day.ts', 'core/peer/links/webrtc.ts', 'extension/manifest.ts'])
    expect(source).toContain(known)
  expect(pairs.map(line)).toContain('core/model/day.ts → core/lib/brand.ts')
  expect(source.length).toBeGreaterThan(60)
})

test('every file stands in a room', () => {
  expect(source.filter(file => roomOf(file) === undefined)).toEqual([])
})

test.each(rooms)('$room imports only what it was given', ({ room, may, except = [] }) => {
  const mine = pairs.filter(({ file }) => roomOf(file)?.room === room && !except.includes(file))
  const wrong = mine.filter(({ target }) => ![room, ...may].some(place => isIn(target, place)))
  expect(wrong.map(line)).toEqual([])
})

test('within core a step imports only itself or an earlier step', () => {
  const step = (path: string) => flow.indexOf(path.split('/')[1]!)
  const steps = pairs.filter(({ file }) => isIn(file, 'core') && !shells.includes(file.split('/')[1]!))
  expect(steps.length).toBeGreaterThan(20)
  expect(steps.filter(({ file }) => step(file) === -1).map(line)).toEqual([])
  const wrong = steps.filter(
    ({ file, target }) => isIn(target, 'core') && (step(target) > step(file) || step(target) < 0),
  )
  expect(wrong.map(line)).toEqual([])
})

test('nothing imports a shell of core but the shells themselves, the offscreen document and what wires the app', () => {
  const outside = pairs.filter(({ target }) => ['core/relay', 'core/cli'].some(shell => isIn(target, shell)))
  expect(outside.filter(({ file, target }) => !isIn(file, target.split('/').slice(0, 2).join('/'))).map(line)).toEqual(
    [],
  )
})

test('what reads one format or keeps one library is the only place that does', () => {
  const only: Readonly<Record<string, readonly string[]>> = {
    valibot: ['core/model', 'core/lib/parse.ts', 'core/cli', 'extension', 'pwa'],
    '@noble/hashes': ['core/lib'],
    yjs: ['core/plan', 'core/peer', 'pwa/state', 'pwa/main.tsx', 'extension/offscreen'],
    'y-webrtc': ['core/peer/links'],
  }
  const wrong = pairs.filter(({ file, target }) => only[target] && !only[target].some(place => isIn(file, place)))
  expect(wrong.map(line)).toEqual([])
})
