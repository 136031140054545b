import type { OpenStep } from './open.ts'
import { type Told, untoldBy } from './tells.ts'

/** Everybody whom a step tells as told, and whom its answers leave untold with a reason. */
export const toldAll = (step: Pick<OpenStep, 'tells' | 'answers' | 'branch'>, chosen: readonly string[]): Told[] => [
  ...(step.tells?.each ?? []).map((one) => ({ ...one, contact: 'written down' })),
  ...untoldBy(step, chosen, step.branch, []).map((one) => ({
    ...one,
    contact: 'written down',
    because: 'Said in the test',
  })),
]
