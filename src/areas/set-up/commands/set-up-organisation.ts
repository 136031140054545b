import { type Beginning, beginFrom } from '#areas/drafting/index.ts'
import { addPerson, appoint, createOrganisation, createSchool } from '#areas/people/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue, nowIn } from '#platform/database/tx.ts'
import type { SetUp } from '../forms.ts'

/**
 * Makes a school's own organisation with its first administrator and its policy, all or nothing; without a pack, with a draft
 * of one and nothing in force. Says who the administrator is.
 */
export async function setUpOrganisation(
  tx: Tx,
  system: SystemActor,
  input: SetUp,
  pack: Pack | null,
  root: string,
): Promise<string> {
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  await createOrganisation(tx, system, { slug: input.slug, name: input.name, sample: false })
  const schoolIds: string[] = []
  for (const school of input.schools) schoolIds.push(await createSchool(tx, system, school))
  if (pack !== null) await publishPolicy(tx, system, { pack, inForceOn: today })
  const personId = await addPerson(tx, system, {
    givenName: input.givenName,
    familyName: input.familyName,
    email: input.login,
    kind: 'staff',
    schoolIds,
    fromOn: today,
  })
  for (const post of input.posts) await appoint(tx, system, { post, personId, schoolId: null, fromOn: today })
  const beginning = beginningOf(input.draft)
  if (beginning !== null) await beginFrom(tx, system, root, beginning)
  // The days of the others began when the program started; this organisation was not there yet.
  await enqueue(tx, 'daily', {}, { key: `daily:${system.organisationId}` })
  return personId
}

function beginningOf(draft: string | null): Beginning | null {
  if (draft === 'blank') return { from: 'blank' }
  // A document comes afterwards, when somebody is signed in who can say what its clauses are.
  return draft?.startsWith('pack/') === true ? { from: 'pack', pack: draft.slice('pack/'.length) } : null
}
