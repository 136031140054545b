import type { Case } from './case.ts'

const note = (complaints: string): string => `records:\n  note: { says: N, complaints: { ${complaints} } }\n`

/** Faults of hearing complaints. */
export const complaintCases: readonly Case[] = [
  [
    'wrong_party_kind',
    'heard by an audience',
    note('heard_by: [party/head, ‸party/pupils], within: 2 weeks, else: party/police'),
  ],
  ['wrong_party_kind', 'gone to nobody outside', note('heard_by: [party/head], within: 2 weeks, else: ‸party/chair')],
]
