import type { PolicyInForce } from '#areas/policy/index.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { type EntrySource, sourcesOf } from './seeded.ts'

/** Somebody who helps, out of a register of contacts. */
export interface HelpContact {
  readonly id: string
  /** The register that it stands in. */
  readonly kind: string
  readonly name: string
  readonly offers: string
  readonly phone: string
  readonly web: string
  /** The parties of the policy whom it helps. */
  readonly helps: readonly string[]
  readonly source: EntrySource | undefined
}

const MOST = 500

/**
 * The contacts of a school, those of the policy and its own, by name. A register of contacts is meant to be read: whoever it
 * helps sees it without seeing the register.
 */
export async function helpContacts(tx: Tx, { pack }: PolicyInForce, schoolId: string | null): Promise<HelpContact[]> {
  const kinds = Object.entries(pack.records).filter(([, record]) => record.contacts !== undefined)
  if (kinds.length === 0) return []
  return asSystem(tx, async () => {
    const rows = await tx
      .selectFrom('app.record as r')
      .innerJoin('app.record_detail as d', (join) =>
        join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
      )
      .select(['r.id', 'r.kind', 'd.title', 'd.fields'])
      .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
      .where(
        'r.kind',
        'in',
        kinds.map(([kind]) => kind),
      )
      .where('r.state', '=', 'open')
      .$if(schoolId !== null, (query) => query.where('r.school_id', '=', schoolId ?? ''))
      .orderBy('d.title')
      .orderBy('r.id')
      .limit(MOST)
      .execute()
    const sources = await sourcesOf(
      tx,
      rows.map((row) => row.id),
    )
    const found = rows.map((row) => contactOf(pack, row, sources.get(row.id)))
    // Without a school every school is meant, and what they share is said once.
    return schoolId === null
      ? [...new Map(found.map((one) => [`${one.name} ${one.phone} ${one.web}`, one])).values()]
      : found
  })
}

function contactOf(
  pack: PolicyInForce['pack'],
  row: { readonly id: string; readonly kind: string; readonly title: string; readonly fields: unknown },
  source: EntrySource | undefined,
): HelpContact {
  const record = pack.records[row.kind]
  const says = record?.contacts
  const value = (id: string | undefined): unknown =>
    id === undefined || typeof row.fields !== 'object' || row.fields === null ? undefined : Reflect.get(row.fields, id)
  const text = (id: string | undefined): string => {
    const found = value(id)
    return typeof found === 'string' ? found : ''
  }
  const field = record?.fields.find((one) => one.id === says?.helps)
  const values = pack.lists[partsOf(field?.type ?? '')?.id ?? '']?.values ?? []
  const chosen = new Set([value(says?.helps)].flat())
  return {
    id: row.id,
    kind: row.kind,
    name: row.title,
    offers: text(says?.offers),
    phone: text(says?.phone),
    web: text(says?.web),
    helps: values.filter((one) => chosen.has(one.id)).flatMap((one) => one.for ?? []),
    source,
  }
}
