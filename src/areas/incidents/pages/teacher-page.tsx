import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { homeTeachers, namesOf, readCase, writeFields } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { TeacherView } from '../views/teacher-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** The field of the incident form that is written for class teachers: the pack's sight names it for them. */
const FOR_TEACHER = 'for_class_teacher'

/** Telling the class teachers of the pupils in a case what they need to know, and nothing else of it. */
export async function teacherPage(app: Web): Promise<void> {
  app.get(
    paths.teacher.route,
    { schema: { params }, config: { audit: 'incident.teacher.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      return reply.view(draw(found, emptyForm(null, { says: found.before })))
    },
  )
  app.post(
    paths.teacher.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'incident.teacher.told', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      const reader = new FormReader(request.body)
      const form = reader.done({ says: reader.text('says', { max: 4000, required: 'Say what they need to know' }) })
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) =>
        writeFields(tx, actor, {
          recordId: found.one.id,
          fields: { [FOR_TEACHER]: form.values.says },
          reason: 'The class teachers are told this now',
        }),
      )
      return reply
        .flash(found.tells.length === 0 ? 'Kept in the case' : 'Told')
        .redirect(paths.show.to(found.one.id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, id: string) {
  const one = await readCase(tx, id)
  const field = one.policy.pack.records[one.kind]?.fields.find((candidate) => candidate.id === FOR_TEACHER)
  if (field === undefined || one.state !== 'open') throw new NotFound('incident.teacher.none')
  const teachers = await homeTeachers(
    tx,
    one.people.flatMap((person) => person.personId ?? []),
  )
  const names = await namesOf(tx, [...teachers.values()].flat())
  const tells = [...teachers].map(([pupil, people]) => ({
    pupil: one.people.find((person) => person.personId === pupil)?.name ?? '',
    teachers: people.map((person) => names.get(person) ?? '').join(', '),
  }))
  const before = one.fields[FOR_TEACHER]
  return {
    one,
    asks: textOf(field.asks),
    hint: field.hint === undefined ? undefined : textOf(field.hint),
    tells,
    before: typeof before === 'string' ? before : '',
  }
}

const draw = (found: PageFacts, form: Form<unknown>) => (
  <TeacherView
    id={found.one.id}
    reference={found.one.reference}
    asks={found.asks}
    hint={found.hint}
    tells={found.tells}
    typed={form.typed}
    errors={form.errors}
  />
)
