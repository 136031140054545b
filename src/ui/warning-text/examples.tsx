import type { Example } from '../example.ts'
import { WarningText } from './warning-text.tsx'

/** What follows if one does not take care. */
export const examples: readonly Example[] = [
  { name: 'A warning', node: <WarningText>Once published, a version cannot be changed.</WarningText> },
]
