import type { Example } from '../example.ts'
import { ExitThisPage } from './exit-this-page.tsx'

/** Leaves at once. */
export const examples: readonly Example[] = [
  { name: 'Leave fast', node: <ExitThisPage id="exit">Leave this page now</ExitThisPage> },
]
