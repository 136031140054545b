import type { Example } from '../example.ts'
import { PhaseBanner } from './phase-banner.tsx'

/** What kind of installation this is. */
export const examples: readonly Example[] = [
  { name: 'A sample', node: <PhaseBanner tag="Sample">Every person here is invented.</PhaseBanner> },
]
