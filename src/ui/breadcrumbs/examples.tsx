import type { Example } from '../example.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'

/** A page two levels down. */
export const examples: readonly Example[] = [
  {
    name: 'Two levels down',
    node: (
      <Breadcrumbs
        items={[
          { href: '#breadcrumbs', text: 'Policy' },
          { href: '#breadcrumbs', text: 'Passwords' },
          { text: 'L-301' },
        ]}
      />
    ),
  },
]
