import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Files, openFiles } from '#platform/files/files.ts'

/** Files in a folder of their own that goes with the process, under keys that are the same in each run. */
export const testFiles = (
  keys: { derive(purpose: string): Buffer },
  options: { maxBytes?: number; clamd?: string | null } = {},
): Files =>
  openFiles({
    folder: mkdtempSync(join(tmpdir(), 'kept-files-')),
    keys: { current: 1, derive: (purpose) => keys.derive(purpose) },
    ...options,
  })
