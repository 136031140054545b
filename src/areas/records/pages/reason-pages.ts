import { textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { BadInput, Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { actingAs } from '../acting-as.ts'
import { sayPart } from '../case/say-steps.ts'
import { moveRecord, removeCasePerson } from '../commands/change-case.ts'
import { closeRecord } from '../commands/close-record.ts'
import { mayReopen, reopenRecord } from '../commands/reopen-record.ts'
import { mayVoid, voidRecord } from '../commands/void-record.ts'
import type { RecordHome } from '../home.ts'
import { assertAlters } from '../queries/for-step-only.ts'
import { readCaseIn } from '../queries/read-case.ts'
import { reasonPage } from './reason-page.tsx'

/** What is done to a whole record with a reason: closing it, voiding it, moving it to another chart, taking somebody out. */
export function reasonPages(app: Web, home: RecordHome): void {
  closePage(app, home)
  reopenPage(app, home)
  voidPage(app, home)
  movePage(app, home)
  removePersonPage(app, home)
}

async function readToAlter(tx: Tx, actor: PersonActor, home: RecordHome, id: string) {
  const one = await readCaseIn(tx, home, id)
  await assertAlters(tx, one.policy, actor, one)
  return one
}

function closePage(app: Web, home: RecordHome): void {
  reasonPage(app, home, {
    route: home.paths.close.route,
    audit: 'close',
    read: async (tx, actor, { id }) => ({ one: await readToAlter(tx, actor, home, id) }),
    words: () => ({
      title: `Close the ${home.noun}`,
      lede: 'It stays in the log as it is. Nothing more can be recorded in it.',
      question: 'How did it end?',
      button: `Close the ${home.noun}`,
    }),
    required: 'Say how it ended',
    act: async (tx, actor, { one }, outcome) => {
      await closeRecord(tx, actor, { recordId: one.id, outcome })
      return null
    },
    done: `The ${home.noun} is closed`,
  })
}

function reopenPage(app: Web, home: RecordHome): void {
  reasonPage(app, home, {
    route: home.paths.reopen.route,
    audit: 'reopen',
    read: async (tx, actor, { id }) => {
      const one = await readCaseIn(tx, home, id)
      const parties = await actingAs(tx, one.policy, actor.personId, one)
      if (!mayReopen(one.policy.pack, one.kind, parties)) throw new Forbidden(`${home.audit}.reopen`)
      return { one }
    },
    words: () => ({
      title: `Open the ${home.noun} again`,
      lede: 'Everything that was done stays. Its last steps are done once more, with their time from now, and its time in the archive begins when it is closed again.',
      question: 'Why is it opened again?',
      button: `Open the ${home.noun} again`,
    }),
    required: 'Say why it is opened again',
    act: async (tx, actor, { one }, reason) => {
      const taken = await reopenRecord(tx, actor, { recordId: one.id, reason })
      return taken.ok ? null : taken.says
    },
    done: `The ${home.noun} is open again`,
  })
}

function voidPage(app: Web, home: RecordHome): void {
  reasonPage(app, home, {
    route: home.paths.void.route,
    audit: 'void',
    read: (tx, actor, { id }) => readVoidable(tx, actor, id, home),
    words: () => ({
      title: `Void the ${home.noun}`,
      lede: 'For what should never have been recorded. It stays in the log as void, with everything in it and your reason. Nothing is deleted.',
      question: 'Why does it hold no longer?',
      button: `Void the ${home.noun}`,
    }),
    required: 'Say why it holds no longer',
    act: async (tx, actor, { one }, reason) => {
      await voidRecord(tx, actor, { recordId: one.id, reason })
      return null
    },
    done: `The ${home.noun} is void. It stays in the log.`,
  })
}

async function readVoidable(tx: Tx, actor: PersonActor, id: string, home: RecordHome) {
  const one = await readCaseIn(tx, home, id)
  const parties = await actingAs(tx, one.policy, actor.personId, one)
  if (!mayVoid(one.policy.pack, one.kind, parties)) throw new Forbidden(`${home.audit}.void`)
  return { one }
}

function movePage(app: Web, home: RecordHome): void {
  reasonPage(app, home, {
    route: home.paths.move.route,
    audit: 'move',
    read: async (tx, actor, { id, flow = '' }) => {
      const one = await readToAlter(tx, actor, home, id)
      const found = one.policy.pack.flows[flow]
      if (found === undefined) throw new BadInput(`${home.audit}.move.unknown`)
      return { one, to: `flow/${flow}` as const, title: textOf(found.says) }
    },
    words: ({ title }) => ({
      title: `Go over to “${title}”`,
      lede: 'Everything that was done stays. What is open in the other chart is left.',
      question: `Why is the ${home.noun} moved?`,
      button: `Move the ${home.noun}`,
    }),
    required: `Say why the ${home.noun} is moved`,
    act: async (tx, actor, { one, to }, reason) => {
      const taken = await moveRecord(tx, actor, { recordId: one.id, to, reason })
      return taken.ok ? null : taken.says
    },
    done: `The ${home.noun} goes on in the other chart. Everything that was done is kept.`,
  })
}

function removePersonPage(app: Web, home: RecordHome): void {
  reasonPage(app, home, {
    route: home.paths.removePerson.route,
    audit: 'person.remove',
    read: async (tx, actor, asked) => {
      const one = await readToAlter(tx, actor, home, asked.id)
      const person = one.people.find((candidate) => candidate.id === asked.person)
      if (person === undefined || one.state !== 'open') throw new NotFound('record.person.missing')
      return { one, person }
    },
    words: ({ one, person }) => ({
      title: `Take ${person.name} out of the ${home.noun}`,
      lede: `They are in it as: ${sayPart(one.policy, one.kind, person.part)}. Their branch of the chart is left. What was recorded in it stays.`,
      question: 'Why were they named by mistake?',
      button: 'Take them out',
    }),
    required: 'Say why this person is taken out',
    act: async (tx, actor, { one, person: { personId, part, name } }, reason) => {
      const person = { part, personId, described: personId === null ? name : null }
      const taken = await removeCasePerson(tx, actor, { recordId: one.id, person, reason })
      return taken.ok ? null : taken.says
    },
    done: `Taken out of the ${home.noun}. What was recorded can still be seen.`,
  })
}
