import type { Example } from '../example.ts'
import { Matrix } from './matrix.tsx'

/** May I?, and the consents of a class. */
export const examples: readonly Example[] = [
  {
    name: 'May I?',
    node: (
      <Matrix
        caption="Who may do what with a personal device"
        head={['Personal phone or tablet', 'Primary pupil', 'Secondary pupil', 'Staff', 'Visitor']}
        rows={[
          {
            name: 'Bring it to school',
            cells: [{ may: 'no' }, { may: 'yes', href: '#matrix' }, { may: 'yes' }, { may: 'yes' }],
          },
          { name: 'Use it for yourself', cells: [{ may: 'no' }, { may: 'no' }, { may: 'times' }, { may: 'times' }] },
          { name: 'Use it in a lesson', cells: [{ may: 'no' }, { may: 'ask' }, { may: 'ask' }, { may: 'no' }] },
        ]}
      />
    ),
  },
  {
    name: 'Consents of a class',
    node: (
      <Matrix
        caption="Consents in class 5M by use"
        head={['5M', 'Website', 'Prospectus', 'Video']}
        rows={[
          {
            name: 'Aisha B',
            cells: [
              { state: 'kept', says: 'Yes' },
              { state: 'kept', says: 'Yes' },
              { state: 'none', says: 'Not answered' },
            ],
          },
          {
            name: 'Callum D',
            cells: [
              { state: 'broken', says: 'No' },
              { state: 'kept', says: 'Yes' },
              { state: 'broken', says: 'No' },
            ],
          },
        ]}
      />
    ),
  },
]
