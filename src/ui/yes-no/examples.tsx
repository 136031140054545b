import type { Example } from '../example.ts'
import { YesNo } from './yes-no.tsx'

/** A question with three answers, and one with two. */
export const examples: readonly Example[] = [
  {
    name: 'Three answers',
    node: (
      <YesNo
        name="danger"
        legend="Is anyone in danger now?"
        legendSize="m"
        error="Say whether anyone is in danger"
        options={[
          { value: 'yes', text: 'Yes', tone: 'danger' },
          { value: 'no', text: 'No' },
          { value: 'unsure', text: 'Not sure', tone: 'no' },
        ]}
      />
    ),
  },
  {
    name: 'Two answers',
    node: <YesNo name="website" legend="May a photo be on the school’s website?" value="yes" />,
  },
]
