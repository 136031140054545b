import type { Example } from '../example.ts'
import { StatePill } from './state-pill.tsx'

/** The usual word, and words of its own. */
export const examples: readonly Example[] = [
  { name: 'The usual word', node: <StatePill state="published" /> },
  { name: 'Words of its own', node: <StatePill state="late">3 days late</StatePill> },
]
