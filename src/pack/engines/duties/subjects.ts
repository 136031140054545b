import { compileExpression } from '../../expressions/compile.ts'
import { evaluate, type Values } from '../../expressions/evaluate.ts'
import { itemScope, personScope } from '../../expressions/scopes.ts'
import type { Duty } from '../../types/duty.ts'
import type { Pack } from '../../types/pack.ts'
import { registerOf } from './register.ts'

/** An open entry of a register as an expression sees it: its fields, and its step as `state`. */
export interface RegisterItem {
  readonly id: string
  readonly reference: string
  readonly fields: Values
}

/** Somebody who does a duty for themselves or for something they hold. */
export interface HeldSubject {
  /** The same for the same entry and holder: another holder begins anew. */
  readonly id: string
  readonly person: string
  /** What of the register it is about; null when it is about all that the person holds. */
  readonly reference: string | null
}

/** Those who do a duty because an entry of a register names them: once for each entry, or once for each person. */
export function heldSubjects(pack: Pack, duty: Duty, items: readonly RegisterItem[]): HeldSubject[] {
  const register = registerOf(duty.for_each)
  if (register === null) return []
  const wanted = whereOf(pack, duty, register.record)
  const held = items.flatMap((item) => {
    const person = item.fields[register.heldBy]
    return typeof person === 'string' && person !== '' && wanted({ item: item.fields }) ? [{ item, person }] : []
  })
  if (register.once === 'item')
    return held.map(({ item, person }) => ({ id: `${item.id}.${person}`, person, reference: item.reference }))
  return [...new Set(held.map(({ person }) => person))].map((person) => ({ id: person, person, reference: null }))
}

/** Whether a duty for each class is for this one. It is left out only when that is certain. */
export const isForClass = (pack: Pack, duty: Duty, facts: Values): boolean =>
  whereOf(pack, duty, null)({ class: facts })

function whereOf(pack: Pack, { where }: Duty, register: string | null): (values: Values) => boolean {
  if (where === undefined) return () => true
  const compiled = compileExpression(where, register === null ? personScope(pack) : itemScope(pack, register))
  return (values) => !compiled.ok || evaluate(compiled.expression, values) !== false
}
