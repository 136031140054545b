import type { Example } from '../example.ts'
import { ClockCards } from './clock-cards.tsx'

const clause = (name: string) => ({ clause: name, href: '#clock-cards' })

/** Late, ending soon, in time, done. */
export const examples: readonly Example[] = [
  {
    name: 'Running',
    node: (
      <ClockCards
        items={[
          {
            state: 'late',
            says: 'Late',
            clause: clause('L-330'),
            left: { figure: '3:05', unit: 'hours late' },
            run: 1,
            what: 'Switch off a leaver’s accounts',
            who: 'Left on Friday; 2 of 6 are still on. The head was told at 11:30.',
          },
          {
            state: 'due',
            says: 'Ends soon',
            clause: clause('L-404'),
            left: { figure: '0:58', unit: 'hours left' },
            run: 0.9,
            what: 'Give the phones back',
            who: '41 in the office. Office.',
          },
          {
            state: 'kept',
            says: 'In time',
            left: { figure: '4', unit: 'days left' },
            run: 0.33,
            what: 'Sign the agreement',
            who: '73 people of 1,204.',
          },
        ]}
      />
    ),
  },
  {
    name: 'Done today',
    node: (
      <ClockCards
        items={[{ state: 'late', says: '3 days late', doneAt: '11:02', what: 'Weekly monitoring report read' }]}
      />
    ),
  },
]
