import { describe, expect, test } from 'vitest'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { agreementText, clausesOf } from './agreement-text.ts'
import { signAgreement } from './index.ts'

describe('a statement that says a clause which something else keeps', () => {
  const t = useDatabase()
  const app = useApp(t)
  const pack = packNamed('village-primary')

  test('is shown with it to staff who sign, and on the page of the clause, and claims nothing', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'village-primary')
    const teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Edda Morrow' })
    await issueIn(t, organisation)
    const requestId = await requestOf(t, teacher, 'staff_agreement')
    const page = await app.get(`/agreements/mine/${requestId}`, teacher)
    expect(page.body).toContain('href="/policy#M-230"')
    await t.as(teacher, (tx) => signAgreement(tx, teacher, { requestId, typedName: 'Edda Morrow' }))
    const clause = await app.get('/policy/clauses/M-230', teacher)
    expect(clause.text).toContain('Also said in the agreements')
    expect(clause.text).toContain('delete them within 24 hours')
    const [signed] = await t.peek<{ clauses: string[] }>(
      `select clauses from app.ledger_entry where organisation_id = $1 and code = 'agreement.signed'`,
      [organisation.organisationId],
    )
    expect(signed?.clauses).toContain('M-227')
    expect(signed?.clauses).not.toContain('M-230')
  })

  test('is no part of the text that is signed', () => {
    const silent = structuredClone(pack)
    for (const item of silent.assents.staff_agreement?.items ?? []) item.states = []
    expect(agreementText(silent, 'staff_agreement').hash).toBe(agreementText(pack, 'staff_agreement').hash)
  })

  test('says no clause that its agreement keeps', () => {
    expect(Object.values(pack.assents).flatMap(({ items }) => items.flatMap((item) => item.states))).not.toEqual([])
    for (const [id, assent] of Object.entries(pack.assents)) {
      const kept = pack.clauses.filter((one) => one.kept_by.some((ref) => ref.split('#')[0] === `assent/${id}`))
      const said = assent.items.flatMap((item) => item.states)
      expect(said.filter((clause) => kept.some((one) => one.id === clause))).toEqual([])
      expect(said.filter((clause) => clausesOf(assent).includes(clause))).toEqual([])
    }
  })
})
