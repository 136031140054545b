import { describe, expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import { anonymousActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { tellConcern } from './index.ts'

describe('a note between those who look after a concern', () => {
  const t = useDatabase()
  const app = useApp(t)

  test('has a form, a place and a table of its own, and no way leads from it to the reporter', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'village-primary')
    const lead = await givenPerson(t, organisation, {
      kind: 'staff',
      name: 'Priya Raman',
      posts: ['online_safety_lead'],
    })
    const nobody = anonymousActor(organisation.organisationId)
    const { id } = await t.as(nobody, (tx) =>
      tellConcern(tx, nobody, app.keys.derive('concern-receipts'), {
        schoolId: organisation.schoolId,
        reporterKind: 'anonymous',
        body: 'A man writes to me',
        aboutKind: 'contact',
        inDanger: false,
        wantsAnswer: true,
      }),
    )
    const page = await app.get(`/concerns/${id}`, lead)
    const forms = page.forms.filter((form) => 'reply' in form.fields || 'note' in form.fields)
    expect(forms.map((form) => [form.action, Object.keys(form.fields).sort()])).toEqual([
      [`/concerns/${id}/reply`, ['_csrf', 'reply']],
      [`/concerns/${id}/note`, ['_csrf', 'note']],
    ])
    // Two colours: what goes out stands in one frame, what stays inside in another.
    const [aloud = '', inside = ''] = [page.body.indexOf('kept-aloud'), page.body.indexOf('kept-inside')].map((at) =>
      page.body.slice(at, page.body.indexOf('</section>', at)),
    )
    expect([aloud.includes('name="reply"'), aloud.includes('name="note"')]).toEqual([true, false])
    expect([inside.includes('name="note"'), inside.includes('name="reply"')]).toEqual([true, false])

    // A note that is sent to the wrong address is refused, and is not sent.
    const secret = 'Ring her social worker first'
    expect((await app.post(`/concerns/${id}/reply`, { note: secret }, lead)).status).toBe(400)
    expect((await app.post(`/concerns/${id}/note`, { note: secret }, lead)).status).toBe(303)
    const messages = await t.peek<{ body: string }>('select body from app.concern_message where concern_id = $1', [id])
    expect(JSON.stringify(messages)).not.toContain('social worker')

    // Past every page: whoever holds the receipt reads no note and writes none, and neither table's words can be changed.
    const holder = { ...nobody, concernId: id }
    const notes = await t.as(holder, (tx) => tx.selectFrom('app.concern_note').selectAll().execute())
    expect(notes).toEqual([])
    const note = { organisation_id: organisation.organisationId, concern_id: id, author_id: lead.personId }
    await expect(
      t.as(holder, (tx) =>
        tx
          .insertInto('app.concern_note')
          .values({ ...note, id: organisation.schoolId, body: 'x', written_at: '2026-11-23T10:00:00Z' })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    for (const table of ['app.concern_note', 'app.concern_message'] as const)
      await expect(
        t.as(lead, (tx) =>
          tx.updateTable(table).set({ body: 'x' }).where('organisation_id', '=', organisation.organisationId).execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' })

    // Whom the school has put on its register of contacts, with a number, is among those to ring; who helps parents is not a pupil's.
    const contact = (name: string, helps: string) =>
      t.as(lead, (tx) =>
        openRecord(tx, lead, {
          kind: 'support_contact',
          schoolId: organisation.schoolId,
          title: name,
          category: null,
          occurredAt: null,
          fields: { contact_name: name, contact_phone: '0191 498 0000', contact_helps: [helps] },
          people: [],
        }),
      )
    await contact('The school office', 'children')
    await contact('The parents’ line', 'parents')
    const help = await app.get(`/at/${organisation.slug}/tell/older/help`)
    expect(help.text).toContain('The school office')
    expect(help.body).toContain('href="tel:01914980000"')
    expect(help.text).not.toContain('The parents’ line')
  })
})
