/** What an occurrence is called: its occasion (`week:2026-11-23`, the id of what caused it) and what it is for. */
export interface DutyKey {
  readonly occasion: string
  /** A school, a class or a person. */
  readonly subject: string
}

/** The key of an occurrence: the same whenever it is computed, so that planning twice makes nothing new. */
export const writeKey = ({ occasion, subject }: DutyKey): string => `${occasion}|${subject}`

/** Reads a stored key. */
export function readKey(key: string): DutyKey {
  const at = key.lastIndexOf('|')
  return { occasion: key.slice(0, Math.max(at, 0)), subject: key.slice(at + 1) }
}

/** The occasion in a key of the engine, which also names the duty and the subject. */
export const occasionIn = (engineKey: string): string => engineKey.split('|')[1] ?? engineKey
