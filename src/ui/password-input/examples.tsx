import type { Example } from '../example.ts'
import { Form } from '../form/form.tsx'
import { PasswordInput } from './password-input.tsx'

/** A secret. */
export const examples: readonly Example[] = [
  {
    name: 'A secret',
    node: (
      <Form action="#password-input">
        <PasswordInput name="password" label="Password" width={20} />
      </Form>
    ),
  },
]
