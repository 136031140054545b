import type { Fault } from '../load/fault.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { holderOf } from './defined.ts'
import { type View, valuesOfKey } from './view.ts'

/** “Before X” cannot be a time limit: nobody knows when X will be. It is a guard on X. */
export const beforeLimits = ({ pack, positions }: View): Fault[] =>
  Object.keys(pack.duties).flatMap((id) =>
    [...valuesOfKey(pack.duties[id], 'policy_says', ['duties', id])].flatMap(({ path, value }) =>
      /^\s*(before|prior to|in advance of)\b/i.test(typeof value === 'string' ? value : baseOf(pack, value))
        ? [
            positions.fault(
              path,
              'before_is_a_guard',
              'What must be done before something else is a guard on it, not a duty with a time.',
            ),
          ]
        : [],
    ),
  )

const baseOf = (pack: Pack, value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Reflect.get(value, pack.pack.language) ?? '') : ''

/** An exception ends. */
export const exceptionEnds = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.exceptions).flatMap(([id, exception]) =>
    exception.ends === undefined
      ? [
          positions.faultAtKey(
            ['exceptions', id],
            'no_end',
            'An exception needs an end: say with ends: when it is over.',
          ),
        ]
      : [],
  )

/** What protects children is never lifted. */
export const neverLifted = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.exceptions).flatMap(([id, exception]) => {
    const parts = partsOf(exception.from)
    const holder = holderOf(parts?.kind ?? '')
    const thing: unknown = holder === null ? undefined : Reflect.get(pack[holder], parts?.id ?? '')
    return typeof thing === 'object' && thing !== null && Reflect.get(thing, 'never_lifted') === true
      ? [
          positions.fault(
            ['exceptions', id, 'from'],
            'never_lifted',
            `${exception.from} protects children: no exception may lift it.`,
          ),
        ]
      : []
  })

/** A measure that another holds is checked by somebody here, or nothing could be attested. */
export const measuresChecked = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.measures).flatMap(([id, measure]) =>
    measure.held_by !== 'kept' && measure.checked === undefined
      ? [
          positions.faultAtKey(
            ['measures', id],
            'unchecked_measure',
            `${measure.held_by} holds this measure: say with checked: who looks at it and how often.`,
          ),
        ]
      : [],
  )
