import type { Example } from '../example.ts'
import { Pagination } from './pagination.tsx'

/** Numbered pages, and from part to part. */
export const examples: readonly Example[] = [
  {
    name: 'Numbered',
    node: (
      <Pagination
        label="Numbered pages"
        previous={{ href: '#pagination' }}
        next={{ href: '#pagination' }}
        items={[
          { number: 1, href: '#pagination' },
          { ellipsis: true },
          { number: 6, href: '#pagination', current: true },
          { number: 7, href: '#pagination' },
        ]}
      />
    ),
  },
  {
    name: 'From part to part',
    node: (
      <Pagination
        label="Parts of the policy"
        previous={{ href: '#pagination', label: 'Introduction' }}
        next={{ href: '#pagination', label: 'Monitoring' }}
      />
    ),
  },
]
