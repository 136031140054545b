import type { PolicyInForce } from '#areas/policy/index.ts'
import { mayOpen } from '#areas/records/index.ts'
import type { Mark } from '#pack/engines/tables/look-up.ts'
import { sayWhoByCase } from '#pack/sentences/who-by-case.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Voices } from '#pack/types/decision.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Who can say yes, and where one asks. */
export interface Permission {
  /** In the policy's words: `the headteacher`; null when the policy names nobody. */
  readonly who: string | null
  /** The form to ask with, for whoever may open it. */
  readonly href: string | null
  /** Who writes it down instead, where whoever asks may not. */
  readonly through: string | null
}

/** What a mark leads to for the person who asks; null when it leads nowhere. */
export async function permissionOf(
  tx: Tx,
  policy: PolicyInForce,
  personId: string,
  mark: Mark,
  language: string,
): Promise<Permission | null> {
  if (mark.leads_to === undefined) return null
  const { pack } = policy
  const words = new Words(pack, language)
  const kinds = recordsOf(pack, mark.leads_to)
  const open: string[] = []
  for (const kind of kinds) if (await mayOpen(tx, policy, personId, kind)) open.push(kind)
  const [kind] = open
  const record = pack.records[kinds[0] ?? '']
  const opener = record?.opened_by ?? record?.handled_by
  return {
    who: decidersOf(pack, mark.leads_to, kinds, words),
    href: kind === undefined ? null : `/registers/${kind}/new`,
    through: kind === undefined && opener !== undefined ? sayWhoByCase(words, opener) : null,
  }
}

/** The kinds of record with which one asks: the one that is named, or those that ask for the decision. */
function recordsOf(pack: Pack, ref: string): string[] {
  const parts = partsOf(ref)
  if (parts?.kind === 'record') return [parts.id]
  return Object.entries(pack.records)
    .filter(([, record]) => Object.values(record.steps).some((step) => 'decision' in step && step.decision === ref))
    .map(([kind]) => kind)
}

function decidersOf(pack: Pack, ref: string, kinds: readonly string[], words: Words): string | null {
  const steps = Object.values(pack.records[kinds[0] ?? '']?.steps ?? {})
  const step = steps.flatMap((one) => ('decision' in one ? [one] : []))[0]
  const named = ref.startsWith('decision/') ? ref : step?.decision
  const decision = named === undefined ? undefined : pack.decisions[named.slice('decision/'.length)]
  return decision === undefined ? null : sayVoices(words, decision.by)
}

const sayVoices = (words: Words, voices: Voices): string =>
  'in_order' in voices ? voices.in_order.map((voice) => words.who(voice)).join(', then ') : words.who(voices)
