import type { Verdict } from './judge.ts'

/** A judge that knows nothing. */
export const knowsNothing = (): Verdict => 'unknown'
