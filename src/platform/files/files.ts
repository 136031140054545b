import { join } from 'node:path'
import type { Keys } from '#platform/keys/keys.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import type { Scanner } from './scan/clamd.ts'
import { clamdScanner } from './scan/clamd.ts'

/** Files of a running program: where they are kept, how large one may be, and who looks for malicious ones. */
export interface Files {
  readonly store: FileStore
  /** Evidence stands apart: what is erased here is never a file that something else still needs. */
  readonly evidence: FileStore
  /** The most bytes of one file. */
  readonly maxBytes: number
  /** Null when no scanner is set: every file is then marked unscanned. */
  readonly scanner: Scanner | null
}

/** How files are opened. */
export interface FilesOptions {
  readonly folder: string
  readonly keys: Pick<Keys, 'current' | 'derive'>
  /** 256 MiB unless told. */
  readonly maxBytes?: number
  /** Where clamd answers, `unix:/path` or `tcp://host:port`. */
  readonly clamd?: string | null
}

const MIB = 1024 * 1024

/** Opens the files of the installation. */
export const openFiles = ({ folder, keys, maxBytes, clamd }: FilesOptions): Files => ({
  store: createFileStore(folder, keys),
  evidence: createFileStore(join(folder, 'evidence'), keys),
  maxBytes: maxBytes ?? 256 * MIB,
  scanner: clamd === undefined || clamd === null ? null : clamdScanner(clamd),
})
