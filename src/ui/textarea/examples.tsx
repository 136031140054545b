import type { Example } from '../example.ts'
import { Textarea } from './textarea.tsx'

/** With a hint, and with an error. */
export const examples: readonly Example[] = [
  {
    name: 'With a hint',
    node: (
      <Textarea
        name="say"
        label="Say it in your own words"
        hint="One line is enough. Spelling does not matter."
        rows={3}
      />
    ),
  },
  { name: 'With an error', node: <Textarea name="why" label="Why?" rows={2} error="Give a reason" /> },
]
