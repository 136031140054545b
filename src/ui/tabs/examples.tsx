import type { Example } from '../example.ts'
import { Tabs } from './tabs.tsx'

/** Two parts of one page. */
export const examples: readonly Example[] = [
  {
    name: 'Two parts',
    node: (
      <Tabs
        idPrefix="tabs-example"
        items={[
          { label: 'This week', panel: 'Three duties are for today.' },
          { label: 'Last week', panel: 'Nine duties were done.' },
        ]}
      />
    ),
  },
]
