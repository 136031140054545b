import type { Example } from '../example.ts'
import { ClauseChip } from './clause-chip.tsx'

/** A clause beside what it asks for. */
export const examples: readonly Example[] = [
  { name: 'A clause', node: <ClauseChip clause="L-267" href="#clause-chip" /> },
]
