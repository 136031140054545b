import type { ClauseChange } from '#pack/compare/clauses.ts'
import type { ThingChange } from '#pack/compare/things.ts'

/** The changes of one section, with its title in words. */
export interface SaidSection {
  readonly id: string | null
  readonly title: string
  readonly clauses: readonly ClauseChange[]
  readonly things: readonly ThingChange[]
}

/** Who may be asked in a consultation. */
export const ASKED = ['staff', 'governor', 'parent', 'pupil'] as const

/** What each of them is called. */
export const ASKED_WORDS: Readonly<Record<string, string>> = {
  staff: 'Staff',
  governor: 'Governors',
  parent: 'Parents and carers',
  pupil: 'Pupils',
  visitor: 'Visitors',
}
