/** The devices of `devices.ts` for tests, which are given the time a busy machine needs. */
import { vi } from 'vitest'

export * from './devices.ts'

// Why: several devices in one process on a busy machine; nothing here asserts a time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
