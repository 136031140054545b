import type { Example } from '../example.ts'
import { ErrorMessage } from './error-message.tsx'

/** What is wrong with one field. */
export const examples: readonly Example[] = [
  { name: 'Beside its field', node: <ErrorMessage>Write the number of the sealed bag</ErrorMessage> },
]
