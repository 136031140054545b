import type { Example } from '../example.ts'
import { Input } from '../input/input.tsx'
import { Radios } from './radios.tsx'

/** A question of a flow, one that opens another field, and one in a row. */
export const examples: readonly Example[] = [
  {
    name: 'A question with what follows',
    node: (
      <Radios
        name="staff"
        legend="Was a member of staff involved?"
        legendSize="m"
        hint="As somebody who did it or allowed it."
        options={[
          { value: 'yes', text: 'Yes', hint: 'Next: the head decides whether the LADO must be told.' },
          { value: 'no', text: 'No', hint: 'Next: was the child hurt, or did they do it?' },
          { divider: 'or' },
          { value: 'unsure', text: 'I cannot say yet' },
        ]}
      />
    ),
  },
  {
    name: 'An answer that opens a field',
    node: (
      <Radios
        name="contact"
        legend="How may we reach you?"
        options={[
          { value: 'code', text: 'By a code', hint: 'We know no name' },
          { value: 'mail', text: 'By e-mail', conditional: <Input name="contact-mail" label="E-mail address" /> },
        ]}
      />
    ),
  },
  {
    name: 'In a row, with an error',
    node: (
      <Radios
        name="allowed"
        legend="Is it allowed?"
        inline
        error="Say whether it is allowed"
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
    ),
  },
]
