import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addCasePeople, openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenSchool } from '#tests/support/school.ts'

const t = useDatabase()
let lead: PersonActor
let dsl: PersonActor
let schoolId: string

beforeAll(async () => {
  ;({ schoolId, lead, dsl } = await givenSchool(t, ['lead', 'dsl']))
})

describe('what is erased', () => {
  // Why a table that names a record is not emptied with it.
  const STAYS: Readonly<Record<string, string>> = {
    record: 'its row stays without a word, so that nothing that points at it breaks',
    tombstone: 'that it was, and by which rule it went',
    record_origin: 'that one followed from the other; the name of the effect goes',
    duty: 'what a post had to do and when; the note goes',
    concern: 'what was told goes with app.empty_concern, the times stay for the figures',
    ledger_entry: 'the chain; its details go',
    assent_request: 'an agreement is of the person who gave it, and has a time of its own',
    seeded_entry: 'an entry of the policy itself',
    concern_tombstone: 'that it was',
    pupil_file: 'that a file was sent',
  }

  test.each(['record', 'concern'])(
    'of a %s is every table that names one, or it is said why it stays',
    async (thing) => {
      const tables = await t.peek<{ name: string }>(
        `select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.attname in ($1 || '_id', 'subject_id')
        where n.nspname = 'app' and c.relkind = 'r'
       union select k.conrelid::regclass::text from pg_constraint k where k.contype = 'f' and k.confrelid = ('app.' || $1)::regclass`,
        [thing],
      )
      const [body] = await t.peek<{ text: string }>(
        `select prosrc as text from pg_proc where proname = 'empty_' || $1`,
        [thing],
      )
      const left = tables
        .map((row) => row.name.replace('app.', ''))
        .filter((table) => !(body?.text ?? '').includes(`delete from app.${table} `) && STAYS[table] === undefined)
      expect(left).toEqual([])
    },
  )

  test('takes with it what followed from the case and was still open then, and tells whoever was kept out nothing', async () => {
    const { id } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'incident',
        schoolId,
        title: 'A secret',
        category: null,
        occurredAt: null,
        fields: {},
        people: [],
      }),
    )
    const named = { part: 'named_staff', personId: dsl.personId, described: null }
    await t.as(lead, (tx) => addCasePeople(tx, lead, { recordId: id, people: [named] }))
    const system = systemActor(lead.organisationId, 'retention')
    const follower = newId()
    await t.peek(
      `insert into app.record (organisation_id, id, kind, reference, school_id, circle, state, policy_version_id, opened_at)
       select organisation_id, $2, 'to_do', 'TODO-1', school_id, circle, 'open', policy_version_id, opened_at from app.record where id = $1`,
      [id, follower],
    )
    await t.peek(
      `insert into app.record_detail (organisation_id, record_id, title) select organisation_id, $2, 'A secret' from app.record where id = $1`,
      [id, follower],
    )
    await t.peek(
      `insert into app.record_origin select organisation_id, $2, id, 'ask/' || $3 from app.record where id = $1`,
      [id, follower, newId()],
    )
    await t.peek("update app.record set state = 'closed', closed_at = now() where id = $1", [id])
    await t.peek(
      `insert into app.record_expiry (organisation_id, record_id, circle, rule, expires_on, announced_at, announced_to)
       select organisation_id, id, circle, 'six years', '2026-01-01', '2026-01-01', array[$2::uuid] from app.record where id = $1`,
      [id, lead.personId],
    )
    await t.as(system, (tx) => sql`select app.erase_record(${id}::uuid, '2026-11-23')`.execute(tx))
    const state = async () =>
      (await t.peek<{ state: string }>('select state from app.record where id = $1', [follower]))[0]?.state
    expect(await state()).toBe('open')
    await t.peek("update app.record set state = 'closed', closed_at = now() where id = $1", [follower])
    await expect(t.as(lead, (tx) => sql`select app.erase_followers()`.execute(tx))).rejects.toThrow('only the system')
    await t.as(system, (tx) => sql`select app.erase_followers()`.execute(tx))
    expect(await state()).toBe('erased')
    expect(await t.peek('select effect from app.record_origin where record_id = $1', [follower])).toEqual([
      { effect: `erased/${follower}` },
    ])
    const graves = (who: PersonActor) =>
      t.as(who, (tx) => tx.selectFrom('app.tombstone').select('record_id').where('record_id', '=', id).execute())
    expect([(await graves(lead)).length, (await graves(dsl)).length]).toEqual([1, 0])
  })
})

test('every function that acts for its owner has a fixed path and is not for everybody', async () => {
  const loose = await t.peek<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('app', 'identity') and p.prosecdef and (
       not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=pg_catalog%')
       or has_function_privilege('public', p.oid, 'execute'))`)
  expect(loose).toEqual([])
})
