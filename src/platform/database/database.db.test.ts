import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { StatementNames, sendAhead } from './prepared.ts'
import type { Tx } from './tx.ts'
import { asSystem, contextOf } from './tx.ts'

describe('the web pool', () => {
  const t = useDatabase()

  test('keeps the plan of a statement that comes again, and obeys the row policies with it', async () => {
    const [here, there] = [await givenOrganisation(t, 'Here'), await givenOrganisation(t, 'There')]
    const namesOf = (organisationId: string) =>
      t.as(systemActor(organisationId, 'tests'), async (tx) => {
        const rows = await tx.selectFrom('app.school').select('name').where('name', '<>', 'x').execute()
        const kept = await tx.executeQuery<{ kept: number }>(
          CompiledQuery.raw(
            `select count(*)::int as kept from pg_prepared_statements where statement like '%"app"."school"%'`,
          ),
        )
        return [...rows.map((row) => row.name), kept.rows[0]?.kept]
      })
    expect(await namesOf(here.organisationId)).toEqual(['Here', 0])
    for (let times = 0; times < 8; times += 1) await namesOf(here.organisationId)
    expect(await namesOf(here.organisationId)).toEqual(['Here', 1])
    expect(await namesOf(there.organisationId)).toEqual(['There', 1])
    expect(await namesOf(newId())).toEqual([1])
  })

  test('acts as the system for a moment, and as the person before and after it', async () => {
    const organisation = await givenOrganisation(t)
    const parent = await givenPerson(t, organisation, { kind: 'parent' })
    await givenPerson(t, organisation, { kind: 'staff' })
    await t.as(parent, async (tx) => {
      const count = async () =>
        (
          await tx
            .selectFrom('app.person')
            .select('id')
            .where('organisation_id', '=', organisation.organisationId)
            .execute()
        ).length
      expect(contextOf(tx).actor).toBe(parent)
      expect([await count(), await asSystem(tx, count), await count()]).toEqual([1, 2, 1])
      // One stretch within another gives the person back only at its end.
      const within = async () => [await asSystem(tx, count), await count()]
      expect([...(await asSystem(tx, within)), await count()]).toEqual([2, 2, 1])
      // Nor is the person left with it when a fault is caught on the way.
      const failing = asSystem(tx, () => Promise.reject(new Error('half way')))
      await expect(failing).rejects.toThrow('half way')
      expect(await count()).toBe(1)
    })
  })

  test('never compiles what it asks, on a server that compiles by itself too', async () => {
    const [role] = await t.peek<{ rolconfig: string[] }>("select rolconfig from pg_roles where rolname = 'kept_web'")
    expect(role?.rolconfig).toContain('jit=off')
  })

  test('throws the fault of a statement that nobody waited for, and keeps nothing', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    const rename = (then: (tx: Tx) => Promise<unknown>) =>
      t.as(system, async (tx) => {
        await tx.updateTable('app.school').set({ name: 'Renamed' }).execute()
        await sendAhead(tx, CompiledQuery.raw('select 1 / 0'))
        await then(tx)
      })
    const name = (tx: Tx) => tx.selectFrom('app.school').select('name').executeTakeFirst()
    await expect(rename(async () => {})).rejects.toThrow('division by zero')
    await expect(rename(name)).rejects.toThrow('division by zero')
    expect(await t.as(system, name)).toEqual({ name: 'Larkbeck School' })
  })

  test('says that nothing was kept when a statement had failed before the end', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    await expect(
      t.as(system, async (tx) => {
        await tx.executeQuery(CompiledQuery.raw('select 1 / 0')).catch(() => undefined)
      }),
    ).rejects.toThrow('failed before its end')
    expect(await t.as(system, (tx) => tx.selectFrom('app.school').select('name').execute())).toHaveLength(1)
  })
})

describe('statements', () => {
  test('get a name the third time they come', () => {
    const names = new StatementNames()
    expect([1, 2, 3, 4].map(() => names.nameOf('select $1'))).toEqual([undefined, undefined, 'kept_1', 'kept_1'])
    expect([1, 2, 3].map(() => names.nameOf('select $2')).at(-1)).toBe('kept_2')
  })

  test('of all columns, and long ones, never do', () => {
    const names = new StatementNames()
    const never = [
      'select * from t where a = $1',
      'select "t".* from t',
      'delete from t returning *',
      `select ${'$1, '.repeat(2_000)}`,
    ]
    for (const text of never) expect([1, 2, 3].map(() => names.nameOf(text)).at(-1)).toBeUndefined()
  })

  test('are kept up to a bound', () => {
    const names = new StatementNames()
    const kept = Array.from({ length: 1_000 }, (_, at) => [1, 2, 3].map(() => names.nameOf(`select ${at}`)).at(-1))
    expect(kept.filter((name) => name !== undefined)).toHaveLength(400)
  })
})
