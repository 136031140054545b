import type { Example } from '../example.ts'
import { Details } from './details.tsx'

/** Folded, and open. */
export const examples: readonly Example[] = [
  { name: 'Folded', node: <Details summary="Why do we ask?">The policy wants two adults to be present.</Details> },
  {
    name: 'Open',
    node: (
      <Details summary="The path as a list" open>
        Recorded, kept, answered.
      </Details>
    ),
  },
]
