import type { ForEach } from '../../types/duty.ts'

/** A duty that a register makes: the record, the field that names the holder, and whether it is once for each entry or person. */
export interface FromRegister {
  readonly record: string
  readonly heldBy: string
  readonly once: 'item' | 'holder'
}

/** The register whose entries a duty is done for, or null when it is done for something else. */
export function registerOf(forEach: ForEach | undefined): FromRegister | null {
  if (typeof forEach !== 'object') return null
  return 'item_of' in forEach
    ? { record: forEach.item_of.slice('record/'.length), heldBy: forEach.held_by, once: 'item' }
    : { record: forEach.holder_of.slice('record/'.length), heldBy: forEach.held_by, once: 'holder' }
}

/** Whether a duty is done by one person for themselves or for what they hold, and not by whoever has a post. */
export const isByPerson = (forEach: ForEach | undefined): boolean =>
  forEach === 'person' || forEach === 'holder' || registerOf(forEach) !== null
