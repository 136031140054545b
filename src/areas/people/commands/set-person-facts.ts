import { circleOfFact, looksAfter, policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { formFacts, maySetFact } from '../facts.ts'
import { peopleChanged } from '../people-changed.ts'
import { ownPosts } from '../queries/own-posts.ts'
import { personFacts } from '../queries/person-facts.ts'

export type FactValue = string | number | boolean

export interface SetPersonFacts {
  readonly personId: string
  /** By the name of the fact without `person.`; null when it is not known any more. What is left out stays. */
  readonly facts: Readonly<Record<string, FactValue | null>>
}

/**
 * Sets facts of a person that the pack takes from a form, and asks the agreements again whom they bind now.
 * @throws NotFound for somebody whom the actor does not know; Forbidden for oneself, for a fact that the pack does not ask of
 *   this person, and for one that the actor may not set.
 */
export async function setPersonFacts(tx: Tx, actor: Actor, input: SetPersonFacts): Promise<void> {
  const { personId } = input
  if (personOf(actor) === personId) throw new Forbidden('person.facts.own')
  const person = (await personFacts(tx, [personId])).get(personId)
  if (person === undefined) throw new NotFound('person.missing')
  const { pack, id: policyVersionId } = await policyInForce(tx, person.schoolId)
  const kinds = person.kinds.filter((one) => one.until === null).map((one) => one.kind)
  const known = new Map(formFacts(pack, kinds).map((fact) => [fact.id, fact]))
  const posts = actor.kind === 'system' ? null : await ownPosts(tx)
  const keeps = await looksAfter(tx, 'people')
  for (const id of Object.keys(input.facts)) {
    const fact = known.get(id)
    if (fact === undefined) throw new Forbidden('person.facts.unknown')
    if (posts !== null && !maySetFact(fact, posts, keeps)) throw new Forbidden('person.facts.not_theirs')
  }
  await asSystem(tx, async () => {
    for (const [id, value] of Object.entries(input.facts))
      await write(tx, actor, { personId, id, value, circle: circleOfFact(pack, `person.${id}`) })
  })
  // Whoever reads the ledger may not be one who sees a sensitive fact: that it was set is in it, its value is not.
  const told = Object.entries(input.facts).map(([id, value]) => [id, known.get(id)?.sensitive ? 'sensitive' : value])
  recordEvent(tx, {
    code: 'person.facts_set',
    subject: { kind: 'person', id: personId },
    personId,
    policyVersionId,
    details: { facts: Object.fromEntries(told) },
  })
  await peopleChanged(tx)
  await refreshSoon(tx)
}

interface Written {
  readonly personId: string
  readonly id: string
  readonly value: FactValue | null
  readonly circle: string | null
}

async function write(tx: Tx, actor: Actor, { personId, id, value, circle }: Written): Promise<void> {
  const { organisationId } = actor
  if (value === null) {
    await tx
      .deleteFrom('app.person_fact')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('fact', '=', id)
      .execute()
    return
  }
  const said = { value: JSON.stringify(value), circle, set_by: personOf(actor), set_at: nowText(tx) }
  await tx
    .insertInto('app.person_fact')
    .values({ organisation_id: organisationId, person_id: personId, fact: id, ...said })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id', 'fact']).doUpdateSet(said))
    .execute()
}
