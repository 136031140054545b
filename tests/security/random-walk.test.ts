import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Case } from '#areas/records/index.ts'
import { openRecord, readCase } from '#areas/records/index.ts'
import { type PersonActor, systemActor } from '#core/actor.ts'
import { verifyChain } from '#platform/ledger/verify.ts'
import { namingColumns, seenAround } from '#tests/support/around-a-case.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { walkRecord } from '#tests/support/walk-record.ts'
import { type CommandName, commands, type Move, readOrGuess } from './random-walk-commands.ts'

const t = useDatabase()
const SEED = 20_261_123
const RUNS = 10
let organisation: GivenOrganisation
let staff: readonly PersonActor[]
let pupil: PersonActor
let naming: Awaited<ReturnType<typeof namingColumns>>

beforeAll(async () => {
  organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const made = (kind: 'staff' | 'governor', ...posts: string[]) => givenPerson(t, organisation, { kind, posts })
  staff = [
    await made('staff', 'online_safety_lead'),
    await made('staff', 'head'),
    await made('staff', 'dsl'),
    await made('staff', 'deputy_head'),
    await made('governor', 'chair_of_governors'),
    await made('staff'),
  ]
  pupil = await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 8 })
  naming = await namingColumns(t)
})

/** Mostly what moves a case on; each of the rest now and then. */
const WEIGHTS: Partial<Record<CommandName, number>> = { answer: 8, name: 3, correct: 2, smash: 2, wall: 2 }
const moves = fc.array(
  fc.record<Move>({
    does: fc.oneof(
      ...(Object.keys(commands) as CommandName[]).map((name) => ({
        arbitrary: fc.constant(name),
        weight: WEIGHTS[name] ?? 1,
      })),
    ),
    who: fc.nat(1000),
    pick: fc.nat(1000),
  }),
  { minLength: 15, maxLength: 22, size: 'max' },
)

test('a case on a random walk keeps every answer, skips no mandatory step, and shows nothing to whoever is named', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(moves, async (walk) => {
      const id = await begun()
      let known = await readAs(id)
      for (const move of walk) {
        const outcome = await act(move, known)
        done.set(`${move.does} ${outcome}`, (done.get(`${move.does} ${outcome}`) ?? 0) + 1)
        known = await keepsAll(known, outcome)
        await showsNothing(id)
      }
      await erasedByRule(known)
    }),
    // Smaller walks are other walks: each would have to be walked anew in the database.
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  // Each was carried out, and not only refused; these skip what the policy demands, and were refused whoever tried.
  const never = ['notNeeded', 'close', 'reopen']
  const names = Object.keys(commands)
  expect(names.filter((name) => !done.has(`${name} done`) && !never.includes(name))).toEqual([])
  expect(never.filter((name) => !done.has(`${name} refused`))).toEqual([])
  await closedAndOpenedAgain()
  for (const chain of ['main', 'read'] as const)
    expect(await t.as(system(), (tx) => verifyChain(tx, chain))).toMatchObject({ bad: null })
}, 60_000)

/** What no walk comes to by chance: every step taken, closed by the last of them, opened again, and all of it still there. */
async function closedAndOpenedAgain(): Promise<void> {
  const id = await begun()
  const [lead] = staff
  if (lead === undefined) throw new Error('nobody to act')
  await walkRecord(t, lead, id)
  const closed = await readAs(id)
  expect([closed.state, closed.open.filter((step) => !step.early && !step.optional)]).toEqual(['closed', []])
  expect(await act({ does: 'reopen', who: 0, pick: 0 }, closed)).toBe('done')
  const again = await keepsAll(closed, 'done')
  expect(again.state).toBe('open')
  expect(await act({ does: 'close', who: 0, pick: 0 }, again)).toBe('refused')
}

const system = () => systemActor(organisation.organisationId, 'retention')

async function begun(): Promise<string> {
  const [lead] = staff
  if (lead === undefined) throw new Error('nobody to begin')
  const input = {
    kind: 'incident',
    schoolId: organisation.schoolId,
    title: 'A secret',
    category: null,
    occurredAt: null,
  }
  const people = [{ part: 'victim', personId: pupil.personId, described: null }]
  return (await t.as(lead, (tx) => openRecord(tx, lead, { ...input, fields: {}, people }))).id
}

/** Gives a command as somebody. A refusal in words is an answer too; anything else is a fault. */
async function act({ does, who, pick }: Move, known: Case): Promise<'done' | 'refused'> {
  const actor = staff[who % staff.length]
  if (actor === undefined) throw new Error('nobody to act')
  try {
    const taken = await t.as(actor, async (tx) => {
      const one = await readOrGuess(tx, known)
      return commands[does]({ tx, actor, one, pick, staff, pupil })
    })
    return typeof taken === 'object' && taken !== null && 'ok' in taken && taken.ok === false ? 'refused' : 'done'
  } catch (error) {
    if (error instanceof Error && ['NotFound', 'Forbidden', 'Refused', 'BadInput'].includes(error.name))
      return 'refused'
    throw error
  }
}

/** The case as the first of those who still handle it reads it: there is always one. */
async function readAs(id: string): Promise<Case> {
  for (const one of staff) {
    const [held] = await t.peek('select 1 from app.post_holder where person_id = $1', [one.personId])
    if (held === undefined) continue
    const read = await t.as(one, (tx) => readCase(tx, id)).catch(() => null)
    if (read !== null) return read
  }
  throw new Error('nobody can read it any more')
}

async function keepsAll(before: Case, outcome: string): Promise<Case> {
  const after = await readAs(before.id)
  expect(after.run.starts).toEqual(before.run.starts)
  const kept = after.run.events.slice(0, before.run.events.length)
  expect(kept).toEqual(before.run.events)
  if (outcome === 'refused') expect(after.run.events).toHaveLength(before.run.events.length)
  for (const event of after.run.events.slice(before.run.events.length)) {
    if (event.kind !== 'not_needed') continue
    expect(before.open.find((step) => step.key === event.step)?.optional, event.step).toBe(true)
  }
  if (after.state === 'closed') expect(after.open.filter((step) => !step.early && !step.optional)).toEqual([])
  return after
}

/** Whoever is named in a part that is kept out, or has a conflict, finds no row in any table that names the case. */
async function showsNothing(id: string): Promise<void> {
  const walls = await t.peek<{ person_id: string; named: boolean }>(
    `select distinct person_id from app.record_wall where record_id = $1 and lifted_at is null
     union select person_id from app.record_person where record_id = $1 and removed_at is null and part = 'named_staff'`,
    [id],
  )
  for (const { person_id } of walls) {
    const who = staff.find((one) => one.personId === person_id)
    if (who === undefined) continue
    const seen = await seenAround(t, naming, who, id)
    // Their own wall and invitation, which the policies look up as them.
    expect(seen.filter((table) => table !== 'record_wall' && table !== 'record_reader')).toEqual([])
  }
}

/** At its end it is erased by rule, when it is over: then nobody reads a word of it, and before that the database refuses. */
async function erasedByRule({ id, state, reference }: Case): Promise<void> {
  const erase = () => t.as(system(), (tx) => sql`select app.erase_record(${id}::uuid, '2026-11-23')`.execute(tx))
  await expect(erase(), reference).rejects.toThrow(/only what is closed|not announced/)
  if (state === 'open') return
  await t.peek(
    `insert into app.record_expiry (organisation_id, record_id, circle, rule, expires_on, announced_at, announced_to)
     select organisation_id, id, circle, 'a rule', '2026-01-01', '2026-01-01', array[$2::uuid] from app.record where id = $1`,
    [id, pupil.personId],
  )
  await erase()
  const left = await seenAround(t, naming, system(), id)
  expect(left.filter((table) => !STAYS.includes(table))).toEqual([])
}

const STAYS = ['record', 'tombstone', 'ledger_entry', 'record_origin', 'duty', 'concern']
