import type { Line } from './line.ts'

/** The two lists of this area. */
export type ListOf = 'action' | 'exception'

/** What each list says of itself. */
export const WORDS = {
  action: {
    title: 'Actions and sanctions',
    lede: 'What was decided for or against somebody: sanctions, support and referrals, until they are over.',
    things: { one: 'action', many: 'actions' },
    nothing: 'No action that you may see stands like this now.',
    none: {
      title: 'Nothing has been decided yet',
      says: 'Sanctions, support and referrals stand here once somebody has decided them, as far as you may see them.',
    },
    file: 'actions.csv',
  },
  exception: {
    title: 'Exceptions',
    lede: 'Where a rule, a measure or a gate is lifted for somebody, by a decision, with a reason and an end.',
    things: { one: 'exception', many: 'exceptions' },
    nothing: 'No exception that you may see stands like this now.',
    none: {
      title: 'No rule is lifted for anybody',
      says: 'Exceptions stand here once somebody has asked for one, as far as you may see them.',
    },
    file: 'exceptions.csv',
  },
} as const

/** The ways to look at a list. */
export const VIEWS = ['in_force', 'waiting', 'over', 'all'] as const
export type ListView = (typeof VIEWS)[number]

/** Whether a line belongs in a view. */
export function isIn(view: ListView, line: Line): boolean {
  if (view === 'all') return true
  if (view === 'over') return line.state !== 'open'
  return line.state === 'open' && (view === 'in_force') === line.inForce
}
