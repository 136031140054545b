import type { Example } from '../example.ts'
import { SigningRoll } from './signing-row.tsx'

/** A class on signing day. */
export const examples: readonly Example[] = [
  {
    name: 'A class',
    node: (
      <SigningRoll
        items={[
          { name: 'Aisha', href: '#signing-row', state: 'signed' },
          { name: 'Eddie', href: '#signing-row', state: 'waiting' },
          { name: 'Gus', href: '#signing-row', state: 'help' },
          { name: 'Mo', href: '#signing-row', state: 'todo' },
          { name: 'Callum', href: '#signing-row', state: 'away' },
        ]}
      />
    ),
  },
]
