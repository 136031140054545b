import { sql } from 'kysely'
import { readSites } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { compileExpression } from '#pack/expressions/compile.ts'
import { evaluate } from '#pack/expressions/evaluate.ts'
import { itemScope } from '#pack/expressions/scopes.ts'
import type { Field } from '#pack/types/field.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { namesSomebody, type Offer, type Offers } from '../forms/field-view.ts'
import { knownPeople } from './known-people.ts'

const MOST = 500

/** What a form can offer for these fields: the people of its school, or of those among which it chooses, and the entries of other registers that one may see. */
export async function readOffers(
  tx: Tx,
  policy: PolicyInForce,
  fields: readonly Field[],
  schools: string | readonly string[],
): Promise<Offers> {
  const ids = [schools].flat()
  const people = fields.some(namesSomebody) ? await knownPeople(tx, ids) : []
  const records = new Map<string, readonly Offer[]>()
  for (const field of fields) {
    if (field.type.startsWith('record/') && !records.has(field.type))
      records.set(field.type, await entriesOf(tx, policy, field, ids))
  }
  if (fields.some(({ type }) => type === 'class')) records.set('class', await classesOf(tx, ids))
  if (fields.some(({ type }) => type === 'site')) records.set('site', await readSiteOffers(tx))
  return { people: people.map((one) => ({ value: one.id, text: one.words })), records }
}

/** The classes of today, by their names: that is what is kept, and what people read. */
async function classesOf(tx: Tx, schools: readonly string[]): Promise<Offer[]> {
  const rows = await tx
    .selectFrom('app.class')
    .select('name')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('school_id', 'in', schools)
    .where('until_on', 'is', null)
    .orderBy('name')
    .limit(MOST)
    .execute()
  return rows.map(({ name }) => ({ value: name, text: name }))
}

/** The sites by their names, and each school that has none: none at all where nobody keeps sites here. */
export async function readSiteOffers(tx: Tx): Promise<Offer[]> {
  const { sites, without } = await readSites(tx)
  if (sites.length === 0) return []
  const names = [...new Set([...sites, ...without])].toSorted(new Intl.Collator('en-GB').compare)
  return names.map((name) => ({ value: name, text: name }))
}

async function entriesOf(tx: Tx, policy: PolicyInForce, field: Field, schools: readonly string[]): Promise<Offer[]> {
  const kind = field.type.slice('record/'.length)
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.reference', 'r.state', 'd.title', 'd.fields'])
    .select(
      sql<string | null>`(select s.step from app.record_step s
        where s.organisation_id = r.organisation_id and s.record_id = r.id and s.chart = 'record/' || r.kind order by s.key limit 1)`.as(
        'step',
      ),
    )
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', '=', kind)
    .where('r.school_id', 'in', schools)
    .where('r.state', '!=', 'voided')
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(MOST)
    .execute()
  const fits = fitsWhere(policy, field)
  return rows
    .filter((row) => {
      const fields =
        typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {}
      return fits({ ...fields, state: row.step ?? row.state })
    })
    .map((row) => ({ value: row.id, text: `${row.reference} ${row.title}` }))
}

// What cannot be decided is not offered: unknown lets nothing pass.
function fitsWhere(policy: PolicyInForce, field: Field): (item: Readonly<Record<string, unknown>>) => boolean {
  if (field.where === undefined) return () => true
  const compiled = compileExpression(field.where, itemScope(policy.pack, field.type.slice('record/'.length)), 'boolean')
  return (item) => compiled.ok && evaluate(compiled.expression, { item }) === true
}
