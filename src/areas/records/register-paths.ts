import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import { queryText } from '#ui/list-page/address.ts'
import { addressesUnder, type RecordHome } from './home.ts'

/** Kinds of record that have an area and pages of their own. */
export const ELSEWHERE = ['incident', 'concern'] as const

/** Whether the entries of a kind stand in a register. */
export const isRegister = (kind: string): boolean =>
  !ELSEWHERE.some((one) => one === kind) && derivedFrom(kind) === null

/** Every address of the registers. */
export const paths = {
  all: { route: '/registers', to: () => '/registers' },
  list: { route: '/registers/:kind', to: (kind: string, query = '') => `/registers/${kind}${query}` },
  csv: { route: '/registers/:kind/file.csv', to: (kind: string, query = '') => `/registers/${kind}/file.csv${query}` },
  print: { route: '/registers/:kind/print', to: (kind: string, query = '') => `/registers/${kind}/print${query}` },
  open: { route: '/registers/:kind/new', to: (kind: string) => `/registers/${kind}/new` },
} as const

/** Where the entries of registers stand. */
export const entryHome: RecordHome = {
  audit: 'entry',
  owns: isRegister,
  noun: 'entry',
  access: ['staff', 'governor', 'pupil', 'parent', 'visitor'],
  list: (kind) => paths.list.to(kind, queryText({}, {})),
  paths: addressesUnder('/entries/:id'),
}
