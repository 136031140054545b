import { DataTable } from '../data-table/data-table.tsx'
import type { Example } from '../example.ts'
import { StatePill } from '../state-pill/state-pill.tsx'

/** What a list page is made of besides its parts: the count, and rows that are cards on a phone. */
export const examples: readonly Example[] = [
  {
    name: 'The count over a table whose rows are cards on a phone',
    node: (
      <>
        <p class="kept-count">2 cases, newest first.</p>
        <DataTable
          caption="Two cases"
          cards
          columns={[
            { says: 'Case', card: 'head', sortHref: '#list-page', sorted: 'none' },
            { says: 'What', card: 'head' },
            { says: 'Standing', card: 'state' },
            { says: 'Opened', sortHref: '#list-page', sorted: 'descending' },
          ]}
          rows={[
            {
              cells: ['INC-0152', 'Asked for a picture', <StatePill state="none">Not taken</StatePill>, 'today'],
              unread: true,
            },
            {
              cells: [
                'INC-0150',
                'Name on a public page',
                <StatePill state="due">Open</StatePill>,
                'Friday 20 November',
              ],
            },
          ]}
        />
      </>
    ),
  },
]
