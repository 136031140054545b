import type { Path } from './positions.ts'

/** One thing wrong with a pack, where it stands, and what to do about it. Lines and columns count from 1. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The id of the rule, such as `unknown_reference`. */
  readonly rule: string
  /** A sentence that a school office understands. */
  readonly says: string
  /** Where it stands in content that came from no file; never set for one that did. */
  readonly path?: Path
}

/** A file of a pack folder; `path` is relative to the folder. */
export interface PackFile {
  readonly path: string
  readonly text: string
}

/** The order in which faults are shown: by file, then from top to bottom. */
export const byPlace = (a: Fault, b: Fault): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule)
