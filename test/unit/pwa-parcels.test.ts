/** What the app says of a file another device packed. */
import { expect, test } from 'vitest'
import { ok } from '../../core/lib/result.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { Device } from '../../core/peer/api.ts'
import type { Ends } from '../../pwa/state/create-app.ts'
import { isParcelText, sortFiles } from '../../pwa/state/parcel-names.ts'
import { makeParcels, sayNotReceived, sayReceived } from '../../pwa/state/parcels.ts'

type Telling = Parameters<Ends['tell']>[0]
const received = { space: 'space', pieces: 9, fresh: 0, held: 0, missing: [] as DeviceId[] }

test('says what is new, what was here, what did not pass and what is missing before it', () => {
  expect(sayReceived({ ...received, fresh: 3 })).toBe('3 pieces from the file are new here.')
  expect(sayReceived(received)).toBe('Everything in this file was here already; nothing changed.')
  expect(sayReceived({ ...received, fresh: 1, held: 1 })).toBe(
    '1 piece from the file is new here. 1 piece did not pass the checks and changes nothing.',
  )
  expect(sayReceived({ ...received, missing: ['device' as DeviceId] })).toContain('ask for a file with everything')
})
test('says what to do where a file could not be taken in', () => {
  expect(sayNotReceived({ type: 'CutShort' })).toContain('ask for it again')
  expect(sayNotReceived({ type: 'NotSaved', why: 'the disk is full' })).toContain('the disk is full')
})
test('a file that cannot be read any more is told, and the next is taken in', async () => {
  const told: string[] = []
  const ends = { tell: ({ says }: Telling) => void told.push(says) } as unknown as Ends
  const device = { receive: async () => ok({ ...received, fresh: 1 }) } as unknown as Device
  const gone = Object.assign(new File([], 'gone.tandem'), {
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  })
  await makeParcels(ends, device).receive([gone, new File([], 'there.tandem')])
  expect(told).toEqual([expect.stringContaining('gone.tandem'), '1 piece from the file is new here.'])
})
test('tells files of another device from those of a watch by their name alone', () => {
  const names = ['a.tandem', 'B.TANDEM.TXT', 'run.fit', 'tandem.txt']
  const { parcels, others } = sortFiles(names.map(name => new File([], name)))
  expect([parcels, others].map(files => files.map(({ name }) => name))).toEqual([names.slice(0, 2), names.slice(2)])
  expect([isParcelText(' tandem-parcel-1:abc'), isParcelText('- 15m E')]).toEqual([true, false])
})
