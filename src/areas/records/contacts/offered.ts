import type { PolicyInForce } from '#areas/policy/index.ts'
import { type Telling, tellingValue } from '#pack/engines/flow/tells.ts'
import type { Case } from '../queries/read-case.ts'
import { sayTelling } from './party-asks.ts'
import { tellsOfKind } from './tells-of-kind.ts'

/** Somebody whom one may have told of a record. */
export interface Offered {
  readonly telling: Telling
  /** Names it in an address. */
  readonly value: string
  readonly says: string
}

const KINDS = ['outside', 'body', 'post', 'group']

/** Everybody whom one may have told of a record: the parents of its children first, then whom the charts tell, bodies outside, posts. */
export function offeredIn(
  one: Pick<Case, 'kind' | 'children' | 'policy'>,
  names: ReadonlyMap<string, string>,
): Offered[] {
  const parents = one.children.map((about): Telling => ({ party: 'parents', about }))
  const told = tellsOfKind(one.policy.pack, one.kind).filter((party) => party.startsWith('party/'))
  const parties = KINDS.flatMap((kind) => ofKind(one.policy, kind))
  const others = [...new Set([...told, ...parties])].map((party): Telling => ({ party, about: null }))
  return [...parents, ...others].map((telling) => ({
    telling,
    value: tellingValue(telling),
    says: sayTelling(one.policy, telling, names),
  }))
}

const ofKind = ({ pack }: PolicyInForce, kind: string): string[] =>
  Object.entries(pack.parties).flatMap(([id, party]) => (party.kind === kind ? [`party/${id}`] : []))
