import type { core } from 'zod'
import type { Fault } from '../load/fault.ts'
import { faultsOfIssues } from '../load/issues.ts'
import type { Place as InFile, Path } from '../load/positions.ts'
import { placeOfPath, placeText } from './place.ts'

/** One thing wrong with content that came from no file: where it stands in the policy. */
export interface ContentFault {
  /** `clauses/L-041/kept_by`; empty for the whole. */
  readonly place: string
  readonly rule: string
  readonly says: string
  /** Inside a text: at which character. */
  readonly offset?: number
}

const NOWHERE: InFile = { file: '', line: 1, column: 1 }

/** Stands in for the places in files: each fault keeps its path, and inside a text its column is the offset and one. */
export const pathPositions = {
  key: (path: Path): InFile => ({ ...NOWHERE, path }),
  inside: (path: Path, offset: number): InFile => ({ ...NOWHERE, path, column: offset + 1 }),
  fault: (path: Path, rule: string, says: string): Fault => ({ ...NOWHERE, path, rule, says }),
  faultAtKey: (path: Path, rule: string, says: string): Fault => ({ ...NOWHERE, path, rule, says }),
}

/** A fault of the checker as one of content. */
export function contentFault(content: unknown, { path, rule, says, column }: Fault): ContentFault {
  const place = placeText(placeOfPath(content, path ?? []))
  return column === 1 ? { place, rule, says } : { place, rule, says, offset: column - 1 }
}

/** The faults of form that the schema found in some content. */
export const formFaults = (issues: readonly core.$ZodIssue[], content: unknown): ContentFault[] =>
  distinct(faultsOfIssues(issues, content, pathPositions).map((fault) => contentFault(content, fault)))

/** No fault twice. */
export const distinct = (faults: readonly ContentFault[]): ContentFault[] => [
  ...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values(),
]
