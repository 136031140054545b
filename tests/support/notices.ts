import { concernStandings, tellConcern, tellOfConcern } from '#areas/concerns/index.ts'
import { noticeStandings } from '#areas/notices/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import type { TestDatabase } from './database.ts'
import { givenOrganisation, givenPerson } from './given.ts'
import { givenPolicy } from './policy.ts'

export const KEY = Buffer.alloc(32, 3)

/** A school whose posts are told, somebody without a name who tells, and what tests of notices do with them. */
export async function givenTelling(t: TestDatabase) {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const { organisationId, schoolId } = organisation
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Priya Raman', 'online_safety_lead')
  const dsl = await staff('Nia Okafor', 'dsl')
  const head = await staff('Moira Tolland', 'head')
  const network = await staff('Wen Li', 'network_manager')
  const teacher = await staff('Sam Pritchard')
  const system = systemActor(organisationId, 'tests')
  const nobody = anonymousActor(organisationId)
  const tell = async (aboutKind: string, inDanger = false) =>
    (
      await t.as(nobody, (tx) =>
        tellConcern(tx, nobody, KEY, {
          schoolId,
          reporterKind: 'anonymous',
          body: 'Somebody keeps writing to Leila',
          aboutKind,
          inDanger,
          wantsAnswer: true,
        }),
      )
    ).id
  const runTold = (id: string) => t.as(system, (tx) => tellOfConcern(tx, id))
  const noticesOf = (who: PersonActor) =>
    t.as(who, (tx) =>
      tx.selectFrom('app.notice').select(['code', 'href', 'urgent', 'says', 'party']).orderBy('id').execute(),
    )
  const standing = (ref: string) =>
    t.as(system, async (tx) => {
      const source = ref.startsWith('notify/') ? noticeStandings : concernStandings
      return (await source.standings(tx, await policyInForce(tx), [ref])).get(ref)
    })
  const address = (who: PersonActor, email: string) =>
    t.as(system, (tx) =>
      tx
        .updateTable('app.person')
        .set({ email })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', who.personId)
        .execute(),
    )
  return {
    organisation,
    lead,
    dsl,
    head,
    network,
    teacher,
    system,
    nobody,
    tell,
    runTold,
    noticesOf,
    standing,
    address,
  }
}
