import { Button } from '../button/button.tsx'
import { EmptyState } from '../empty-state/empty-state.tsx'
import type { Example } from '../example.ts'
import { StatePill } from '../state-pill/state-pill.tsx'
import { BulkBar, type DataRow, DataTable } from './data-table.tsx'
import { pagesOf } from './pages.tsx'

const columns = [
  { says: 'Case', sortHref: '#data-table', nowrap: true },
  { says: 'What' },
  { says: 'Standing', sortHref: '#data-table' },
  { says: 'Told', sortHref: '#data-table', sorted: 'descending', nowrap: true },
  { says: 'Open for', numeric: true, nowrap: true },
  { says: 'Handler', nowrap: true },
] as const

const rows: readonly DataRow[] = [
  {
    cells: [
      'INC-0152',
      'Asked for a picture',
      <StatePill state="none">Not taken</StatePill>,
      '8:41 today',
      '24 min',
      '',
    ],
    unread: true,
    choose: { value: '0152', label: 'Choose INC-0152' },
  },
  {
    cells: [
      'INC-0150',
      'Name on a public page',
      <StatePill state="due">Open</StatePill>,
      'Fri 20 Nov',
      '1 day',
      'P Raman',
    ],
    choose: { value: '0150', label: 'Choose INC-0150', checked: true },
  },
  {
    cells: [
      'INC-0148',
      'A worrying search',
      <StatePill state="late">Step late</StatePill>,
      'Thu 19 Nov',
      '2 days',
      'B Adeyemi',
    ],
    choose: { value: '0148', label: 'Choose INC-0148' },
  },
]

/** A list to work in, and the same with nothing in it. */
export const examples: readonly Example[] = [
  {
    name: 'With tick boxes, order and pages',
    node: (
      <>
        <BulkBar count="1 chosen">
          <Button variant="secondary" small>
            Give to…
          </Button>
          <a class="kept-link" href="#data-table">
            Choose none
          </a>
        </BulkBar>
        <DataTable
          caption="Incidents, newest first"
          columns={columns}
          rows={rows}
          choose="case"
          pages={pagesOf({ page: 1, size: 3, total: 152, hrefFor: () => '#data-table' })}
        />
      </>
    ),
  },
  {
    name: 'With nothing in it',
    node: (
      <DataTable
        caption="Video conferences"
        columns={columns}
        rows={[]}
        empty={
          <EmptyState title="No video conferences this term">
            It appears here when somebody asks to hold one.
          </EmptyState>
        }
      />
    ),
  },
]
