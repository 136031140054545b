import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import { addressesUnder, type RecordHome } from './home.ts'

/** Where actions stand, and what they leave somebody to do. */
export const actionHome: RecordHome = {
  audit: 'action',
  owns: (kind) => ['action', 'held', 'letter'].includes(derivedFrom(kind)?.of ?? ''),
  noun: 'action',
  access: ['staff', 'governor'],
  list: () => '/actions',
  paths: addressesUnder('/actions/:id'),
}

/** Where exceptions stand. */
export const exceptionHome: RecordHome = {
  audit: 'exception',
  owns: (kind) => derivedFrom(kind)?.of === 'exception',
  noun: 'exception',
  access: ['staff', 'governor'],
  list: () => '/exceptions',
  paths: addressesUnder('/exceptions/:id'),
}

const incidents = addressesUnder('/incidents/:id')
const entries = addressesUnder('/entries/:id')

/** Where the records of a kind are listed. */
export function listOf(kind: string): string {
  if (kind === 'incident') return '/incidents'
  if (actionHome.owns(kind)) return actionHome.list(kind)
  return exceptionHome.owns(kind) ? exceptionHome.list(kind) : `/registers/${kind}`
}

/** The addresses of a record of any kind. */
export function addressesOf(kind: string): RecordHome['paths'] {
  if (kind === 'incident') return incidents
  if (actionHome.owns(kind)) return actionHome.paths
  return exceptionHome.owns(kind) ? exceptionHome.paths : entries
}
