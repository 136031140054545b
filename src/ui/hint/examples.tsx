import type { Example } from '../example.ts'
import { Hint } from './hint.tsx'

/** Under a label. */
export const examples: readonly Example[] = [
  { name: 'Under a label', node: <Hint>It stays in the case, with your name and the time.</Hint> },
]
