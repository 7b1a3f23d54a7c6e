/** The limit of memory that every import keeps to, enforced: a process whose heap cannot grow beyond it. */
import { spawnSync } from 'node:child_process'
import { getHeapStatistics } from 'node:v8'

/** No import takes more, the program itself included. */
export const mostBytes = 512 * 2 ** 20
/** Of that for objects (MB); the rest is for the bytes of files, and for the program. */
const heapMb = 320

export const isHeapSmall = (): boolean => getHeapStatistics().heap_size_limit < mostBytes

/** The same topics in a process of that heap; how much was lost there (1 where it broke down). */
export const runWithSmallHeap = (args: readonly string[]): number => {
  const { status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heapMb}`, '--import', 'tsx', 'test/soak/main.ts', ...args],
    { stdio: 'inherit' },
  )
  return status === 0 ? 0 : 1
}
