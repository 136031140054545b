import { z } from 'zod'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { addComment, changeComment, withdrawComment } from '../commands/comment.ts'
import { paths } from '../paths.ts'
import { type Comment, listComments } from '../queries/comments.ts'
import { type Consultation, keepersPage, readConsultation } from '../queries/read-consultation.ts'
import { ClosedView } from '../views/closed-view.tsx'
import { ConsultationView, type ConsultationViewProps } from '../views/consultation-view.tsx'
import { consultedSections, ownOf, sayAnswer } from './consulted.ts'

const params = z.object({ draft: z.uuid() })
const show = z.enum(['changes', 'all']).catch('changes')
const querystring = z.object({
  show,
  clause: z.string().max(40).optional().catch(undefined),
  comment: z.uuid().optional().catch(undefined),
})
const body = z.looseObject({ show, clause: z.string().max(40).catch('whole'), withdraw: z.string().optional() })
const access = 'signed_in' as const

/** The page of those who are asked: the draft with what changes, and their own comments on its clauses. */
export async function consultationPages(app: Web): Promise<void> {
  app.get(
    paths.consultation.route,
    { schema: { params, querystring }, config: { audit: 'policy.consultation.viewed', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx(async (tx) => {
        const mine = await listComments(tx, request.params.draft, { mine: actor.personId })
        if (mine.length > 0 && !(await mayRead(tx, request.params.draft))) return mine
        return readConsultation(tx, actor, request.params.draft)
      })
      if (Array.isArray(found)) return reply.view(<ClosedView comments={found.map(sayOwn)} />)
      const changing = found.mine.find((one) => one.id === request.query.comment)
      const clause = changing === undefined ? request.query.clause : (changing.clause ?? 'whole')
      const at = clause === undefined ? null : { clause, comment: changing?.id ?? null }
      return reply.view(draw(found, request.query.show, at, changing?.says ?? ''))
    },
  )

  app.post(
    paths.comment.route,
    { schema: { params, body }, config: { audit: 'policy.comment.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { draft } = request.params
      const { clause } = request.body
      const form = readSays(request.body)
      if (hasErrors(form)) {
        const found = await request.inTx((tx) => readConsultation(tx, actor, draft))
        return reply
          .code(400)
          .view(draw(found, request.body.show, { clause, comment: null }, form.values.says, form.errors))
      }
      const about = clause === 'whole' ? null : clause
      await request.inTx((tx) => addComment(tx, actor, { draftId: draft, clause: about, ...form.values }))
      return reply
        .flash('Thank you. You can change it or take it back until the consultation closes.')
        .redirect(paths.consultation.to(draft, `?show=${request.body.show}#clause-${clause}`), 303)
    },
  )

  changePage(app)
}

function changePage(app: Web): void {
  app.post(
    paths.changeComment.route,
    {
      schema: { params: params.extend({ comment: z.uuid() }), body },
      config: { audit: 'policy.comment.change.sent', access },
    },
    async (request, reply) => {
      const actor = request.person()
      const { draft, comment } = request.params
      const back = paths.consultation.to(draft, `?show=${request.body.show}`)
      if (request.body.withdraw !== undefined) {
        await request.inTx((tx) => withdrawComment(tx, actor, comment))
        return reply.flash('You have taken it back.').redirect(back, 303)
      }
      const form = readSays(request.body)
      if (hasErrors(form)) {
        const found = await request.inTx((tx) => readConsultation(tx, actor, draft))
        const at = { clause: request.body.clause, comment }
        return reply.code(400).view(draw(found, request.body.show, at, form.values.says, form.errors))
      }
      await request.inTx((tx) => changeComment(tx, actor, { id: comment, ...form.values }))
      return reply.flash('It is changed.').redirect(back, 303)
    },
  )
}

/** Whether somebody may still read a draft: after a consultation its keepers work on alone. */
async function mayRead(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.policy_draft')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

const sayOwn = (one: Comment) => ({
  about: one.clause ?? 'The whole policy',
  says: one.says,
  answer: one.answer === null ? null : sayAnswer(one),
})

function readSays(from: unknown) {
  const reader = new FormReader(from)
  return reader.done({ says: reader.text('says', { required: 'Write what you think', max: 4000 }) })
}

function draw(
  found: Consultation,
  only: 'changes' | 'all',
  at: ConsultationViewProps['at'],
  typed: string,
  errors: Readonly<Record<string, string>> = {},
) {
  const { draft } = found
  const open = draft.stage === 'consulting' && found.askedAs !== null
  return (
    <ConsultationView
      draft={draft.id}
      title={draft.stage === 'consulting' ? `What do you think? ${found.title}` : found.title}
      lede={ledeOf(found)}
      open={open}
      notes={notesOf(found)}
      only={found.said === null ? 'all' : only}
      changed={found.said?.count ?? 0}
      sections={consultedSections(found, found.said === null ? 'all' : only)}
      ownOfWhole={ownOf(found.mine, null)}
      at={at}
      typed={typed}
      errors={errors}
      keepersHref={found.keeps ? keepersPage(draft.id) : null}
    />
  )
}

function ledeOf({ draft, inForce }: Consultation): string {
  const beside = inForce === null ? '' : ` What differs from version ${inForce} is marked.`
  if (draft.stage === 'approving') return `This is the draft that waits for approval.${beside}`
  if (draft.stage !== 'consulting' || draft.consultUntil === null) return 'Nobody is asked about this draft now.'
  return `This is a draft. Tell us what you think until ${sayFullDate(draft.consultUntil)}.${beside}`
}

function notesOf({ draft, mine, keeps }: Consultation): string[] {
  const before = mine.some((one) => one.revision < (draft.offeredRevision ?? draft.revision))
  return [
    ...(before
      ? [
          `The draft has been edited since you said something: this is revision ${draft.offeredRevision ?? draft.revision}.`,
        ]
      : []),
    ...(keeps
      ? [`You keep the policy. Those who are asked see this page without this line; they never see what others said.`]
      : []),
    ...(draft.stage === 'consulting' ? ['Only those who keep the policy read what you say.'] : []),
  ]
}
