import type { Example } from '../example.ts'
import { DateInput } from './date-input.tsx'

/** A date to type, and one that is no date. */
export const examples: readonly Example[] = [
  {
    name: 'A date',
    node: <DateInput name="sealed" legend="When was it sealed?" legendSize="m" hint="For example, 19 11 2026" />,
  },
  {
    name: 'With an error',
    node: (
      <DateInput
        name="returned"
        legend="When was it given back?"
        value={{ day: '31', month: '2', year: '2026' }}
        error="The date it was given back must be a real date, like 27 3 2026"
      />
    ),
  },
]
