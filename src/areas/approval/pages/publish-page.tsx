import { z } from 'zod'
import { draftPaths, mayKeepPolicy, readDraft, readPublishGuards } from '#areas/drafting/index.ts'
import { policyInForceOrNone, textOf } from '#areas/policy/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { Forbidden } from '#core/errors.ts'
import type { Typed } from '#core/form.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { planPublication, withdrawPublication } from '../commands/plan-publication.ts'
import { noteRequired } from '../note-required.ts'
import { paths } from '../paths.ts'
import { readConsequences } from '../queries/consequences.ts'
import { readChanges } from '../read-changes.ts'
import { PublishView } from '../views/publish-view.tsx'
import { todayIn } from './keep-consultation-page.tsx'

const params = z.object({ draft: z.uuid() })
const body = z.looseObject({})
const access = ['staff', 'governor'] as const

/** Publishing an approved draft from a day on, and taking that day back. */
export async function publishPages(app: Web): Promise<void> {
  app.get(
    draftPaths.publish.route,
    { schema: { params }, config: { audit: 'policy.publish.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.draft))
      return reply.view(draw(found, {}, {}))
    },
  )

  app.post(
    draftPaths.publish.route,
    { schema: { params, body }, config: { audit: 'policy.publish.sent', access } },
    async (request, reply) => {
      const { draft } = request.params
      const found = await request.inTx((tx) => readPage(tx, draft))
      const form = readPlan(request.body, found)
      const { inForceOn, material, note } = form.values
      if (hasErrors(form) || inForceOn === null) return reply.code(400).view(draw(found, form.typed, form.errors))
      const number = await request.inTx((tx) =>
        planPublication(tx, request.person(), { draftId: draft, material, changeNote: note, inForceOn }),
      )
      const says =
        number === null
          ? `It will be published on ${sayFullDate(inForceOn)}.`
          : `Version ${number} is in force from today.`
      return reply.flash(says).redirect(number === null ? draftPaths.publish.to(draft) : paths.life.to(), 303)
    },
  )

  app.post(
    paths.withdraw.route,
    { schema: { params, body }, config: { audit: 'policy.publish.withdraw.sent', access } },
    async (request, reply) => {
      const { draft } = request.params
      await request.inTx((tx) => withdrawPublication(tx, request.person(), draft))
      return reply.flash('The day is taken back. The draft stays approved.').redirect(draftPaths.publish.to(draft), 303)
    },
  )
}

async function readPage(tx: Tx, draftId: string) {
  if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const draft = await readDraft(tx, draftId)
  const inForce = await policyInForceOrNone(tx)
  const said = inForce === null ? null : readChanges(inForce.pack, draft.pack)
  return {
    draft,
    said,
    faults: checkContent(draft.pack, { publish: true }),
    guards: await readPublishGuards(tx, draft),
    consequences: await readConsequences(tx, inForce, packOf(draft.pack), said?.changes ?? null),
    today: await todayIn(tx),
  }
}

type Found = Awaited<ReturnType<typeof readPage>>

function readPlan(from: unknown, { draft, said, today }: Found) {
  const reader = new FormReader(from)
  const kind = said === null ? 'yes' : reader.choice('material', ['yes', 'no'], 'Choose what kind of change it is')
  const note = reader.text('note', {
    max: 4000,
    ...(noteRequired(draft.pack) ? { required: 'Write what changes' } : {}),
  })
  const inForceOn = reader.date('from', 'the day from which it holds')
  if (inForceOn !== null && Temporal.PlainDate.compare(inForceOn, today) < 0)
    reader.fault('from', 'The day must be today or later')
  return reader.done({ material: kind === 'yes', note, inForceOn })
}

function draw(found: Found, typed: Typed, errors: Readonly<Record<string, string>>) {
  const { draft, said, consequences, today } = found
  const shown = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value ?? '')]))
  const state =
    draft.stage === 'published'
      ? 'published'
      : draft.stage !== 'approved'
        ? 'not_approved'
        : draft.inForceOn === null
          ? 'ready'
          : 'planned'
  return (
    <PublishView
      draft={{
        id: draft.id,
        title: draft.title,
        revision: draft.revision,
        here: draftPaths.publish.to(draft.id),
        href: draftPaths.show.to(draft.id),
        faultsHref: draftPaths.faults.to(draft.id),
        changesHref: draftPaths.changes.to(draft.id),
      }}
      state={state}
      says={[sayState(found, state)]}
      faults={[...new Set(found.faults.map((fault) => fault.says))]}
      guards={found.guards.map(({ says, open, clauses }) => ({ says: textOf(says), open, clauses }))}
      proposal={said?.proposal ?? null}
      noteRequired={noteRequired(draft.pack)}
      {...consequences}
      typed={
        Object.keys(shown).length === 0
          ? {
              note: draft.changeNote,
              material: said === null ? '' : said.proposal.material ? 'yes' : 'no',
              'from-day': String(today.day),
              'from-month': String(today.month),
              'from-year': String(today.year),
            }
          : shown
      }
      errors={errors}
    />
  )
}

function sayState({ draft }: Found, state: string): string {
  if (state === 'published') return 'This draft was published.'
  if (state === 'not_approved') return 'It is not approved yet. Approval comes first.'
  if (draft.inForceOn === null || state === 'ready')
    return 'It is approved. Nothing happens before you say from when it holds.'
  const kind = draft.material === true ? 'a change of substance' : 'a correction'
  return `It will be published on ${sayFullDate(draft.inForceOn)}, as ${kind}. Until then the day can be taken back.`
}
