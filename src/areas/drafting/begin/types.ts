import type { PackFile } from '#pack/load/fault.ts'

/** A new pack before it is written: its files, and what is worth saying about it. */
export interface Draft {
  readonly files: readonly PackFile[]
  /** Files beside the pack that the loader does not read. */
  readonly beside: readonly PackFile[]
  readonly sections: number
  readonly clauses: number
  /** Texts of the document that are no rules and went into no clause. */
  readonly left: number
}
