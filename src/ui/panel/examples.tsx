import type { Example } from '../example.ts'
import { Panel } from './panel.tsx'

/** What was done. */
export const examples: readonly Example[] = [
  {
    name: 'A receipt',
    node: (
      <Panel headingLevel={3} title="We have it">
        Your code is <strong>river 42 kite</strong>
      </Panel>
    ),
  },
]
