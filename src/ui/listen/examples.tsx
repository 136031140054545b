import type { Example } from '../example.ts'
import { Listen } from './listen.tsx'

/** It shows only where the device can speak. */
export const examples: readonly Example[] = [
  {
    name: 'For the youngest',
    node: <Listen says="Read it to me" stop="Stop reading" one="Read this question to me" />,
  },
]
