import type { Example } from '../example.ts'
import { Figures } from './figures.tsx'

/** Numbers of half a term. */
export const examples: readonly Example[] = [
  {
    name: 'This half term',
    node: (
      <Figures
        items={[
          { value: 38, label: 'concerns told to us', href: '#figures' },
          { value: 19, unit: 'minutes', label: 'typical time until somebody took it' },
          { value: 36, unit: 'of 38', label: 'reporters who got an answer' },
        ]}
      />
    ),
  },
]
