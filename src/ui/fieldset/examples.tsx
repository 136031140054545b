import type { Example } from '../example.ts'
import { Input } from '../input/input.tsx'
import { Fieldset } from './fieldset.tsx'

/** Fields that answer one question together. */
export const examples: readonly Example[] = [
  {
    name: 'Two fields, one question',
    node: (
      <Fieldset legend="Who witnessed it?" legendSize="m">
        <Input name="witness-1" label="First adult" />
        <Input name="witness-2" label="Second adult" />
      </Fieldset>
    ),
  },
]
