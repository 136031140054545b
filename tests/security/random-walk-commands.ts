import { addItem } from '#areas/evidence/index.ts'
import { incidentHome } from '#areas/incidents/index.ts'
import { giveBackGlass } from '#areas/records/glass/give-back.ts'
import type { Case, NewPerson } from '#areas/records/index.ts'
import {
  addCasePeople,
  breakGlass,
  closeRecord,
  enterContact,
  giveRecord,
  moveRecord,
  readCase,
  removeCasePerson,
  reopenRecord,
  reviewGlass,
  takeStep,
  takeWallDown,
  voidRecord,
  wallOff,
  writeFields,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Tx } from '#platform/database/tx.ts'
import { tellAll } from '#tests/support/told.ts'
import { filledIn } from '#tests/support/walk-record.ts'

/** One command of a walk: who acts, and which of what they could choose. */
export interface Move {
  readonly does: CommandName
  readonly who: number
  readonly pick: number
}

/** What a command acts on: the case as whoever acts reads it, where they do. */
export interface Acting {
  readonly tx: Tx
  readonly actor: PersonActor
  readonly one: Case
  readonly pick: number
  readonly staff: readonly PersonActor[]
  readonly pupil: PersonActor
}

type Command = (acting: Acting) => Promise<unknown>

const at = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)]

/** The commands of the areas, as a person gives them. What a command cannot do now it refuses, in words. */
export const commands = {
  answer: ({ tx, actor, one, pick }) => {
    const step = at(
      one.open.filter((each) => !each.early),
      pick,
    )
    return step === undefined ? Promise.resolve() : answerTo(tx, actor, one, step, pick)
  },
  notNeeded: ({ tx, actor, one, pick }) =>
    takeStep(tx, actor, {
      ...{ recordId: one.id, step: at(one.open, pick)?.key ?? 'none' },
      ...{ does: { notNeeded: true }, reason: 'Not now' },
    }),
  correct: ({ tx, actor, one, pick }) => {
    const settled = one.run.events.filter((event) => event.kind === 'answered' || event.kind === 'done')
    const event = at(settled, pick)
    if (event === undefined) return Promise.resolve()
    return takeStep(tx, actor, {
      ...{ recordId: one.id, step: event.step, does: { takenBack: true }, reason: 'It was a mistake' },
    })
  },
  move: async ({ tx, actor, one, pick }) => {
    const flow = at(Object.keys(one.policy.pack.flows), pick)
    return moveRecord(tx, actor, { recordId: one.id, to: `flow/${flow}`, reason: 'It is something else' })
  },
  name: ({ tx, actor, one, pick, staff, pupil }) =>
    addCasePeople(tx, actor, { recordId: one.id, people: [somebody(pick, staff, pupil)] }),
  takeOut: async ({ tx, actor, one, pick }) => {
    const person = at(one.people, pick)
    if (person === undefined) return
    const { part, personId } = person
    return removeCasePerson(tx, actor, {
      ...{ recordId: one.id, reason: 'Mistaken' },
      person: { part, personId, described: personId === null ? person.name : null },
    })
  },
  wall: ({ tx, actor, one, pick, staff }) =>
    wallOff(tx, actor, { recordId: one.id, personId: at(staff, pick)?.personId ?? '', reason: 'A relative' }),
  unwall: async ({ tx, actor, one, pick }) => {
    const walls = await tx
      .selectFrom('app.record_conflict')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', one.id)
      .orderBy('id')
      .execute()
    const wall = at(walls, pick)
    if (wall !== undefined) await takeWallDown(tx, actor, { recordId: one.id, conflictId: wall.id, reason: 'Moved' })
  },
  give: ({ tx, actor, one, pick, staff }) =>
    giveRecord(tx, actor, { ...GIVEN, id: one.id, personId: at(staff, pick)?.personId ?? null }),
  tell: ({ tx, actor, one }) =>
    enterContact(tx, actor, { one, telling: { party: 'party/police', about: null }, because: 'It is for the school' }),
  bring: ({ tx, actor, one }) =>
    addItem(tx, actor, {
      ...{ recordId: one.id, kind: 'printed', title: 'Chat', shows: 'A chat', label: { sheets: '1' }, from: null },
      ...{ capturedAt: Temporal.Instant.from('2026-11-23T09:00:00Z'), witness: null, file: null },
      by: { personId: actor.personId, words: null },
    }),
  write: ({ tx, actor, one, pick }) =>
    writeFields(tx, actor, {
      recordId: one.id,
      fields: { for_class_teacher: `Look ${pick}` },
      reason: 'More is known',
    }),
  smash: ({ tx, actor, one }) => breakGlass(tx, actor, { reference: one.reference, reason: 'A child is missing' }),
  giveBack: async ({ tx, actor, one }) => {
    const id = await glassOf(tx, actor, one.id)
    if (id !== null) await giveBackGlass(tx, actor, id)
  },
  review: async ({ tx, actor, one, pick }) => {
    const id = await glassOf(tx, actor, one.id)
    if (id !== null) await reviewGlass(tx, actor, { id, found: pick % 2 === 0 ? 'right' : 'wrong', says: 'I looked' })
  },
  close: ({ tx, actor, one }) => closeRecord(tx, actor, { recordId: one.id, outcome: 'Over' }),
  reopen: ({ tx, actor, one }) => reopenRecord(tx, actor, { recordId: one.id, reason: 'There is more' }),
  void: ({ tx, actor, one, pick }) =>
    // Else most walks would end here.
    pick % 4 === 0 ? voidRecord(tx, actor, { recordId: one.id, reason: 'Entered twice' }) : Promise.resolve(),
} satisfies Record<string, Command>

export type CommandName = keyof typeof commands

/** The case for those who read it; whoever does not still knows its number, as from a letter. */
export const readOrGuess = async (tx: Tx, known: Case): Promise<Case> =>
  readCase(tx, known.id).then(
    (one) => one,
    () => ({ ...known, open: known.open, people: known.people }),
  )

const GIVEN = { kind: 'incident', home: incidentHome } as const
const PARTS = ['named_staff', 'witness', 'staff_target', 'concerned']

function somebody(pick: number, staff: readonly PersonActor[], pupil: PersonActor): NewPerson {
  if (pick % 5 === 0) return { part: 'instigator', personId: pupil.personId, described: null }
  return { part: at(PARTS, pick) ?? 'concerned', personId: at(staff, pick)?.personId ?? null, described: null }
}

function answerTo(tx: Tx, actor: PersonActor, one: Case, step: OpenStep, pick: number) {
  const chosen = at(step.answers, pick)?.id
  return takeStep(tx, actor, {
    ...{ recordId: one.id, step: step.key, note: 'Done', reason: 'Said' },
    does: chosen === undefined ? { done: true } : { answers: [chosen] },
    fields: filledIn(step, chosen),
    told: tellAll(step, chosen === undefined ? [] : [chosen]),
  })
}

async function glassOf(tx: Tx, actor: PersonActor, recordId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.record_glass')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
