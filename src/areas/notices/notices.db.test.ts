import { describe, expect, test } from 'vitest'
import { takeConcern, tellConcern, tellOfConcern, tellOfMessage, writeMessage } from '#areas/concerns/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import type { MailTransport } from '#platform/mail/mail-transport.ts'
import { MailRefused, outboxOnly } from '#platform/mail/mail-transport.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenTelling, KEY } from '#tests/support/notices.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { chase, markRead, noticeStandings, sendMails, tellOfRecord, unreadNotices } from './index.ts'

describe('notices', () => {
  const t = useDatabase()

  const given = () => givenTelling(t)

  test('tell whoever the policy names for what was told, once, however often the job runs', async () => {
    const { lead, dsl, head, teacher, network, tell, runTold, noticesOf } = await given()
    const id = await tell('unkind')
    await runTold(id)
    await runTold(id)
    for (const who of [lead, dsl])
      expect(await noticesOf(who)).toMatchObject([
        { code: 'notify/cyberbullying', href: `/concerns/${id}`, urgent: false },
      ])
    for (const who of [head, teacher, network]) expect(await noticesOf(who)).toEqual([])
    expect(
      await t.peek(
        `select code from app.ledger_entry where subject_id = $1 and code in ('notice.told', 'concern.acknowledged')`,
        [id],
      ),
    ).toHaveLength(2)
  })

  test('acknowledge to the reporter that it arrived, once', async () => {
    const { nobody, tell, runTold } = await given()
    const id = await tell('unkind')
    await runTold(id)
    await runTold(id)
    const holder = { ...nobody, concernId: id }
    const messages = await t.as(holder, (tx) =>
      tx.selectFrom('app.concern_message').select(['direction', 'body']).execute(),
    )
    expect(messages).toHaveLength(1)
    expect(messages[0]?.body).toContain('It has arrived')
  })

  test('call the first of the order when somebody may be in danger, and not everybody at once', async () => {
    const { lead, dsl, head, tell, runTold, noticesOf } = await given()
    await runTold(await tell('unkind', true))
    const calledAs = async (who: PersonActor) =>
      (await noticesOf(who)).filter((one) => one.code === 'notify/danger_now' && one.urgent).length
    expect([await calledAs(dsl), await calledAs(head), await calledAs(lead)]).toEqual([1, 0, 0])
  })

  test('let the network manager read what the policy lets them, and nothing else', async () => {
    const { network, tell, runTold, noticesOf } = await given()
    const security = await tell('security')
    const unkind = await tell('unkind')
    await runTold(security)
    await runTold(unkind)
    expect(await noticesOf(network)).toMatchObject([
      { code: 'notify/responsible_persons', href: `/concerns/${security}` },
    ])
    const seen = await t.as(network, (tx) => tx.selectFrom('app.concern').select('id').execute())
    expect(seen).toEqual([{ id: security }])
  })

  test('reach the circle when nobody holds the post that the rule names', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const dsl = await givenPerson(t, organisation, { kind: 'staff', posts: ['dsl'] })
    const nobody = anonymousActor(organisation.organisationId)
    const { id } = await t.as(nobody, (tx) =>
      tellConcern(tx, nobody, KEY, {
        schoolId: organisation.schoolId,
        reporterKind: 'anonymous',
        body: 'x',
        aboutKind: 'virus',
        inDanger: false,
        wantsAnswer: false,
      }),
    )
    await t.as(systemActor(organisation.organisationId, 'tests'), (tx) => tellOfConcern(tx, id))
    const notices = await t.as(dsl, (tx) => tx.selectFrom('app.notice').select('code').execute())
    expect(notices).toEqual([{ code: 'concern.told' }])
    t.clock.advance({ minutes: 10 })
    const standing = await t.as(systemActor(organisation.organisationId, 'tests'), async (tx) =>
      (await noticeStandings.standings(tx, await policyInForce(tx), ['notify/virus'])).get('notify/virus'),
    )
    expect(standing).toMatchObject({ state: 'broken', counts: { happened: 1, told: 0 } })
  })

  test('chase the next one when nobody has taken it, and nobody when somebody has', async () => {
    const { lead, head, system, tell, runTold, noticesOf, standing } = await given()
    const [left, taken] = [await tell('unkind'), await tell('unkind')]
    await runTold(left)
    await runTold(taken)
    await t.as(lead, (tx) => takeConcern(tx, lead, taken))
    expect((await standing('notify/cyberbullying'))?.state).toBe('due')
    t.clock.advance({ hours: 2 })
    expect(await standing('notify/cyberbullying')).toMatchObject({
      state: 'late',
      counts: { happened: 2, told: 2, late: 1 },
    })
    const run = (subjectId: string) =>
      t.as(system, (tx) => chase(tx, { rule: 'notify/cyberbullying', subjectKind: 'concern', subjectId }))
    expect(await run(taken)).toBe(0)
    expect(await run(left)).toBe(1)
    expect(await run(left)).toBe(0)
    expect(await noticesOf(head)).toMatchObject([
      { code: 'notify/cyberbullying#chase', urgent: true, href: `/concerns/${left}` },
    ])
    await t.as(lead, (tx) => takeConcern(tx, lead, left))
    expect(await standing('notify/cyberbullying')).toMatchObject({ state: 'kept', proof: 'proved' })
  })

  test('stand as none before anything happened, and a concern that nobody takes as due, then late', async () => {
    const { tell, runTold, standing } = await given()
    expect((await standing('notify/password_compromise'))?.state).toBe('none')
    expect((await standing('record/concern'))?.state).toBe('none')
    await runTold(await tell('password'))
    expect((await standing('record/concern'))?.state).toBe('due')
    t.clock.advance({ hours: 24 * 7 })
    expect((await standing('record/concern'))?.state).toBe('late')
  })

  test('tell the handler of a new message, and of the next one again', async () => {
    const { lead, dsl, nobody, system, tell, runTold, noticesOf } = await given()
    const id = await tell('unkind')
    await runTold(id)
    const holder = { ...nobody, concernId: id }
    const write = async (body: string) => {
      await t.as(holder, (tx) => writeMessage(tx, holder, { concernId: id, body }))
      await t.as(system, (tx) => tellOfMessage(tx, id))
      await t.as(system, (tx) => tellOfMessage(tx, id))
    }
    await t.as(lead, (tx) => takeConcern(tx, lead, id))
    await write('It happened again')
    await write('And again')
    const messages = (notices: { code: string }[]) => notices.filter((one) => one.code.startsWith('concern.message/'))
    expect(messages(await noticesOf(lead))).toHaveLength(2)
    expect(messages(await noticesOf(dsl))).toHaveLength(0)
    // Whoever had it may not read it any more: it does not end in silence.
    await t.peek('update app.post_holder set until_on = from_on where person_id = $1', [lead.personId])
    await t.peek('delete from app.concern_reader where person_id = $1', [lead.personId])
    await write('Is anybody there?')
    expect(messages(await noticesOf(lead))).toHaveLength(2)
    expect(messages(await noticesOf(dsl))).toHaveLength(1)
  })

  test('tell of a case and of the steps of its chart, each once', async () => {
    const { organisation, lead, dsl, network, system, noticesOf } = await given()
    const { id } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title: 'Lost tablet',
        category: 'loss',
        occurredAt: null,
        fields: {},
        people: [],
      }),
    )
    const run = (moment: string) => t.as(system, (tx) => tellOfRecord(tx, { recordId: id, moment }))
    await run('opened')
    await run('opened')
    expect(await noticesOf(network)).toMatchObject([
      { code: 'notify/responsible_persons_of_incident', href: '/notices' },
    ])
    expect(await noticesOf(lead)).toMatchObject([
      { code: 'notify/responsible_persons_of_incident', href: `/incidents/${id}` },
    ])
    const take = async (stepId: string, does: Parameters<typeof takeStep>[2]['does']) => {
      const { open } = await t.as(lead, (tx) => readCase(tx, id))
      const step = open.find((one) => one.stepId === stepId)?.key ?? ''
      const taken = await t.as(lead, (tx) => takeStep(tx, lead, { recordId: id, step, does }))
      expect(taken.ok, JSON.stringify(taken)).toBe(true)
    }
    await take('triage', { answers: ['illegal_suspected'] })
    await run('changed')
    expect((await noticesOf(dsl)).map((one) => one.code)).not.toContain('notify/illegal_after_police')
  })

  test('are read by their reader alone', async () => {
    const { lead, dsl, tell, runTold } = await given()
    await runTold(await tell('unkind'))
    const [own] = await t.as(lead, (tx) => tx.selectFrom('app.notice').select('id').execute())
    expect(await t.as(dsl, (tx) => markRead(tx, dsl, [own?.id ?? '']))).toBe(0)
    expect(await t.as(lead, (tx) => markRead(tx, lead, 'all'))).toBe(1)
    expect(await t.as(lead, (tx) => unreadNotices(tx))).toEqual({ count: 0, urgent: 0 })
  })

  test('go out by mail that says nothing of what it is about', async () => {
    const { organisation, lead, tell, runTold, address } = await given()
    await address(lead, 'priya.raman@mailroom')
    await runTold(await tell('unkind', true))
    const sent: string[] = []
    const transport: MailTransport = {
      ...outboxOnly,
      sends: true,
      deliver: async (mail) => void sent.push(JSON.stringify(mail)),
    }
    await sendMails(t.db, outboxOnly, organisation.organisationId)
    expect(sent).toEqual([])
    await sendMails(t.db, transport, organisation.organisationId)
    await sendMails(t.db, transport, organisation.organisationId)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toContain('priya.raman@mailroom')
    expect(sent[0]).not.toMatch(/Leila|unkind|bully|danger/i)
  })

  test('stay in the outbox with the reason when nobody can be reached, and wait when the mail server is busy', async () => {
    const { organisation, lead, dsl, tell, runTold, address } = await given()
    await address(lead, 'priya@larkbeck.example')
    await address(dsl, 'nia@mailroom')
    await runTold(await tell('unkind'))
    const busy: MailTransport = {
      ...outboxOnly,
      sends: true,
      deliver: () => Promise.reject(new MailRefused('451', false)),
    }
    await expect(sendMails(t.db, busy, organisation.organisationId)).rejects.toBeInstanceOf(MailRefused)
    const gone: MailTransport = {
      ...outboxOnly,
      sends: true,
      deliver: () => Promise.reject(new MailRefused('550', true)),
    }
    await sendMails(t.db, gone, organisation.organisationId)
    const rows = await t.peek<{ failure: string; sent_at: string | null }>(
      'select failure, sent_at from app.mail where organisation_id = $1 order by to_address',
      [organisation.organisationId],
    )
    expect(rows.map((row) => row.failure)).toEqual([
      'The mail server refused it for good.',
      'Nobody can be reached at this address.',
    ])
  })
})
