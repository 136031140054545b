import type { Example } from '../example.ts'
import { Table } from './table.tsx'

/** A few numbers. */
export const examples: readonly Example[] = [
  {
    name: 'A few numbers',
    node: (
      <Table
        caption="Concerns by kind"
        firstCellIsHeader
        head={[{ says: 'Kind' }, { says: 'This term', numeric: true }]}
        rows={[
          [{ says: 'Conduct' }, { says: 21, numeric: true }],
          [{ says: 'Contact' }, { says: 9, numeric: true }],
        ]}
      />
    ),
  },
]
