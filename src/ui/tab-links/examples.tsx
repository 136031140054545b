import type { Example } from '../example.ts'
import { TabLinks, ViewLinks } from './tab-links.tsx'

/** Parts of one thing, and saved views of a list. */
export const examples: readonly Example[] = [
  {
    name: 'Parts of one thing',
    node: (
      <TabLinks
        label="Parts of an example"
        items={[
          { href: '#tab-links', text: 'Case', active: true },
          { href: '#tab-links', text: 'People', count: 4, active: false },
        ]}
      />
    ),
  },
  {
    name: 'Saved views',
    node: (
      <ViewLinks
        label="Saved views of an example"
        items={[
          { href: '#tab-links', text: 'All I may see', count: 152, active: true },
          { href: '#tab-links', text: 'Mine', count: 4, active: false },
        ]}
      />
    ),
  },
]
