/** The name of a playbook's exact content: what an automatic change says it rested on. */
import type { Json } from '../lib/canonical.ts'
import { type Hash, hashOf } from '../lib/hash.ts'
import type { Playbook } from '../model/playbook.ts'

export const playbookHash = (playbook: Playbook): Hash => hashOf('playbook', playbook as Json)
