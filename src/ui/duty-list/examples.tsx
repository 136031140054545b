import type { Example } from '../example.ts'
import { DutyList } from './duty-list.tsx'

const clause = (name: string) => ({ clause: name, href: '#duty-list' })

/** What is late, and what is for today. */
export const examples: readonly Example[] = [
  {
    name: 'Late',
    node: (
      <DutyList
        title="Late"
        count="1 duty"
        items={[
          {
            state: 'late',
            what: 'Read last week’s monitoring report and say what was done',
            href: '#duty-list',
            when: '3 days late',
            why: 'Moira Tolland was told on Friday',
            clause: clause('L-016'),
          },
        ]}
      />
    ),
  },
  {
    name: 'Today',
    node: (
      <DutyList
        title="Today"
        count="2 duties"
        items={[
          {
            state: 'due',
            what: 'Answer the parent who complained about a displayed photo',
            href: '#duty-list',
            when: 'by 17:00',
            why: 'Third school day of five',
            clause: clause('L-233'),
          },
          { state: 'none', what: 'Write down who may search a device', href: '#duty-list', when: 'Thu 26 Nov' },
        ]}
      />
    ),
  },
]
