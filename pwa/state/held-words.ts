/** Why something was set aside, in words: what happened, and what there is to do. */

export type HeldWords = { readonly says: string; readonly todo: string }

const nothing = 'Nothing. It changes nothing here.'

/** By the reason as the door names it. */
const known: Readonly<Record<string, HeldWords>> = {
  'its signature does not match': {
    says: 'It carries a signature that is not this device’s: it was altered on its way, or somebody else wrote it.',
    todo: 'Nothing. The true one is asked for again. Where it keeps coming, somebody in the room means harm: ask who.',
  },
  'this device signed two different histories': {
    says: 'The device signed two things in one place. Its storage was copied, or put back from an old copy.',
    todo: 'Nothing more is taken from it. Ask its person; then remove the device under People and let it in anew.',
  },
  'it came after this device was removed': {
    says: 'It was sent after the device was removed.',
    todo: 'Nothing. If the removal was a mistake, invite the person again, with another device.',
  },
  'it rests on what was turned away': {
    says: 'It goes on from something that was set aside, so it cannot stand by itself.',
    todo: 'Ask its person to write it again, if it still matters.',
  },
  'it was changed on this device': {
    says: 'What is stored on this device is not what came in: the disk, or a program on it, changed it.',
    todo: 'The true one is fetched again from the others. Where it repeats, the disk may be failing.',
  },
  'it is no envelope': { says: 'It is no message of Tandem at all.', todo: nothing },
  'it belongs somewhere else': { says: 'It belongs to another space, device or place in the row.', todo: nothing },
  'it is out of its place': { says: 'It lies in the wrong place in its device’s row.', todo: nothing },
  'it cannot be opened': {
    says: 'It is closed with a key that does not open it.',
    todo: 'Ask its person to reload their app. Where it stays, remove that device and let it in anew.',
  },
  'it is closed with the wrong key': { says: 'It is closed with a key that is not meant for it.', todo: nothing },
  'it names an older member list than the one before it': {
    says: 'It pretends to be older than what the device wrote before.',
    todo: nothing,
  },
  'parts of it are missing': { says: 'It came in parts, and not all of them are there.', todo: nothing },
  'only the owner changes the member list': {
    says: 'Somebody who may not do so tried to change the member list.',
    todo: 'Ask them. Nobody was let in or out by it.',
  },
}

const own: HeldWords = {
  says: 'You wrote it here, and your role does not let you change that.',
  todo: 'Ask the person whose it is to write it.',
}

/** `mine`: it was written on this device. */
export const sayHeld = (why: string, mine: boolean): HeldWords => {
  const words = known[why]
  if (words) return words
  if (why.startsWith('its writer may not write'))
    return { says: 'Its writer’s role does not allow this change.', todo: 'Ask the person whose part it is.' }
  if (why.startsWith('you may not write') || mine) return own
  return {
    says: `It did not pass the checks: ${why.replaceAll('`', '')}.`,
    todo: 'Nothing. Where it keeps coming from one device, ask its person to update the app.',
  }
}

/** What a piece is about, by its document or kind. */
const abouts: Readonly<Record<string, string>> = {
  plan: 'the plan',
  athlete: 'the athlete’s log',
  statements: 'a decision or a word that is signed',
  playbook: 'the playbook',
  desk: 'the coaches’ desk',
  private: 'a private page',
  club: 'the club’s page',
  roster: 'the member list',
  link: 'another device of its person',
  circle: 'who reads a page',
}
export const sayAbout = (about: string | null): string => (about === null ? 'unknown' : (abouts[about] ?? 'a letter'))
