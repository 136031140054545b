import { z } from 'zod'
import { readSettings, textOf } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import { isUuid } from '#core/ids.ts'
import { isComputed } from '#pack/engines/duties/covers.ts'
import { dutyState, needsReason } from '#pack/engines/duties/late.ts'
import { measureOf } from '#pack/engines/measures/check-duty.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { CASE_DUTY } from '../case-duty.ts'
import { doDuty } from '../commands/do-duty.ts'
import type { DoAsks, DoValues } from '../forms.ts'
import { readDo } from '../forms.ts'
import { personOfParty, sayParty } from '../owners.ts'
import { paths } from '../paths.ts'
import { classNames } from '../queries/all-duties.ts'
import { missingOf } from '../queries/covered.ts'
import { doesAs, ownPartsAt, readHeld, siteOf } from '../queries/may-do.ts'
import { missedRounds } from '../queries/missed-rounds.ts'
import { readDuty, readEarlier } from '../queries/one-duty.ts'
import type { DutyRow } from '../queries/read-duties.ts'
import { reportOf, writtenParts } from '../report/content.ts'
import { namesInReport } from '../report/names-in-report.ts'
import { readReport } from '../report/read-report.ts'
import type { MissingTopic } from '../views/duty-view.tsx'
import { DutyView } from '../views/duty-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** One duty: what it asks, how it stands, how it went before, and the form to do it. */
export async function dutyPage(app: Web): Promise<void> {
  app.get(
    paths.show.route,
    { schema: { params }, config: { audit: 'duty.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.show.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'duty.sent', access } },
    async (request, reply) => {
      const actor: PersonActor = request.person()
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      if (found.as === null) throw new Forbidden('duty.not_mine')
      const form = await request.inTx((tx) =>
        withoutNames(tx, found.one, request.body, readDo(request.body, found.form)),
      )
      if (found.one.state === 'open' && hasErrors(form)) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => doDuty(tx, actor, { dutyId: found.one.id, ...form.values }))
      return reply
        .flash(form.values.outcome === 'done' ? 'Noted as done. Thank you' : 'Noted as not needed')
        .redirect(paths.mine.to(), 303)
    },
  )
}

// A report that names nobody is looked through for the names of people before it goes out.
async function withoutNames(tx: Tx, one: DutyRow, body: unknown, form: Form<DoValues>): Promise<Form<DoValues>> {
  if (hasErrors(form) || reportOf(one.pack, one.asks)?.anonymous !== true) return form
  const { whole, perhaps } = await namesInReport(tx, form.values.note)
  if (whole.length > 0)
    return { ...form, errors: { note: `This report names nobody. Take out: ${whole.slice(0, 3).join(', ')}` } }
  if (perhaps.length === 0 || new FormReader(body).ticked('sure')) return form
  return { ...form, errors: { names: `These words could be names: ${perhaps.slice(0, 6).join(', ')}` } }
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, id: string) {
  const one = await readDuty(tx, id)
  const earlier = await readEarlier(tx, one)
  const { zone } = await readSettings(tx)
  return {
    one,
    earlier,
    missed: (await missedRounds(tx, one)).length,
    zone,
    now: nowIn(tx),
    as: doesAs(one.pack, one, ownPartsAt(await readHeld(tx), one.schoolId, siteOf(one.pack, one))),
    form: asksOf(one, nowIn(tx)),
    classes: await classNames(tx),
    missingTopics: await missingOn(tx, one),
    report: await readReport(tx, one),
    names: await namesOf(tx, [
      one.doneBy,
      isUuid(one.subject) ? one.subject : null,
      personOfParty(one.party),
      ...earlier.map((before) => before.doneBy),
    ]),
  }
}

async function missingOn(tx: Tx, one: DutyRow): Promise<MissingTopic[] | null> {
  const proof = one.asks?.proof
  if (proof === undefined || !('covers' in proof) || one.state !== 'open') return null
  const round = { pack: one.pack, schoolId: one.schoolId, classId: one.subject, startsAt: one.startsAt }
  return (await missingOf(tx, proof, round)).map(({ id, says }) => ({
    says: textOf(says),
    clauses: one.pack.clauses
      .filter(({ kept_by }) => kept_by.includes(`duty/${one.duty}#${id}`))
      .map((clause) => clause.id),
  }))
}

function asksOf({ pack, asks, dueAt, duty }: DutyRow, now: Temporal.Instant): DoAsks {
  const attested = asks !== null && 'attest' in asks.proof
  return {
    mayBeNotNeeded: asks !== null && 'on' in asks,
    wantsNote: attested || duty === CASE_DUTY,
    wantsTick: attested,
    writes: writtenParts(reportOf(pack, asks)).map((part) => ({
      id: part.id,
      heading: textOf(part.says),
      asks: textOf(part.writes),
      required: part.required,
    })),
    wantsReason: asks !== null && needsReason(asks.late, dutyState(dueAt.toString(), null, now)),
  }
}

function draw(
  { one, earlier, missed, missingTopics, report, zone, now, as, form: asks, classes, names }: PageFacts,
  form: Form<unknown>,
) {
  const proof = one.asks?.proof
  const measure = measureOf(one.duty)
  const byItself = proof !== undefined && isComputed(proof)
  const hasBegun = Temporal.Instant.compare(one.startsAt, now) <= 0
  return (
    <DutyView
      id={one.id}
      title={one.title}
      about={personOfParty(one.party) === one.subject ? null : (names.get(one.subject) ?? null)}
      owner={sayParty(one.pack, one.party, classes, names)}
      sentence={
        one.asks === null
          ? null
          : sentenceOf(one.pack, measure === null ? `duty/${one.duty}` : `measure/${measure}`, 'en')
      }
      measure={measure}
      states={proof !== undefined && 'attest' in proof ? textOf(proof.attest) : null}
      proof={proof === undefined ? 'none' : 'attest' in proof ? 'attest' : 'record' in proof ? 'record' : 'computed'}
      clauses={one.asks?.clauses ?? []}
      state={one.state}
      startsAt={one.startsAt}
      dueAt={one.dueAt}
      doneAt={one.doneAt}
      doneBy={one.doneBy === null ? null : (names.get(one.doneBy) ?? null)}
      note={one.note}
      missed={missed}
      missingTopics={missingTopics}
      report={report}
      mayDo={as !== null && one.state === 'open' && hasBegun && !byItself}
      standsIn={as?.standsIn ?? false}
      asks={asks}
      earlier={earlier.map((before) => ({
        id: before.id,
        dueAt: before.dueAt,
        doneAt: before.doneAt,
        state: before.state,
        doneBy: before.doneBy === null ? null : (names.get(before.doneBy) ?? null),
        note: before.note,
      }))}
      typed={form.typed}
      errors={form.errors}
      now={now}
      zone={zone}
    />
  )
}
