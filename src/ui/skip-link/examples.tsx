import type { Example } from '../example.ts'
import { SkipLink } from './skip-link.tsx'

/** Shows itself when it has the focus. */
export const examples: readonly Example[] = [
  { name: 'Shown with the keyboard only', node: <SkipLink href="#main">Skip to main content</SkipLink> },
]
