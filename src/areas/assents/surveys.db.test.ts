import { describe, expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { answerSurvey, assentStandings, readSurveys, recordPaperSlip, sendReminders, signAgreement } from './index.ts'

const NAMES = ['Ada', 'Bea', 'Cal', 'Dov', 'Eli', 'Fay', 'Gus']
const SURVEY = 'survey_staff'

describe('a survey without names', () => {
  const t = useDatabase('2026-09-14T08:00:00Z')
  const log: string[] = []
  const app = useApp(t, { log })

  /** A federation whose staff are asked, and who answer the first question with these numbers. */
  async function given(answers: readonly number[]) {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'primary-federation')
    const staff: PersonActor[] = []
    for (const name of NAMES) staff.push(await givenPerson(t, organisation, { kind: 'staff', name: `${name} Example` }))
    await issueIn(t, organisation, { assent: SURVEY })
    const from = log.length
    for (const [at, known] of answers.entries()) await answer(staff[at], { known: String(known), supported: 'yes' })
    return { organisation, staff, lines: log.slice(from) }
  }

  async function answer(person: PersonActor | undefined, said: { known: string; supported: string }) {
    if (person === undefined) throw new Error('more answers than people')
    const path = `/agreements/mine/${await requestOf(t, person, SURVEY)}`
    const form = (await app.get(path, person)).form(path)
    const fields = { ...form.fields, 'item-known': said.known, 'item-supported': said.supported }
    expect((await app.post(path, fields, person)).status).toBe(303)
  }

  /** Everything that the database holds of an organisation, with people by name and whatever is random or a time taken out. */
  async function everything({ organisation, staff }: Awaited<ReturnType<typeof given>>): Promise<string[]> {
    const tables = await t.peek<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const rows: string[] = []
    for (const { name } of tables)
      for (const { row } of await t.peek<{ row: unknown }>(`select to_jsonb(r) as row from ${name} r`)) {
        const text = JSON.stringify(row)
        if (text.includes(organisation.organisationId)) rows.push(`${name} ${plain(text, staff)}`)
      }
    return rows.filter((row) => !row.startsWith('graphile_worker') && !row.startsWith('identity')).sort()
  }

  const plain = (text: string, staff: readonly PersonActor[]): string =>
    staff
      .reduce((all, person, at) => all.replaceAll(person.personId, NAMES[at] ?? ''), text)
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
      .replaceAll(/(?:\\\\x)?[0-9a-f]{32,}|o-[0-9a-f]{12}/g, '*')
      .replaceAll(/\d{4}-\d\d-\d\dT[0-9:.+Z-]+/g, 'T')

  test('leaves the same whoever answered what: tables, ledger and log would not tell it', async () => {
    const one = await given([5, 1, 3, 3, 3, 4, 4])
    const other = await given([1, 5, 3, 3, 3, 4, 4])
    const [rows, swapped] = [await everything(one), await everything(other)]
    expect(rows.filter((row) => row.startsWith('app.survey_count '))).toHaveLength(1)
    expect(rows.filter((row) => row.includes('survey.answered')).length).toBeGreaterThan(0)
    expect(swapped).toEqual(rows)
    // The comparison would notice: the same people with other answers leave other rows.
    const counts = rows.find((row) => row.startsWith('app.survey_count '))
    expect(counts).toContain('"1":1')
    for (const line of [...one.lines, ...other.lines]) expect(line).not.toMatch(/item-known|supported/)
    const said = await t.peek<{ answers: unknown }>('select distinct answers from app.signature')
    expect(said).toEqual([{ answers: { items: {}, fields: {} } }])
  })

  test('knows who has answered, shows nothing before it is over, and then by school without small numbers', async () => {
    const { organisation, staff } = await given([5, 5, 5, 5, 5, 1])
    const [first, , , , , , last] = staff
    if (first === undefined || last === undefined) throw new Error('seven people')
    const own = await requestOf(t, first, SURVEY)
    expect(await stateOf(t, own)).toBe('signed')
    const again = t.as(first, (tx) => answerSurvey(tx, first, { requestId: own, answers: {} }))
    await expect(again).rejects.toMatchObject({ code: 'agreement.sign.again' })
    const open = await requestOf(t, last, SURVEY)
    const signed = t.as(last, (tx) => signAgreement(tx, last, { requestId: open, typedName: 'Gus Example' }))
    await expect(signed).rejects.toMatchObject({ code: 'agreement.sign.survey' })
    const signedOn = Temporal.PlainDate.from('2026-09-10')
    const slip = t.as(first, (tx) => recordPaperSlip(tx, first, { requestId: open, signerId: last.personId, signedOn }))
    await expect(slip).rejects.toMatchObject({ code: 'agreement.paper.none' })
    expect((await app.get('/agreements/surveys', first)).text).toContain('Still open')
    expect((await t.as(first, (tx) => tx.selectFrom('app.survey_count').selectAll().execute())).length).toBe(0)

    t.clock.set('2026-09-29T08:00:00Z')
    const system = systemActor(organisation.organisationId, 'tests')
    const reminded = await t.as(system, (tx) => sendReminders(tx, system))
    expect(reminded).toMatchObject({ reminded: 1, readers: 1 })
    t.clock.set('2026-10-12T08:00:00Z')
    const late = t.as(last, (tx) => answerSurvey(tx, last, { requestId: open, answers: { known: 2 } }))
    await expect(late).rejects.toMatchObject({ code: 'agreement.survey.over' })
    await issueIn(t, organisation, { assent: SURVEY })
    expect(await stateOf(t, open)).toBe('ended')
    const { results } = await t.as(first, (tx) => readSurveys(tx))
    const cells = results[0]?.questions.map(({ shown }) => [...shown.cells.map((cell) => cell.count), shown.unanswered])
    expect(cells).toEqual([
      [null, 0, 0, 0, null, 0],
      [null, null, null, null, null, null],
      [null, null, null],
    ])
    expect((await app.get('/agreements/surveys', last)).text).toContain('How well is the policy known and kept?')
    const standing = await t.as(system, async (tx) =>
      assentStandings.standings(tx, await policyInForce(tx), [`assent/${SURVEY}`]),
    )
    expect(standing.get(`assent/${SURVEY}`)).toMatchObject({ state: 'kept', counts: { asked: 7, answered: 6 } })
  })
})
