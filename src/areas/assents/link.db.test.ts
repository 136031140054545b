import { describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { answerByLink, openAnswerLink } from './commands/answer-by-link.ts'
import { makeAnswerLink } from './commands/make-answer-link.ts'
import { linkHash } from './link-token.ts'
import { readDescribedAsked } from './queries/described-asked.ts'

const t = useDatabase('2026-09-14T08:00:00Z')
const assent = 'recording_consent'
const YES = { typedName: 'Nora Blum', answers: { recorded: true } }

async function given() {
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  const pack = structuredClone(packNamed('village-primary'))
  const { conference } = pack.records
  if (conference === undefined) throw new Error('the pack has no such record')
  conference.start = 'consents'
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  const teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Sam Pritchard' })
  const colleague = await givenPerson(t, organisation, { kind: 'staff', name: 'Wen Li' })
  const described = (words: string) => ({ personId: null, described: words, part: 'adult_in_it' })
  const { id } = await t.as(teacher, (tx) =>
    openRecord(tx, teacher, {
      kind: 'conference',
      schoolId: organisation.schoolId,
      title: 'A call to the museum',
      category: null,
      occurredAt: null,
      fields: { to_be_recorded: true, recording_consents: [] },
      people: [described('A scientist of the museum'), described('Her colleague')],
    }),
  )
  const asked = (await t.as(teacher, (tx) => readDescribedAsked(tx, id))).asked
  const consents = async () => {
    const [step] = (await t.as(teacher, (tx) => readCase(tx, id))).open
    return t.as(teacher, (tx) => takeStep(tx, teacher, { recordId: id, step: step?.key ?? '', does: { done: true } }))
  }
  return { organisation, teacher, colleague, id, asked, consents, nobody: anonymousActor(organisation.organisationId) }
}

describe('a link for somebody who is only described', () => {
  test('asks one thing, is answered once, and counts in its record', async () => {
    const { teacher, colleague, id, asked, consents, nobody } = await given()
    expect(asked.map((one) => [one.described, one.assent, one.state])).toEqual([
      ['A scientist of the museum', assent, 'none'],
      ['Her colleague', assent, 'none'],
    ])
    const make = (who = teacher, at = 0) =>
      t.as(who, (tx) => makeAnswerLink(tx, who, { recordId: id, personId: asked[at]?.personId ?? '', assent }))
    const open = (token: string, who = nobody) => t.as(who, (tx) => openAnswerLink(tx, token))
    const answer = (token: string, answers = YES.answers) =>
      t.as(nobody, async (tx) => {
        const textHash = (await openAnswerLink(tx, token)).text.hash
        return answerByLink(tx, token, { ...YES, answers, textHash })
      })

    // Who may not see the record makes no link; nor does anybody ask what the policy does not.
    await expect(make(colleague)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await consents()).toMatchObject({ ok: false, code: 'needs' })
    const first = await make()
    const second = await make()
    // A newer link ends the older one. What it carries is kept nowhere.
    await expect(open(first)).rejects.toMatchObject({ code: 'agreement.link.over' })
    expect((await open(second)).text.statements.map((one) => one.id)).toEqual(['recorded'])
    const kept = await t.peek<{ token_hash: Buffer }>('select token_hash from app.answer_link order by id')
    expect(kept.map((row) => row.token_hash.equals(linkHash(second)))).toEqual([false, true])
    const elsewhere = await givenOrganisation(t)
    await expect(open(second, anonymousActor(elsewhere.organisationId))).rejects.toMatchObject({ name: 'NotFound' })

    await answer(second)
    await expect(open(second)).rejects.toMatchObject({ code: 'agreement.link.over' })
    await expect(answer(second)).rejects.toMatchObject({ code: 'agreement.link.over' })
    await expect(make()).rejects.toMatchObject({ code: 'agreement.link.answered' })

    // Somebody who has not answered holds it back; a link whose time is over asks nothing.
    expect(await consents()).toMatchObject({ ok: false, code: 'needs' })
    const late = await make(teacher, 1)
    await t.peek('update app.answer_link set expires_at = $1 where used_at is null', ['2026-09-14T08:00:00Z'])
    await expect(open(late)).rejects.toMatchObject({ code: 'agreement.link.over' })
    await answer(await make(teacher, 1))
    expect(await consents()).toMatchObject({ ok: true })
  })

  test('reads and changes nothing else: the database shows its holder no row', async () => {
    const { teacher, id, asked, nobody } = await given()
    const input = { recordId: id, personId: asked[0]?.personId ?? '', assent }
    await t.as(teacher, (tx) => makeAnswerLink(tx, teacher, input))
    for (const table of ['app.answer_link', 'app.record', 'app.record_person', 'app.person'] as const)
      expect(await t.as(nobody, (tx) => tx.selectFrom(table).select('organisation_id').execute())).toEqual([])
    const answered = t.as(teacher, (tx) =>
      tx.updateTable('app.answer_link').set({ typed_name: 'Somebody else' }).execute(),
    )
    await expect(answered).rejects.toMatchObject({ message: expect.stringContaining('permission denied') })
  })
})
