import type { EvidenceKind } from '../types/evidence.ts'

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  file: 'a file',
  screenshot: 'a screenshot',
  web: 'a web address',
  printed: 'a printed sheet',
  device: 'a device',
  described: 'a description',
}

/** A kind of evidence within a sentence. */
export const sayEvidence = (kind: EvidenceKind): string => KINDS[kind]

/** Several kinds of evidence, of which one is enough. */
export const sayEvidenceOf = (kinds: readonly EvidenceKind[]): string => kinds.map(sayEvidence).join(' or ')
