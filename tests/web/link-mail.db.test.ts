import { describe, expect, test } from 'vitest'
import { outboxOnly } from '#platform/mail/mail-transport.ts'
import { linkMail } from '#src/link-mail.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)
const LINK = 'https://kept.example/sign-in/link?token=a-secret'

async function givenParent(email: string) {
  const { organisationId, personId } = await givenPerson(t, await givenOrganisation(t), { kind: 'parent' })
  await kept.identity.ensureUser({ organisationId, personId, email })
  return organisationId
}

const mailsOf = (organisationId: string) =>
  t.peek<{ body: string; failure: string | null }>('select body, failure from app.mail where organisation_id = $1', [
    organisationId,
  ])

const send = (sample: boolean, to: string) =>
  linkMail({ db: t.db, mail: outboxOnly, sample, onFault: () => {} })(to, LINK)

describe('a link to sign in with, without a mail server', () => {
  test('stands in no outbox of a real school, which says only that one was asked for, and never sends that', async () => {
    const organisationId = await givenParent('abena@family.test')
    await send(false, 'abena@family.test')
    const [mail] = await mailsOf(organisationId)
    expect(mail?.body).toContain('Print an access letter')
    expect(mail?.body).not.toContain('a-secret')
    expect(mail?.failure).toBe('The link was not sent.')
    expect(
      await t.peek('select 1 from app.mail where organisation_id = $1 and sent_at is null and failed_at is null', [
        organisationId,
      ]),
    ).toEqual([])
  })

  test('is read in the outbox of the sample', async () => {
    const organisationId = await givenParent('efua@family.test')
    await send(true, 'efua@family.test')
    expect(await mailsOf(organisationId)).toMatchObject([{ body: expect.stringContaining(LINK), failure: null }])
  })

  test('is for nobody when the address is nobody’s', async () => {
    const before = await t.peek('select 1 from app.mail')
    await send(false, 'stranger@family.test')
    expect(await t.peek('select 1 from app.mail')).toEqual(before)
  })
})
