import type { Example } from '../example.ts'
import { Verdict } from './verdict.tsx'

/** No, not yet, and yes. */
export const examples: readonly Example[] = [
  {
    name: 'No',
    node: (
      <Verdict id="verdict-no" answer="no" title="Not with everyone in it">
        3 of 30 people block it. Without them you may ask the head for permission.
      </Verdict>
    ),
  },
  {
    name: 'Not yet',
    node: (
      <Verdict id="verdict-wait" answer="wait" title="When the head has said yes">
        You asked on Monday.
      </Verdict>
    ),
  },
  { name: 'Yes', node: <Verdict id="verdict-yes" answer="yes" title="You may use it" /> },
]
