import type { Example } from '../example.ts'
import { Consents } from './consents.tsx'
import { YesNo } from './yes-no.tsx'

/** A question with three answers, and consents, one of them missing. */
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
    name: 'Consents',
    node: (
      <Consents
        rows={[
          { name: 'use-website', text: 'The school’s website', value: 'yes' },
          { name: 'use-video', text: 'Video and webcam', small: 'In lessons, with another school', value: 'no' },
          { name: 'use-press', text: 'Newspapers and television', error: 'Say yes or no' },
        ]}
      />
    ),
  },
]
