import type { Fault } from '../load/fault.ts'
import { exitsOf } from '../types/parts.ts'
import type { Steps } from '../types/step.ts'
import { type Procedure, proceduresOf, type View } from './view.ts'

const END = 'end'

/** Every step leads to a step that exists, can be reached, and finds a way out; loops are watched. */
export const stepPaths = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap((procedure) => checkProcedure(procedure, positions))

type Positions = View['positions']

function checkProcedure(procedure: Procedure, positions: Positions): Fault[] {
  const { path, start, steps } = procedure
  if (start === undefined || !Object.hasOwn(steps, start)) {
    const says = start === undefined ? 'Say with start: which step comes first.' : `There is no step “${start}” here.`
    return [
      start === undefined
        ? positions.faultAtKey([...path, 'steps'], 'no_start', says)
        : positions.fault([...path, 'start'], 'unknown_step', says),
    ]
  }
  const unknown = unknownSteps(procedure, positions)
  const reached = reachable(steps, start)
  const leaving = ableToLeave(steps)
  return [
    ...unknown,
    ...Object.keys(steps).flatMap((id) => {
      const at = [...path, 'steps', id]
      if (id === END)
        return [positions.faultAtKey(at, 'bad_id', 'A step cannot be called end: that word ends a procedure.')]
      if (!reached.has(id)) return [positions.faultAtKey(at, 'unreachable_step', `Nothing leads to the step “${id}”.`)]
      if (!leaving.has(id) && unknown.length === 0)
        return [positions.faultAtKey(at, 'no_way_out', `From the step “${id}” the end can never be reached.`)]
      return []
    }),
    ...unwatchedLoops(procedure, positions),
  ]
}

function unknownSteps({ path, steps }: Procedure, positions: Positions): Fault[] {
  return Object.entries(steps).flatMap(([id, step]) => [
    ...exitsOf(step).flatMap((exit) =>
      exit.to === END || Object.hasOwn(steps, exit.to)
        ? []
        : [
            positions.fault(
              [...path, 'steps', id, ...exit.path],
              'unknown_step',
              `There is no step “${exit.to}” here.`,
            ),
          ],
    ),
    ...('holds' in step ? step.holds : []).flatMap((held, index) =>
      Object.hasOwn(steps, held)
        ? []
        : [positions.fault([...path, 'steps', id, 'holds', index], 'unknown_step', `There is no step “${held}” here.`)],
    ),
  ])
}

/** The steps that can be reached from the first. */
export function reachable(steps: Steps, start: string): Set<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps[id]
    if (step === undefined || reached.has(id)) continue
    reached.add(id)
    waiting.push(...exitsOf(step).map((exit) => exit.to))
  }
  return reached
}

/** The steps from which the end, another flow or an outcome can be reached. */
function ableToLeave(steps: Steps): Set<string> {
  const leaving = new Set<string>()
  for (let grown = true; grown; ) {
    grown = false
    for (const [id, step] of Object.entries(steps)) {
      if (leaving.has(id)) continue
      const out =
        'goto' in step || 'end' in step || exitsOf(step).some((exit) => exit.to === END || leaving.has(exit.to))
      if (!out) continue
      leaving.add(id)
      grown = true
    }
  }
  return leaving
}

/** A loop must pass a step that reminds or is limited in time: otherwise a case could circle unseen. */
function unwatchedLoops({ path, steps }: Procedure, positions: Positions): Fault[] {
  const unwatched = Object.entries(steps).filter(
    ([, step]) => step.within === undefined && !('remind' in step && step.remind !== undefined),
  )
  const plain = Object.fromEntries(unwatched)
  const looping = unwatched.filter(([id, step]) =>
    exitsOf(step).some((exit) => Object.hasOwn(plain, exit.to) && reachable(plain, exit.to).has(id)),
  )
  return looping
    .slice(0, 1)
    .map(([id]) =>
      positions.faultAtKey(
        [...path, 'steps', id],
        'unwatched_loop',
        `The step “${id}” can come round for ever: give a step of the loop a time (within) or a reminder (remind).`,
      ),
    )
}
