import type { Example } from '../example.ts'
import { InsetText } from './inset-text.tsx'

/** A clause, word for word. */
export const examples: readonly Example[] = [
  { name: 'A clause', node: <InsetText>“Leavers’ accounts are switched off within 24 hours.”</InsetText> },
]
