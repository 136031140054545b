import { z } from 'zod'
import { readSettings, textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { departedField } from '#pack/engines/flow/proposed.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { StepOnPage } from '../case/step-on-page.ts'
import { stepOf, stepOnPage } from '../case/step-on-page.ts'
import type { TakeStep } from '../commands/take-step.ts'
import { takeStep } from '../commands/take-step.ts'
import { readContacts } from '../contacts/read-contacts.ts'
import { typedTold } from '../contacts/read-told.ts'
import { type TellsOnPage, tellsOnPage } from '../contacts/tell-blocks.ts'
import { fieldViews, namesSomebody, type Offers } from '../forms/field-view.ts'
import { peopleFields } from '../forms/people-fields.ts'
import type { StepValues } from '../forms/read-step.ts'
import { readStep } from '../forms/read-step.ts'
import type { RecordHome } from '../home.ts'
import type { KnownPerson } from '../queries/known-people.ts'
import { knownPeople } from '../queries/known-people.ts'
import { readOffers } from '../queries/offers.ts'
import type { Case } from '../queries/read-case.ts'
import { mayRead, namesOf, readCaseIn } from '../queries/read-case.ts'
import { referencesOf } from '../queries/references-of.ts'
import { drawStep } from './draw-step.tsx'

const params = z.object({ id: z.uuid(), step: z.string().max(400) })

/** One step of a case: its question, what it asks for, and the answer; a settled step is corrected or taken back here. */
export function stepPage(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.step.route,
    { schema: { params }, config: { audit: `${home.audit}.step.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readStepPage(tx, home, request.params))
      return reply.view(
        drawStep(home, found, emptyForm(null, { ...typedTold(found.tells), ...typedBefore(found.step) })),
      )
    },
  )

  app.post(
    paths.step.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: `${home.audit}.step.taken`, access } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      const found = await request.inTx((tx) => readStepPage(tx, home, request.params))
      const form = readStep(request.body, found.step, found.views, found.known, found.tells)
      if (hasErrors(form)) return reply.code(400).view(drawStep(home, found, form))
      const input = { recordId: id, step: found.step.key, ...inputOf(found.step, form.values) }
      const { taken, reads } = await request.inTx(async (tx) => ({
        taken: await takeStep(tx, actor, input),
        reads: await mayRead(tx, id),
      }))
      if (!taken.ok) {
        const errors = taken.fields ?? { [found.step.answers.length > 0 ? 'answer' : 'note']: taken.says }
        return reply.code(409).view(drawStep(home, found, { ...form, errors }))
      }
      // Who was let in for one step has done their part: the case is closed to them again.
      if (!reads) return reply.flash('Recorded. Thank you, your part is done.').redirect(home.list(found.one.kind), 303)
      return reply.flash(sayTaken(found.one, taken)).redirect(nextOf(home, id, taken, found.step.was !== null), 303)
    },
  )
}

/** What the page of a step needs. */
export interface StepPageFacts {
  readonly one: Case
  readonly step: StepOnPage
  readonly views: ReturnType<typeof fieldViews>
  readonly offers: Offers
  readonly names: ReadonlyMap<string, string>
  readonly known: readonly KnownPerson[]
  readonly tells: TellsOnPage
  /** The earlier cases that were counted, by id, as far as the reader may see them. */
  readonly counted: ReadonlyMap<string, string>
}

async function readStepPage(tx: Tx, home: RecordHome, asked: { id: string; step: string }): Promise<StepPageFacts> {
  const one = await readCaseIn(tx, home, asked.id)
  const step = stepOnPage(one, asked.step, nowIn(tx))
  if (step === null || one.state !== 'open') throw new NotFound('record.step.not_open')
  const names = await namesOf(tx, [
    ...one.run.events.map((event) => event.by),
    step.branch?.startsWith('described:') ? null : step.branch,
    ...one.children.filter((child) => !child.startsWith('described:')),
  ])
  const all = [...step.fields, ...step.answers.flatMap((answer) => answer.fields)]
  const known =
    step.witness || peopleFields(all).length > 0 || all.some(namesSomebody) ? await knownPeople(tx, one.schoolId) : []
  const offers = await readOffers(tx, one.policy, all, one.schoolId)
  const tells = tellsOnPage(one, step, {
    contacts: await readContacts(tx, [one.id]),
    names,
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  })
  const counted = await referencesOf(
    tx,
    Object.values(step.applied?.proposal.counted ?? {}).flatMap(({ records }) => records),
  )
  return { one, step, counted, offers, views: fieldViews(one.policy.pack, all, offers), names, known, tells }
}

function inputOf(step: StepOnPage, values: StepValues): Omit<TakeStep, 'recordId' | 'step'> {
  const { notNeeded, takenBack, reason, lateBecause, note, fields, people, witness, departed } = values
  const because = notNeeded ?? reason
  const does =
    values.voice !== null
      ? ({ voice: values.voice } as const)
      : values.heard !== null
        ? ({ heard: values.heard } as const)
        : values.gaveUp
          ? ({ gaveUp: true } as const)
          : step.second
            ? ({ second: true } as const)
            : takenBack
              ? ({ takenBack: true } as const)
              : notNeeded !== null
                ? ({ notNeeded: true } as const)
                : step.kind === 'ask'
                  ? { answers: values.answers }
                  : ({ done: true } as const)
  return {
    does,
    note,
    fields,
    ...(people.length === 0 ? {} : { people: people.map((one) => ({ person: one.personId ?? '', part: one.part })) }),
    ...(witness === null ? {} : { witness }),
    ...(values.item === null ? {} : { item: values.item }),
    ...(values.minute === '' ? {} : { minute: values.minute }),
    ...(Object.keys(departed).length === 0 ? {} : { departed }),
    ...(values.told.length === 0 ? {} : { told: values.told }),
    ...(Object.keys(values.counts).length === 0 ? {} : { counts: values.counts }),
    ...(because === '' ? {} : { reason: because }),
    ...(lateBecause === '' ? {} : { lateBecause }),
  }
}

// A correction starts from what was recorded, so that only what was wrong has to be typed again.
function typedBefore({ was, second, applied }: StepOnPage) {
  if (was === null || second)
    return applied === null
      ? {}
      : { answer: applied.proposal.outcomes.flatMap(({ id, strength }) => (strength === 'may' ? [] : [id])) }
  const fields = Object.entries(was.fields ?? {}).flatMap(([id, value]): [string, string | string[]][] => {
    if (typeof value === 'boolean') return [[id, value ? 'yes' : 'no']]
    return value === null ? [] : [[id, Array.isArray(value) ? value.map(String) : String(value)]]
  })
  const answers = was.kind === 'answered' ? [...was.answers] : []
  const why =
    was.kind === 'answered' ? Object.entries(was.departed ?? {}).map(([id, text]) => [departedField(id), text]) : []
  return {
    ...Object.fromEntries(fields),
    ...Object.fromEntries(why),
    ...(was.kind === 'done' && was.item !== undefined ? { item: was.item } : {}),
    ...(answers.length === 0 ? {} : { answer: answers }),
  }
}

function sayTaken(one: Case, taken: Taken): string {
  const undone = taken.reversed.map((effect) => {
    const step = stepOf(one, effect.chart, effect.stepId)
    return textOf(step?.title ?? effect.stepId.replaceAll('_', ' '))
  })
  return undone.length === 0
    ? 'Recorded'
    : `Recorded. Look at what followed from the old answer: ${[...new Set(undone)].join(', ')}.`
}

function nextOf({ paths }: RecordHome, id: string, taken: Taken, corrected: boolean): string {
  const [next] = taken.opened
  return next === undefined || corrected ? paths.show.to(id) : paths.step.to(id, next)
}
