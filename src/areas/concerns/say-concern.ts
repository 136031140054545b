/** Who told, as far as it is known: what kind of person, and whether with a name. */
export function sayReporter(kind: string, named: boolean): string {
  const who =
    kind === 'staff'
      ? 'Member of staff'
      : kind === 'anonymous'
        ? 'Somebody'
        : kind === 'software'
          ? 'Monitoring software'
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

const WAYS: Readonly<Record<string, string>> = {
  in_person: 'Told in person',
  phone: 'By telephone',
  paper: 'On paper',
  complaint: 'In a complaint',
  monitoring: 'A monitoring alert',
}

/** How a concern came when it was not by the form. */
export const sayWay = (cameBy: string): string | null => WAYS[cameBy] ?? null

/** Whether whoever told us wants an answer, and what they have of it. Nothing where they want none and have none. */
export function sayAnswer(one: {
  readonly wantsAnswer: boolean
  readonly written: boolean
  readonly finished: boolean
}): string {
  if (one.finished && one.written) return 'Given'
  if (one.written) return one.wantsAnswer ? 'Wanted, written to' : 'Written to'
  return one.wantsAnswer ? 'Wanted' : ''
}
