const SAID: Readonly<Record<string, string>> = {
  'policy.published': 'Policy published',
  'agreement.asked': 'Agreement asked for',
  'agreement.signed': 'Agreement signed',
  'agreement.refused': 'Agreement refused',
  'agreement.withdrawn': 'Agreement taken back',
  'agreement.paper': 'Paper slip recorded',
  'concern.told': 'Somebody told us something',
  'incident.opened': 'Incident opened',
  'incident.answered': 'Question answered',
  'incident.done': 'Step done',
  'incident.not_needed': 'Step marked not needed',
  'incident.moved': 'Moved to another chart',
  'incident.closed': 'Incident closed',
  'incident.step_late': 'Told that a step is late',
  'incident.reminded': 'Reminded that no answer has come',
  'duty.done': 'Duty done',
  'duty.late': 'Told that a duty is late',
}

/** A ledger code in words: known ones as written here, others from their own parts ("record.voided" → "Record voided"). */
export function sayCode(code: string): string {
  const known = SAID[code]
  if (known !== undefined) return known
  const words = code.replaceAll(/[._]/g, ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
