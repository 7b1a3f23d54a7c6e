/** What a coach does with the playbook: signs a draft for all their athletes or for one, and keeps examples of their own. */

import { err } from '../../core/lib/result.ts'
import { playbookOf, publishPlaybook } from '../../core/peer/actions.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import { openPlaybookFile, playbookFileOf } from '../../core/peer/playbook-file.ts'
import { profileOf } from '../../core/peer/reading.ts'
import { putOwnExample, removeOwnExample } from '../../core/plan/playbook-document.ts'
import { nextVersion, sayFileFault } from '../../core/playbook/index.ts'
import type { Actions, App } from './app.ts'
import type { Ends } from './create-app.ts'
import type { Doing } from './doing.ts'
import { mayLead } from './roles.ts'

type PlaybookActs = Pick<Actions, 'signPlaybook' | 'putOwnExample' | 'removeOwnExample'>

/** The athletes whose playbook this person may sign, all of them loaded. */
export const coached = async (device: Device): Promise<readonly Space[]> => (await device.openAll()).filter(mayLead)

export const playbookActs = ({ ends, device, signed, write }: Doing): PlaybookActs => ({
  signPlaybook: async (change, scope, words) => {
    const looked = ends.looking.value?.space
    const others = scope === 'one' ? [] : (await coached(device)).filter(space => space !== looked)
    const next = (space: Space) => nextVersion(playbookOf(space), change, scope, space === looked)
    for (const space of others) {
      const done = await publishPlaybook(space, next(space), words)
      if (!done.ok) return `It was not signed for ${profileOf(space).name}. Try again.`
    }
    const version = looked === undefined ? 1 : next(looked).version
    const wrong = await signed(space => publishPlaybook(space, next(space), words), `Version ${version} is in force.`)
    if (wrong === null) ends.drafts.value?.signed()
    return wrong
  },
  putOwnExample: example =>
    write(space => putOwnExample(space.docs.playbook, example, localOrigin), 'Kept as an example of yours.'),
  removeOwnExample: id => write(space => removeOwnExample(space.docs.playbook, id, localOrigin), 'Example taken away.'),
})

/** The playbook on its way out and in; a fault of a file is a sentence. */
export const playbookFiles = ({ looking }: Ends): Pick<App, 'exportPlaybook' | 'openPlaybook'> => ({
  exportPlaybook: async () => looking.value && playbookFileOf(looking.value.space),
  openPlaybook: async text => {
    const file = await openPlaybookFile(text)
    return file.ok ? file : err(sayFileFault(file.error))
  },
})
