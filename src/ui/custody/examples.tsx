import type { Example } from '../example.ts'
import { Custody } from './custody.tsx'

/** A phone from the pupil to the parent, with a gap. */
export const examples: readonly Example[] = [
  {
    name: 'A chain with a gap',
    node: (
      <Custody
        items={[
          { what: 'Handed over by Tobi M', when: 'Thu 19 Nov, 15:40', who: 'Ben Adeyemi, with Sam Pritchard' },
          { what: 'Sealed', when: 'Thu 16:05, Ben Adeyemi', gap: 'Nobody signed for it until 16:45' },
          { what: 'Office safe', when: 'Thu 16:45', who: 'Signed by both' },
          { what: 'Back to the parent', when: 'Today, when they come', who: 'You countersign', open: true },
        ]}
      />
    ),
  },
]
