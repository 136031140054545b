import { sql } from 'kysely'
import { looksAfter, policyInForce } from '#areas/policy/index.ts'
import { actingAs } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { PersonKind } from '#pack/engines/audience/person.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { FactValue } from '../commands/set-person-facts.ts'
import type { FormFact } from '../facts.ts'
import { formFacts, maySetFact } from '../facts.ts'
import type { Absence, Relative } from '../people-lines.ts'
import { absencesOf } from './absences.ts'
import { ownPosts } from './own-posts.ts'
import { personFacts } from './person-facts.ts'

/** A person as those see them who keep the school's records. */
export interface PersonFile {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly kinds: readonly PersonKind[]
  readonly places: readonly { readonly kind: string; readonly school: string; readonly year: number | null }[]
  readonly classes: readonly string[]
  readonly posts: readonly string[]
  readonly adults: readonly Relative[]
  readonly children: readonly Relative[]
  readonly facts: readonly { readonly fact: FormFact; readonly value: FactValue | null; readonly maySet: boolean }[]
  readonly absences: readonly Absence[]
  readonly pack: Pack
  /** Whether the one who looks keeps the school's records of people. */
  readonly keeps: boolean
  readonly self: boolean
  /** Whether the one who looks handles cases. */
  readonly handles: boolean
}

/**
 * Reads a person, with the facts that whoever looks may see.
 * @throws NotFound for somebody whom they do not know.
 */
export async function readPerson(tx: Tx, actor: PersonActor, id: string): Promise<PersonFile> {
  const { organisationId } = actor
  const row = await tx
    .selectFrom('app.person as p')
    .select([NAME.as('name'), 'p.email'])
    .where('p.organisation_id', '=', organisationId)
    .where('p.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('person.missing'))
  const policy = await policyInForce(tx)
  const { pack } = policy
  const mine = await actingAs(tx, policy, actor.personId, { kind: 'incident', circle: '', openedBy: null })
  const posts = await ownPosts(tx)
  const keeps = await looksAfter(tx, 'people')
  const known = (await personFacts(tx, [id])).get(id)
  const kinds = [...new Set((known?.kinds ?? []).filter((one) => one.until === null).map((one) => one.kind))]
  const facts = formFacts(pack, kinds)
    .filter((fact) => !fact.sensitive || posts.some((post) => fact.seenBy.includes(post)))
    .map((fact) => ({ fact, value: factOf(known?.facts[fact.id]), maySet: maySetFact(fact, posts, keeps) }))
  if (facts.some(({ fact }) => fact.sensitive))
    recordLook(tx, { code: 'person.viewed', subject: { kind: 'person', id }, personId: id })
  return {
    id,
    name: row.name,
    email: row.email,
    kinds,
    places: await placesOf(tx, id),
    classes: await classesOf(tx, id),
    posts: (known?.posts ?? []).filter((post) => post.until === null).map((post) => post.party),
    adults: await relatives(tx, id, 'child_id', 'adult_id'),
    children: await relatives(tx, id, 'adult_id', 'child_id'),
    facts,
    absences: await absencesOf(tx, id),
    pack,
    keeps,
    self: actor.personId === id,
    handles: mine.includes('handler'),
  }
}

const NAME = sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`

const factOf = (value: unknown): FactValue | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

async function placesOf(tx: Tx, id: string): Promise<PersonFile['places']> {
  const rows = await tx
    .selectFrom('app.person_membership as m')
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'm.organisation_id').onRef('s.id', '=', 'm.school_id'),
    )
    .select(['m.kind', 's.name', 'm.year_group'])
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.person_id', '=', id)
    .where('m.until_on', 'is', null)
    .orderBy('m.from_on')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({ kind: row.kind, school: row.name, year: row.year_group }))
}

async function classesOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.class_member as m')
    .innerJoin('app.class as c', (join) =>
      join.onRef('c.organisation_id', '=', 'm.organisation_id').onRef('c.id', '=', 'm.class_id'),
    )
    .select('c.name')
    .distinct()
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.person_id', '=', id)
    .where('m.until_on', 'is', null)
    .where('c.kind', '=', 'homeroom')
    .orderBy('c.name')
    .execute()
  return rows.map((row) => row.name)
}

async function relatives(
  tx: Tx,
  id: string,
  from: 'child_id' | 'adult_id',
  to: 'child_id' | 'adult_id',
): Promise<Relative[]> {
  const rows = await tx
    .selectFrom('app.family_link as f')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'f.organisation_id').on('p.id', '=', sql.ref(`f.${to}`)),
    )
    .select(['p.id', NAME.as('name'), 'f.relationship', 'f.may_sign', 'p.email', 'p.ended_on'])
    .where('f.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(`f.${from}`, '=', id)
    .where('f.until_on', 'is', null)
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    relationship: row.relationship,
    maySign: row.may_sign && row.ended_on === null,
    reached: row.email !== null,
  }))
}
