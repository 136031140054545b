import type { Case } from './case.ts'

const note = (glass: string): string => `records:\n  note: { says: N, break_glass: { ${glass} } }\n`

/** Faults of opening a record in an emergency. */
export const breakGlassCases: readonly Case[] = [
  ['wrong_party_kind', 'opened by an audience', note('who: ‸party/pupils, for: 4 h, alerts: party/head')],
  ['wrong_party_kind', 'opened by whoever handles it', note('who: ‸handler, for: 4 h, alerts: party/head')],
  ['wrong_party_kind', 'looked at by an audience', note('who: party/dsl, for: 4 h, alerts: ‸party/pupils')],
  [
    'own_check',
    'looked at by one who may do it',
    note('who: { any_of: [party/head, party/dsl] }, for: 4 h, alerts: ‸party/head'),
  ],
]
