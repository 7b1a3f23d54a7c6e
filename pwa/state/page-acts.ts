/** What people write beside the plan: to one other alone, or to everybody. */
import * as pages from '../../core/peer/pages.ts'
import type { Actions } from './app.ts'
import type { Doing } from './doing.ts'

type PageActs = Pick<Actions, 'notePrivately' | 'removePrivately' | 'tellEverybody' | 'takeDown'>

export const pageActs = ({ write, ends, device }: Doing): PageActs => ({
  notePrivately: (coach, kind, words, day = null) =>
    write(space => {
      const note = { id: ends.newId(), kind, day, by: device.person.id, words, at: ends.now.value.at }
      return pages.notePrivately(space, coach, note)
    }, null),
  removePrivately: (coach, id) => write(space => pages.removePrivately(space, coach, id), 'Note removed.'),
  tellEverybody: words =>
    write(
      space => pages.tellEverybody(space, { id: ends.newId(), by: device.person.id, words, at: ends.now.value.at }),
      null,
    ),
  takeDown: id => write(space => pages.takeDown(space, id), 'Taken down.'),
})
