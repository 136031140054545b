import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { Input } from '../input/input.tsx'
import { Form } from './form.tsx'

/** A form with its hidden token. */
export const examples: readonly Example[] = [
  {
    name: 'One field',
    node: (
      <Form action="#form">
        <Input name="form-reason" label="Reason" />
        <Button>Send</Button>
      </Form>
    ),
  },
]
