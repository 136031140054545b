import { exitsOf } from '../types/parts.ts'
import type { Steps } from '../types/step.ts'

/** The ids of steps as one would walk them: from the first, each question before what its answers lead to. */
export function stepsInOrder(steps: Steps, start: string | undefined): string[] {
  const found = new Set<string>()
  const waiting = start === undefined ? [] : [start]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const step = steps[id]
    if (step === undefined || found.has(id)) continue
    found.add(id)
    waiting.unshift(...exitsOf(step).map((exit) => exit.to))
  }
  const rest = Object.keys(steps).filter((id) => !found.has(id))
  return [...found, ...rest.sort()]
}
