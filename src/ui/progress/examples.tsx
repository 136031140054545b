import type { Example } from '../example.ts'
import { Progress } from './progress.tsx'

/** How many have signed. */
export const examples: readonly Example[] = [{ name: '18 of 28', node: <Progress done={18} of={28} /> }]
