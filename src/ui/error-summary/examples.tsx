import type { Example } from '../example.ts'
import { ErrorSummary } from './error-summary.tsx'

/** Two things are missing. */
export const examples: readonly Example[] = [
  {
    name: 'Two things are missing',
    node: (
      <ErrorSummary
        disableAutoFocus
        title="Two things are missing"
        errors={[
          { href: '#bag', text: 'Write the number of the sealed bag' },
          { href: '#understood', text: 'Say that you have read it' },
        ]}
      />
    ),
  },
]
