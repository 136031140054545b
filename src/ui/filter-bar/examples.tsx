import type { Example } from '../example.ts'
import { FilterBar } from './filter-bar.tsx'

/** Over a table of incidents. */
export const examples: readonly Example[] = [
  {
    name: 'Words, a kind and a handler',
    node: (
      <FilterBar
        label="Incidents"
        action="#filter-bar"
        clearHref="#filter-bar"
        fields={[
          { name: 's', label: 'Words or a name', grow: true },
          {
            name: 'kind',
            label: 'Kind',
            value: 'contact',
            options: [
              { value: '', text: 'Any' },
              { value: 'contact', text: 'Contact' },
            ],
          },
          { name: 'since', label: 'Since', type: 'date' },
        ]}
      />
    ),
  },
]
