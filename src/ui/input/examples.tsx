import type { Example } from '../example.ts'
import { Input } from './input.tsx'

/** Plain, short with an error, and with a prefix. */
export const examples: readonly Example[] = [
  { name: 'Plain', node: <Input name="full-name" label="Sign with your full name" autocomplete="name" /> },
  {
    name: 'Short, with an error',
    node: <Input name="bag" label="Sealed bag" labelSize="s" width={10} error="Write the number of the sealed bag" />,
  },
  {
    name: 'With words before and after',
    node: <Input name="cost" label="Worth" prefix="£" suffix="each" width={5} inputmode="decimal" value="120" />,
  },
]
