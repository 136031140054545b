import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { StatePill } from '../state-pill/state-pill.tsx'
import { TabLinks } from '../tab-links/tab-links.tsx'
import { CaseHead } from './case-head.tsx'

/** The head of an incident. */
export const examples: readonly Example[] = [
  {
    name: 'An incident with its parts',
    node: (
      <CaseHead
        reference="INC-0147"
        title="Unkind group chat about a Year 8 pupil"
        facts={[
          { label: 'Standing', value: <StatePill state="due">Your step today</StatePill> },
          { label: 'Kind', value: 'Conduct: bullying' },
          { label: 'Handler', value: 'Priya Raman' },
          { label: 'Opened', value: 'Thursday 19 November' },
        ]}
        actions={
          <Button href="#case-head" variant="secondary" small>
            Make the bundle
          </Button>
        }
        tabs={
          <TabLinks
            label="Parts of the case"
            items={[
              { href: '#case-head', text: 'Case', active: true },
              { href: '#case-head', text: 'People', count: 4, active: false },
              { href: '#case-head', text: 'Evidence', count: 2, active: false },
            ]}
          />
        }
      />
    ),
  },
]
