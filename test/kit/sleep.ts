/** Puts a whole browser to sleep, as a closed laptop does, and wakes it. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** The process that leads the browser's group: the one with this profile and without a `--type`. */
const leaderOf = (profile: string): number => {
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const command = commandOf(pid)
    if (command.includes(`--user-data-dir=${profile}`) && !command.some(word => word.startsWith('--type=')))
      return Number(pid)
  }
  throw new Error(`no browser runs with the profile ${profile}`)
}

const commandOf = (pid: string): readonly string[] => {
  try {
    // Why: Chromium may join its arguments with spaces instead of zeros.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)
  } catch {
    return []
  }
}

/**
 * Stops every process of the browser for so many milliseconds, runs `meanwhile`, and always wakes it. Why not the page's
 * `frozen` state: it stops the page's timers and not WebRTC. Linux only.
 */
export const sleepBrowser = async (
  profile: string,
  milliseconds: number,
  meanwhile = async () => {},
): Promise<void> => {
  const leader = leaderOf(profile)
  process.kill(-leader, 'SIGSTOP')
  try {
    await Promise.all([wait(milliseconds), meanwhile()])
  } finally {
    process.kill(-leader, 'SIGCONT')
  }
}
