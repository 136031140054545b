import type { Clause } from '#pack/types/clause.ts'

/** What a kind of clause means, in words that somebody in a school office knows. */
export const KIND_SAYS: Readonly<Record<Clause['kind'], string>> = {
  notice: 'Something that people are told',
  duty: 'Something that somebody has to do',
  config: 'How a system is set',
  gate: 'Nothing happens before something else',
  record: 'Something that is written down',
  approval: 'Somebody has to agree first',
  report: 'Somebody reports to somebody',
  deadline: 'Something within a time',
  right: 'Something that somebody may do',
  flow: 'What is done step by step',
  matrix: 'A line of a table: who may do what, or what follows',
}

/** What a kind of control is called, in the singular. */
export const CONTROL_SAYS: Readonly<Record<string, string>> = {
  party: 'a post or group',
  list: 'a list',
  document: 'a document that people read',
  record: 'a register',
  flow: 'a procedure',
  assent: 'an agreement that people sign',
  decision: 'somebody’s decision',
  guard: 'a gate that stays shut',
  duty: 'a duty with a date',
  notify: 'a rule of who is told',
  table: 'a table',
  measure: 'a setting of a system that is checked',
  action: 'an action that may follow',
  exception: 'an exception that may be granted',
  conduct: 'a rule of conduct that people acknowledge',
  report: 'a report',
  setting: 'a value that the school sets',
}
