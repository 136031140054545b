import type { Example } from '../example.ts'
import { BackLink } from './back-link.tsx'

/** With its usual word, and with words of its own. */
export const examples: readonly Example[] = [
  { name: 'The usual word', node: <BackLink href="#back-link" /> },
  { name: 'Words of its own', node: <BackLink href="#back-link">Back to the case</BackLink> },
]
