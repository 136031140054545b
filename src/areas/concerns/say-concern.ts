/** Who told, as far as it is known: what kind of person, and whether with a name. */
export function sayReporter(kind: string, named: boolean): string {
  const who =
    kind === 'staff'
      ? 'Member of staff'
      : kind === 'anonymous'
        ? 'Somebody'
        : `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`
  return named ? who : `${who}, without a name`
}

const STATES: Readonly<Record<string, string>> = {
  new: 'Nobody has taken it',
  taken: 'Taken',
  incident: 'Became a case',
  closed: 'Closed',
}

/** How a concern stands, in words. */
export const sayState = (state: string): string => STATES[state] ?? state
