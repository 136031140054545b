import type { Example } from '../example.ts'
import { Totals } from './totals.tsx'
import { TotalsBar } from './totals-bar.tsx'

/** All promises of a policy. */
export const examples: readonly Example[] = [
  {
    name: 'Totals and their bar',
    node: (
      <>
        <Totals
          items={[
            { state: 'kept', count: 262, note: 'Proof is on record', href: '#totals' },
            { state: 'due', count: 31, note: 'Somebody has a date', href: '#totals' },
            { state: 'late', count: 11, note: 'The date has passed', href: '#totals' },
            { state: 'broken', count: 3, note: 'The record says no', href: '#totals' },
            { state: 'none', count: 23, note: 'Nothing recorded', href: '#totals' },
            { state: 'published', count: 131, note: 'Read and signed', href: '#totals' },
          ]}
        />
        <TotalsBar counts={{ kept: 262, due: 31, late: 11, broken: 3, none: 23, published: 131 }} />
      </>
    ),
  },
]
