import type { Example } from '../example.ts'
import { Consents } from './yes-no.tsx'

/** Consents, one of them missing. */
export const examples: readonly Example[] = [
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
