import type { Example } from '../example.ts'
import { Checkboxes } from './checkboxes.tsx'

/** Several answers, one that clears the others, and a single box. */
export const examples: readonly Example[] = [
  {
    name: 'Any number of answers',
    node: (
      <Checkboxes
        name="told"
        legend="Who has been told?"
        legendSize="m"
        hint="Choose all that apply"
        options={[
          { value: 'parents', text: 'The parents or carers' },
          { value: 'head', text: 'The head', hint: 'Always, when a member of staff is named' },
          { divider: 'or' },
          { value: 'nobody', text: 'Nobody yet', exclusive: true },
        ]}
      />
    ),
  },
  {
    name: 'One box to tick, small, with an error',
    node: (
      <Checkboxes
        name="understood"
        legend="Before you go on"
        small
        error="Say that you have read it"
        options={[{ value: 'yes', text: 'I have read the clause' }]}
      />
    ),
  },
]
