import type { Example } from '../example.ts'
import { Chronology } from './chronology.tsx'

/** What happened, with an answer of ours and a gap. */
export const examples: readonly Example[] = [
  {
    name: 'A case from the first word on',
    node: (
      <Chronology
        items={[
          {
            when: 'Thu 19 Nov, 15:31',
            datetime: '2026-11-19T15:31',
            what: 'A pupil told us, without a name',
            who: 'Receipt sent at once',
          },
          { when: 'Thu 19 Nov, 15:38', what: 'Priya Raman took it', who: 'After 7 minutes', kind: 'answer' },
          { when: 'Thu 19 Nov, 16:05', what: 'Phone bagged', who: 'Not signed for until 16:45', kind: 'gap' },
          { when: 'Today, by 16:00', what: 'Choose sanctions, support or both', who: 'You' },
        ]}
      />
    ),
  },
]
