import type { Example } from '../example.ts'
import { PeopleList } from './people-list.tsx'

/** People of a case. */
export const examples: readonly Example[] = [
  {
    name: 'Three people',
    node: (
      <PeopleList
        items={[
          { name: 'Leila H', href: '#people-list', lines: ['Was hurt. Year 8, 8B', 'Parents told 20 November'] },
          { name: 'Tobi M', href: '#people-list', lines: ['Took part. Year 8, 8C', 'First time'], tone: 'b' },
          { name: 'Sam Pritchard', lines: ['Teacher, witness'], tone: 'c' },
        ]}
      />
    ),
  },
]
