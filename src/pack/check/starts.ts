import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { partsOf } from '../types/parts.ts'
import { type Written, writtenIn } from './letters.ts'
import type { View } from './view.ts'

/** An exception that a step begins has its fields filled in there: nobody is asked when it begins by itself. */
export const starts = (view: View): Fault[] => [...writtenIn(view.pack)].flatMap((written) => faultsOf(view, written))

function faultsOf({ pack, positions }: View, { effects, path, asked }: Written): Fault[] {
  return effects.flatMap((effect, index) => {
    if (!('start' in effect)) return []
    const at: Path = [...path, index]
    const parts = partsOf(effect.start)
    const exception = parts?.kind === 'exception' ? pack.exceptions[parts.id] : undefined
    const told = Object.entries(effect.with ?? {})
    if (exception === undefined)
      return told.map(([name]) =>
        positions.fault(
          [...at, 'with', name],
          'unfilled_start',
          `Only an exception is told its fields when it begins.`,
        ),
      )
    return [
      ...exception.fields
        .filter((field) => field.required && field.when === undefined && effect.with?.[field.id] === undefined)
        .map((field) =>
          positions.fault(
            [...at, 'start'],
            'unfilled_start',
            `Say with: what stands in “${field.id}” of this exception.`,
          ),
        ),
      ...told
        .filter(([name]) => !exception.fields.some((field) => field.id === name))
        .map(([name]) =>
          positions.fault([...at, 'with', name], 'unknown_name', `${effect.start} has no field “${name}”.`),
        ),
      ...told
        .filter(([, from]) => typeof from === 'string' && !asked(from))
        .map(([name, from]) =>
          positions.fault([...at, 'with', name], 'unknown_name', `Nothing asks for “${String(from)}” here.`),
        ),
    ]
  })
}
