import { type EvidenceAtHand, type EvidenceOfRecord, evidenceOf } from '#pack/engines/flow/evidence.ts'
import { kindWithoutFiles } from '#pack/engines/flow/files-never.ts'
import type { EvidenceKind } from '#pack/types/evidence.ts'
import { EVIDENCE_KINDS } from '#pack/types/evidence.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The record whose evidence a step may ask for. */
export interface RecordWithEvidence {
  readonly id: string
  readonly kind: string
  readonly category: string | null
  readonly files_locked: boolean
}

const asking = new WeakMap<Pack, boolean>()

/** What a record has in evidence, as its steps look at it; nothing is asked where no step of the policy wants any. */
export async function evidenceAtHand(tx: Tx, pack: Pack, record: RecordWithEvidence): Promise<EvidenceOfRecord> {
  if (!asks(pack)) return { items: [], filesShut: false }
  const filesShut = record.files_locked || kindWithoutFiles(pack, record.kind, record.category)
  return { items: await itemsAtHand(tx, record.id), filesShut }
}

function asks(pack: Pack): boolean {
  const known = asking.get(pack)
  if (known !== undefined) return known
  const charts = [...Object.values(pack.flows), ...Object.values(pack.records)]
  const found = charts.some(({ steps }) => Object.values(steps).some((step) => evidenceOf(step) !== null))
  asking.set(pack, found)
  return found
}

// What was entered by mistake, or is no longer there, does not count.
async function itemsAtHand(tx: Tx, recordId: string): Promise<EvidenceAtHand[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const rows = await tx
    .selectFrom('app.evidence_item as i')
    .innerJoin('app.evidence_entry as e', (join) =>
      join.onRef('e.organisation_id', '=', 'i.organisation_id').onRef('e.evidence_id', '=', 'i.id'),
    )
    .leftJoin('app.evidence_signature as s', (join) =>
      join.onRef('s.organisation_id', '=', 'e.organisation_id').onRef('s.entry_id', '=', 'e.id'),
    )
    .select(['i.id', 'i.number', 'i.kind', 'i.title', 'e.kind as entry', 'e.fields', 's.part'])
    .where('i.organisation_id', '=', organisationId)
    .where('i.record_id', '=', recordId)
    .where('e.kind', 'in', ['captured', 'withdrawn', 'destroyed'])
    .orderBy('i.number')
    .orderBy('e.id')
    .orderBy('s.part')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id)].flatMap(([id, about]) => {
    const [first] = about
    if (first === undefined || !isKind(first.kind) || about.some((row) => row.entry !== 'captured')) return []
    const wantsWitness = typeof first.fields === 'object' && first.fields !== null && 'witness' in first.fields
    const witnessed = about.some((row) => row.part === 'witness')
    const signed = about.some((row) => row.part === 'taker') && (witnessed || !wantsWitness)
    return [{ id, kind: first.kind, says: `${first.number}. ${first.title}`, signed, witnessed }]
  })
}

const isKind = (text: string): text is EvidenceKind => EVIDENCE_KINDS.some((kind) => kind === text)
