import type { Example } from '../example.ts'
import { BarChart } from './bar-chart.tsx'

/** What incidents were about, one number not shown. */
export const examples: readonly Example[] = [
  {
    name: 'With a number that is not shown',
    node: (
      <BarChart
        title="Incidents by kind"
        bars={[
          { name: 'Conduct: how people treat each other', count: 82 },
          { name: 'Content: what they see', count: 56 },
          { name: 'Data: devices and information', count: null },
          { name: 'Commerce: money and tricks', count: 0 },
        ]}
      />
    ),
  },
]
