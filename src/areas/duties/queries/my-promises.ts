import type { PolicyInForce } from '#areas/policy/index.ts'
import { readBoard } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The clauses that name somebody's posts: in a control that keeps them, or as the owner of a duty. Two queries. */
export async function myPromises(tx: Tx, policy: PolicyInForce, parties: ReadonlySet<string>) {
  if (parties.size === 0) return []
  const board = await readBoard(tx, policy)
  return board.filter((clause) =>
    clause.keptBy.some((ref) => {
      const named = partiesNamed(policy.pack, ref)
      return [...parties].some((party) => named.has(party))
    }),
  )
}

const KINDS: Readonly<Record<string, keyof Pack>> = {
  record: 'records',
  flow: 'flows',
  assent: 'assents',
  decision: 'decisions',
  guard: 'guards',
  duty: 'duties',
  notify: 'notify',
  measure: 'measures',
  action: 'actions',
  exception: 'exceptions',
}

// A published pack never changes, so what its controls name is looked up once.
const held = new WeakMap<Pack, Map<string, ReadonlySet<string>>>()

/** The parties that a control names: `dsl`, `class_teachers`. */
function partiesNamed(pack: Pack, ref: string): ReadonlySet<string> {
  const known = held.get(pack) ?? new Map<string, ReadonlySet<string>>()
  held.set(pack, known)
  const before = known.get(ref)
  if (before !== undefined) return before
  const found = new Set(namesIn(partOf(pack, ref)))
  if (ref.startsWith('party/')) found.add(ref.slice('party/'.length))
  known.set(ref, found)
  return found
}

function partOf(pack: Pack, ref: string): unknown {
  const [kind = '', rest = ''] = ref.split('/')
  const [id = '', part] = rest.split('#')
  const key = KINDS[kind]
  const all: unknown = key === undefined ? undefined : pack[key]
  const one = entryOf(all, id)
  const step = part === undefined ? undefined : entryOf(entryOf(one, 'steps'), part)
  return step ?? one
}

const entryOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined

function namesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value === 'class_teachers' ? [value] : value.startsWith('party/') ? [value.slice('party/'.length)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(namesIn)
}
