import { describe, expect, test } from 'vitest'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { recordPaperSlip, refuseAgreement, signAgreement } from './index.ts'

describe('signing an agreement', () => {
  const t = useDatabase()

  async function given() {
    const school = await givenSchool(t)
    await issueIn(t, school.organisation)
    return {
      ...school,
      primary: await requestOf(t, school.kofi, 'primary_rules'),
      secondary: await requestOf(t, school.esi, 'secondary_agreement'),
    }
  }
  type Given = Awaited<ReturnType<typeof given>>
  const sign = (who: Given['mother'], requestId: string) =>
    t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name' }))

  test('a primary slip is signed by a parent alone', async () => {
    const { mother, primary, kofi } = await given()
    const { settled, signatureId } = await sign(mother, primary)
    expect(settled).toBe(true)
    const [row] = await t.peek<{ state: string; valid_until: Date }>('select * from app.assent_request where id = $1', [
      primary,
    ])
    expect(row?.state).toBe('signed')
    expect(row?.valid_until.toISOString()).toBe('2027-08-31T22:59:59.000Z')
    const [entry] = await t.peek<{ code: string; person_id: string; clauses: string[] }>(
      'select * from app.ledger_entry where subject_id = $1',
      [signatureId],
    )
    expect(entry).toMatchObject({ code: 'agreement.signed', person_id: kofi.personId })
    expect(entry?.clauses).toEqual(expect.arrayContaining(['L-033', 'L-034', 'L-056']))
    await expect(sign(kofi, primary)).rejects.toMatchObject({ code: 'agreement.sign.not_asked' })
  })

  test('a secondary agreement is whole when parent and pupil have both signed, in either order', async () => {
    const { mother, esi, secondary } = await given()
    expect(await sign(esi, secondary)).toMatchObject({ settled: false })
    expect(await stateOf(t, secondary)).toBe('partly')
    expect(await sign(mother, secondary)).toMatchObject({ settled: true })
    expect(await stateOf(t, secondary)).toBe('signed')
    const rows = await t.peek<{ capacity: string }>(
      'select capacity from app.signature where request_id = $1 order by capacity desc',
      [secondary],
    )
    expect(rows.map((row) => row.capacity)).toEqual(['pupil', 'parent'])
  })

  test('staff sign their own', async () => {
    const { lead, office } = await given()
    const own = await requestOf(t, office, 'adult_code')
    await expect(sign(lead, own)).rejects.toMatchObject({ code: 'agreement.sign.not_asked' })
    expect(await sign(office, own)).toMatchObject({ settled: true })
  })

  test('another family, a relative without the right to sign and another organisation cannot even see it', async () => {
    const { stranger, aunt, other, primary } = await given()
    const elsewhere = await given()
    for (const who of [stranger, aunt, other, elsewhere.mother, elsewhere.lead])
      await expect(sign(who, primary), who.personId).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('a second signature is refused kindly, and the other parent may still give theirs', async () => {
    const { mother, father, primary } = await given()
    await sign(mother, primary)
    await expect(sign(mother, primary)).rejects.toMatchObject({
      code: 'agreement.sign.again',
      says: 'You have signed this already. There is nothing more to do.',
    })
    expect(await sign(father, primary)).toMatchObject({ settled: true })
  })

  test('what one parent answers is not there for the other', async () => {
    const { mother, father, primary } = await given()
    await sign(mother, primary)
    const seen = await t.as(father, (tx) => tx.selectFrom('app.signature').select('id').execute())
    expect(seen).toEqual([])
    const entries = await t.as(father, (tx) =>
      tx.selectFrom('app.ledger_entry').select('code').where('code', '=', 'agreement.signed').execute(),
    )
    expect(entries).toEqual([])
  })

  test('two signatures of one person at the same time leave one', async () => {
    const { mother, primary } = await given()
    const outcomes = await Promise.allSettled([sign(mother, primary), sign(mother, primary), sign(mother, primary)])
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await t.peek('select 1 from app.signature where request_id = $1', [primary])).toHaveLength(1)
  })

  test('a text that has changed since it was shown, and a statement left out, are refused', async () => {
    const { mother, primary } = await given()
    await expect(
      t.as(mother, (tx) =>
        signAgreement(tx, mother, { requestId: primary, typedName: 'A', textHash: 'ab'.repeat(32) }),
      ),
    ).rejects.toMatchObject({ code: 'agreement.sign.text_changed' })
    await expect(
      t.as(mother, (tx) =>
        signAgreement(tx, mother, { requestId: primary, typedName: 'A', answers: { school_only: true } }),
      ),
    ).rejects.toMatchObject({ code: 'agreement.sign.item' })
    await expect(
      t.as(mother, (tx) => signAgreement(tx, mother, { requestId: primary, typedName: '  ' })),
    ).rejects.toMatchObject({ code: 'agreement.sign.no_name' })
    expect(await stateOf(t, primary)).toBe('open')
  })

  test('wanting to talk first tells somebody, and signing later is still possible', async () => {
    const { mother, father, lead, primary } = await given()
    const { told } = await t.as(mother, (tx) =>
      refuseAgreement(tx, mother, { requestId: primary, reason: 'What is checked?' }),
    )
    expect(told).toEqual([lead.personId])
    const notices = await t.as(lead, (tx) =>
      tx.selectFrom('app.notice').select('says').where('code', '=', 'agreement.refused').execute(),
    )
    expect(notices).toEqual([{ says: 'Abena Mensah wants to talk before signing for Kofi Mensah.' }])
    expect(await stateOf(t, primary)).toBe('open')
    await t.as(father, (tx) => refuseAgreement(tx, father, { requestId: primary }))
    expect(await stateOf(t, primary)).toBe('refused')
    t.clock.advance({ minutes: 5 })
    expect(await sign(mother, primary)).toMatchObject({ settled: true })
  })

  test('a paper slip is recorded by staff who saw it, with its own date', async () => {
    const { office, mother, esi, secondary } = await given()
    const slip = (who: Given['mother'], signerId: string, day: string) =>
      t.as(who, (tx) =>
        recordPaperSlip(tx, who, { requestId: secondary, signerId, signedOn: Temporal.PlainDate.from(day) }),
      )
    await expect(slip(mother, esi.personId, '2026-11-20')).rejects.toMatchObject({ code: 'agreement.staff_only' })
    await expect(slip(office, mother.personId, '2026-11-24')).rejects.toMatchObject({ code: 'agreement.paper.future' })
    await expect(slip(office, office.personId, '2026-11-20')).rejects.toMatchObject({ code: 'agreement.paper.own' })
    await slip(office, mother.personId, '2026-11-20')
    expect(await slip(office, esi.personId, '2026-11-23')).toMatchObject({ settled: true })
    const rows = await t.peek<{ way: string; recorded_by: string; typed_name: string; signed_at: Date }>(
      'select * from app.signature where request_id = $1 order by signed_at',
      [secondary],
    )
    expect(rows[0]).toMatchObject({ way: 'paper', recorded_by: office.personId, typed_name: 'Abena Mensah' })
    expect(rows[0]?.signed_at.toISOString()).toBe('2026-11-20T12:00:00.000Z')
    await expect(slip(office, mother.personId, '2026-11-20')).rejects.toMatchObject({ code: 'agreement.sign.again' })
  })

  test('nobody signs in the name of somebody else, whatever the program does', async () => {
    const { mother, father, primary, kofi } = await given()
    const row = {
      organisation_id: mother.organisationId,
      id: primary,
      request_id: primary,
      about_id: kofi.personId,
      capacity: 'parent',
      outcome: 'signed',
      way: 'screen',
      typed_name: 'X',
      text_hash: Buffer.alloc(32),
      signed_at: '2026-11-23T10:00:00Z',
      recorded_at: '2026-11-23T10:00:00Z',
    }
    await expect(
      t.as(mother, (tx) =>
        tx
          .insertInto('app.signature')
          .values({ ...row, signer_id: father.personId })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      t.as(mother, (tx) =>
        tx.updateTable('app.assent_request').set({ state: 'signed' }).where('id', '=', primary).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
