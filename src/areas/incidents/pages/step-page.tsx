import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import type { Case } from '#areas/records/index.ts'
import { fieldViews, namesOf, PackFields, readCase, takeStep } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { StepValues } from '../forms.ts'
import { readStep } from '../forms.ts'
import { paths } from '../paths.ts'
import { StepView } from '../views/step-view.tsx'

const params = z.object({ id: z.uuid(), step: z.string().max(400) })
const nothing: StepValues = { answers: [], notNeeded: null, note: '', reason: '', fields: {} }

/** One step of a case: its question, what it asks for, and the answer. */
export async function stepPage(app: Web): Promise<void> {
  app.get(
    paths.step.route,
    { schema: { params }, config: { audit: 'incident.step.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readStepPage(tx, request.params))
      return reply.view(draw(found, emptyForm(nothing)))
    },
  )

  app.post(
    paths.step.route,
    {
      schema: { params, body: z.looseObject({}) },
      config: { audit: 'incident.step.taken', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const actor = request.person()
      const { id, step: key } = request.params
      const found = await request.inTx((tx) => readStepPage(tx, request.params))
      const form = readStep(request.body, shapeOf(found.step), found.fields)
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const { answers, notNeeded, note, reason, fields } = form.values
      const does = isSecond(found.step)
        ? ({ second: true } as const)
        : notNeeded !== null
          ? ({ notNeeded: true } as const)
          : found.step.kind === 'ask'
            ? { answers }
            : ({ done: true } as const)
      const taken = await request.inTx((tx) =>
        takeStep(tx, actor, {
          recordId: id,
          step: key,
          does,
          note,
          fields,
          ...((notNeeded ?? reason) ? { reason: notNeeded ?? reason } : {}),
        }),
      )
      if (!taken.ok)
        return reply.code(409).view(
          draw(found, {
            ...form,
            errors: taken.fields ?? { [found.step.answers.length > 0 ? 'answer' : 'note']: taken.says },
          }),
        )
      const next = taken.opened[0]
      return reply.flash('Recorded').redirect(next === undefined ? paths.show.to(id) : paths.step.to(id, next), 303)
    },
  )
}

interface StepPage {
  readonly one: Case
  readonly step: OpenStep
  readonly fields: ReturnType<typeof fieldViews>
  readonly names: ReadonlyMap<string, string>
}

async function readStepPage(tx: Tx, asked: { id: string; step: string }): Promise<StepPage> {
  const one = await readCase(tx, asked.id)
  const step = one.open.find((candidate) => candidate.key === asked.step)
  if (step === undefined || one.state !== 'open') throw new NotFound('record.step.not_open')
  const names = await namesOf(tx, [
    ...one.run.events.map((event) => event.by),
    step.branch?.startsWith('described:') ? null : step.branch,
  ])
  return { one, step, fields: fieldViews(one.policy.pack, step.fields), names }
}

const isSecond = (step: OpenStep): boolean =>
  step.stillNeeds.includes('second_person') && !step.stillNeeds.includes('answer')

const shapeOf = (step: OpenStep) => ({
  answers: step.answers.map((answer) => answer.id),
  several: step.choose.most > 1,
  optional: step.optional,
  settled: false,
  second: isSecond(step),
})

function draw({ one, step, fields, names }: StepPage, form: Form<unknown>) {
  const done = one.drawing.nodes.filter((node) => node.answered !== null)
  return (
    <StepView
      id={one.id}
      reference={one.reference}
      title={one.title}
      number={one.run.events.length + 1}
      step={{
        ...shapeOf(step),
        key: step.key,
        kind: step.kind,
        says: textOf(step.says),
        hint: step.hint === null ? null : textOf(step.hint),
        answers: step.answers.map((answer) => ({
          id: answer.id,
          says: textOf(answer.says),
          hint: answer.hint === undefined ? null : textOf(answer.hint),
        })),
        twoPeople: step.twoPeople,
        clauses: step.clauses,
        filesNever: step.filesNever && one.filesLocked,
        branch: step.branch === null ? null : (names.get(step.branch) ?? step.branch.replace(/^described:/, '')),
      }}
      fields={<PackFields fields={fields} typed={form.typed} errors={form.errors} />}
      soFar={done.slice(-6).map((node) => ({
        what: node.answered?.answer ? `${node.label} ${node.answered.answer}` : node.label,
        who: node.answered?.by ? (names.get(node.answered.by) ?? '') : 'Kept',
      }))}
      typed={form.typed}
      errors={form.errors}
      version={`version ${one.policy.number}`}
    />
  )
}
