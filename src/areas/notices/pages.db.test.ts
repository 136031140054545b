import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { MailRefused, type MailTransport } from '#platform/mail/mail-transport.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { writeNotices } from './index.ts'
import { sendMails } from './jobs/send-mails.ts'

const AWAY: MailTransport = {
  sends: true,
  deliver: () => Promise.reject(new MailRefused('ECONNREFUSED', false)),
  close: () => {},
}

describe('the pages of notices', () => {
  const t = useDatabase()
  const app = useApp(t)
  const away = useApp(t, { mail: AWAY })

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const teacher = await givenPerson(t, organisation, { kind: 'staff' })
    const network = await givenPerson(t, organisation, { kind: 'staff', posts: ['network_manager'] })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 5 })
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) =>
      tx
        .updateTable('app.person')
        .set({ email: 'teacher@larkbeck.mailroom' })
        .where('organisation_id', '=', organisation.organisationId)
        .where('id', '=', teacher.personId)
        .execute(),
    )
    const write = (says: string, urgent = false) =>
      t.as(system, (tx) =>
        writeNotices(tx, [
          {
            readerId: teacher.personId,
            code: 'notify/virus',
            says,
            href: '/policy',
            subject: { kind: 'concern', id: newId() },
            party: 'party/network_manager',
            clauses: ['L-117'],
            urgent,
          },
        ]),
      )
    return { teacher, network, pupil, write }
  }

  test('show one’s own, the urgent first, and mark them as read', async () => {
    const { teacher, network, write } = await given()
    await write('Something ordinary')
    await write('Something urgent', true)
    const page = await app.get('/notices', teacher)
    expect(page.text).toMatch(/Something urgent[\s\S]*Something ordinary/)
    expect(page.text).toContain('L-117')
    expect((await app.get('/notices', network)).text).not.toContain('Something')
    const ids = [...page.body.matchAll(/name="notice" id="[^"]*" value="([^"]+)"|value="([0-9a-f-]{36})"/g)].flatMap(
      (match) => match[1] ?? match[2] ?? [],
    )
    expect((await app.post('/notices/read', { notice: ids[0] ?? '' }, network)).status).toBe(303)
    expect((await app.get('/notices', teacher)).text).toContain('Something urgent')
    await app.post('/notices/read', { notice: ids[0] ?? '' }, teacher)
    expect((await app.get('/notices', teacher)).text).not.toContain('Something urgent')
    await app.post('/notices/read', { all: 'yes' }, teacher)
    expect((await app.get('/notices', teacher)).text).toContain('Nothing new')
    expect((await app.get('/notices?view=all', teacher)).text).toContain('Something urgent')
  })

  test('show the outbox to the network manager, and to nobody else', async () => {
    const { teacher, network, pupil, write } = await given()
    await write('Something ordinary')
    const page = await app.get('/outbox', network)
    expect(page.text).toContain('teacher@larkbeck.mailroom')
    expect(page.text).toContain('Something is waiting for you in Kept')
    expect(page.text).not.toContain('Something ordinary')
    for (const who of [teacher, pupil]) expect((await app.get('/outbox', who)).status).toBe(403)

    // A mail server that is away: what waits stays, and whoever looks after mail is told to telephone.
    const { organisationId } = network
    await expect(sendMails(t.db, AWAY, organisationId)).rejects.toMatchObject({ name: 'MailRefused', permanent: false })
    expect((await away.get('/outbox', network)).text).not.toContain('Mail has waited since')
    t.clock.advance({ minutes: 20 })
    const late = await away.get('/outbox', network)
    expect(late.text).toContain('Mail has waited since')
    expect(late.text).toContain('Waits here')
    expect((await app.get('/outbox', network)).text).not.toContain('Mail has waited since')
    // Their first page says it too, and nobody else's.
    expect((await away.get('/duties', network)).text).toContain('Mail has waited since')
    expect((await away.get('/duties', teacher)).text).not.toContain('Mail has waited since')
    expect((await app.get('/duties', network)).text).not.toContain('Mail has waited since')

    // Whoever asks for a link reads that mail is late, in the same words whether the school knows the address or not.
    const asks = async (at: typeof app, address: string) => {
      const visitor = at.browser()
      await visitor.get('/sign-in/mail')
      return (await visitor.post('/sign-in/mail', { address })).text.replaceAll(address, 'this address')
    }
    const known = await asks(away, 'teacher@larkbeck.mailroom')
    expect(known).toMatch(
      /If the school knows this address, .*Mail from the school is late today.*ask the school office/,
    )
    expect(await asks(away, 'nobody@larkbeck.mailroom')).toBe(known)
    expect(await asks(app, 'teacher@larkbeck.mailroom')).not.toContain('late today')
  })
})
