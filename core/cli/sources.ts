/** Files, folders and archives on this machine as sources that the import reads. */
import { open, readdir, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ByteSource } from '../import/index.ts'
import { err, ok, type Result } from '../lib/result.ts'

/** `found` was met in a folder rather than named: what is no training file among such is passed over. */
export type FileSource = { readonly source: ByteSource; readonly found: boolean; readonly close: () => Promise<void> }

/** `says` names the path and what to do. */
export type PathError = { readonly says: string }

/** All files under the paths, in the order given and by name within a folder; hidden ones are left out. */
export const sourcesOf = async (paths: readonly string[]): Promise<Result<readonly FileSource[], PathError>> => {
  const sources: FileSource[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (!found) return err({ says: `${path}: there is no such file or folder. Check the path.` })
    if (!found.isDirectory()) {
      sources.push(fileSource(path, basename(path), found.size, false))
      continue
    }
    const names = await readdir(path, { recursive: true }).catch(() => undefined)
    if (!names) return err({ says: `${path}: the folder cannot be opened. Check that you may read it.` })
    for (const name of names.sort()) {
      const file = await stat(join(path, name)).catch(() => undefined)
      if (!file?.isFile() || /(^|[/\\])\./.test(name)) continue
      sources.push(fileSource(join(path, name), join(basename(path), name), file.size, true))
    }
  }
  return ok(sources)
}

/** Opened at the first read and closed by the caller, so that thousands of files never stand open at once. */
const fileSource = (path: string, name: string, size: number, found: boolean): FileSource => {
  let handle: ReturnType<typeof open> | undefined
  return {
    found,
    source: {
      name,
      size,
      read: async (from, to) => {
        handle ??= open(path)
        const bytes = new Uint8Array(Math.max(0, to - from))
        const { bytesRead } = await (await handle).read(bytes, 0, bytes.length, from)
        return bytes.subarray(0, bytesRead)
      },
    },
    close: async () => {
      await handle?.then(
        opened => opened.close(),
        () => undefined,
      )
    },
  }
}

/** Bytes free where the command runs, or null where the system does not say. */
export const freeBytes = async (): Promise<number | null> => {
  const disk = await statfs(process.cwd()).catch(() => undefined)
  return disk ? disk.bavail * disk.bsize : null
}

/** Minutes east of UTC at a moment, by this machine's zone. */
export const zoneHere = (utcSeconds: number): number => -new Date(utcSeconds * 1000).getTimezoneOffset()
