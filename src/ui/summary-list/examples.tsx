import type { Example } from '../example.ts'
import { SummaryList } from './summary-list.tsx'

const change = (what: string) => [{ href: '#summary-list', text: 'Change', hidden: what }]

/** Plain, and in a card. */
export const examples: readonly Example[] = [
  {
    name: 'With a link to change',
    node: (
      <SummaryList
        rows={[
          { key: 'Name', value: 'Ben Adeyemi', actions: change('name') },
          { key: 'Post', value: 'Online safety lead', actions: change('post') },
        ]}
      />
    ),
  },
  {
    name: 'In a card',
    node: (
      <SummaryList
        card={{ title: 'Sealed bag S-2231', headingLevel: 3, actions: [{ href: '#summary-list', text: 'Open' }] }}
        rows={[{ key: 'Where', value: 'Office safe' }]}
      />
    ),
  },
]
