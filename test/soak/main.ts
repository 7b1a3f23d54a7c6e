/** `npm run soak [-- topics and options]`: long trials of sync with what happened printed; figures, and what was lost. */
import { parseArgs } from 'node:util'
import { runTool } from '../../scripts/run.ts'
import { soakCoEdit } from './co-edit.ts'
import { soakFuzz } from './fuzz.ts'
import { soakHeaviest } from './heaviest.ts'
import { soakMeeting } from './meeting.ts'
import { soakRooms } from './rooms.ts'
import { soakSizes } from './sizes.ts'
import { soakSleeps } from './sleeps.ts'
import { soakStarts } from './starts.ts'
import { soakSync } from './sync.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '100000' },
    pages: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '1000' },
    file: { type: 'string' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    together: { type: 'string', default: '6' },
    starts: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    sleeps: { type: 'string', default: '20,75,300' },
    sizes: { type: 'string', default: '2,8' },
    deaths: { type: 'string', default: '6' },
    rooms: { type: 'string', default: '40' },
    online: { type: 'string', default: '10' },
  },
})
const list = (text: string) => text.split(',').filter(Boolean).map(Number)

/** Each topic answers how much was lost. */
const topics: Readonly<Record<string, () => Promise<number>>> = {
  fuzz: () => soakFuzz(Number(values.files), Number(values.from)),
  heaviest: () => soakHeaviest(values.file ?? null),
  'log-pages': async () => {
    const law = ['run', '--project', 'node', 'test/contract/sites-hostile.test.ts', '-t', 'law']
    return (await runTool('vitest', law, { TANDEM_PAGES: values.pages })) === 0 ? 0 : 1
  },
  starts: () => soakStarts(Number(values.starts)),
  sizes: () => soakSizes(list(values.sizes)),
  meeting: () => soakMeeting(Number(values.deaths)),
  rooms: () => soakRooms(Number(values.rooms), Number(values.online)),
  sync: () =>
    soakSync({
      runs: Number(values.runs),
      from: Number(values.from),
      steps: Number(values.steps),
      together: Number(values.together),
    }),
  'co-edit': () => soakCoEdit(Number(values.seconds), Number(values.seed)),
  sleeps: () => soakSleeps(list(values.sleeps)),
}

const unknown = positionals.filter(name => !Object.hasOwn(topics, name))
if (unknown.length > 0) {
  console.error(`no such topic: ${unknown.join(', ')}; there are ${Object.keys(topics).join(', ')}`)
  process.exit(2)
}
let lost = 0
for (const name of positionals.length > 0 ? positionals : Object.keys(topics)) {
  console.log(`\n${name}`)
  lost += (await topics[name]?.()) ?? 0
}
console.log(lost === 0 ? '\nnothing was lost' : `\n${lost} did not come together`)
process.exit(lost === 0 ? 0 : 1)
