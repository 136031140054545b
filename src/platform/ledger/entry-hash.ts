import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

/** Everything that an entry's hash covers. `at` is microseconds since 1970; hashes are hexadecimal. */
export interface HashedEntry {
  readonly organisation_id: string
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly code: string
  readonly actor_kind: string
  readonly actor_person_id: string | null
  readonly actor_name: string | null
  readonly subject_kind: string | null
  readonly subject_id: string | null
  readonly record_id: string | null
  readonly person_id: string | null
  readonly policy_version_id: string | null
  readonly clauses: readonly string[]
  readonly details_hash: string | null
  readonly previous_hash: string
}

/** SHA-256 of the entry's RFC 8785 text, which holds the hash of the entry before it. */
export const entryHash = (entry: HashedEntry): Buffer => createHash('sha256').update(canonical(entry)).digest()
