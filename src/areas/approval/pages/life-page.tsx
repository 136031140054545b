import { z } from 'zod'
import { draftPaths, listDrafts, mayKeepPolicy } from '#areas/drafting/index.ts'
import { policyInForce, policyInForceOrNone, readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayFullDate, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import { sayEvent } from '#pack/sentences/moments.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { assertKeeps } from '../assert-keeps.ts'
import { noteNoChange, noteSooner } from '../commands/note-review.ts'
import { paths } from '../paths.ts'
import { type ReviewStanding, readReview } from '../queries/review.ts'
import { listVersions, type VersionLine } from '../queries/versions.ts'
import { soonerEvents } from '../review-date.ts'
import { LifeView, type LifeViewProps } from '../views/life-view.tsx'
import { sayKind } from './changes-pages.tsx'

const body = z.looseObject({})
const access = ['staff', 'governor'] as const

/** The life of the policy: its versions, and its review. */
export async function lifePages(app: Web): Promise<void> {
  app.get(
    paths.life.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'policy.life.viewed', access } },
    async (request, reply) => reply.view(await request.inTx((tx) => drawLife(tx, {}, {}))),
  )

  app.post(
    paths.reviewed.route,
    { schema: { body }, config: { audit: 'policy.reviewed.sent', access } },
    async (request, reply) => {
      await request.inTx(assertKeeps)
      const reader = new FormReader(request.body)
      const form = reader.done({ reason: reader.text('why', { required: 'Write what was looked at', max: 4000 }) })
      if (hasErrors(form))
        return reply.code(400).view(await request.inTx((tx) => drawLife(tx, form.typed, form.errors)))
      const next = await request.inTx((tx) => noteNoChange(tx, request.person(), form.values))
      return reply
        .flash(`It is written down. The next review is due on ${sayFullDate(next)}.`)
        .redirect(paths.life.to(), 303)
    },
  )

  app.post(
    paths.sooner.route,
    { schema: { body }, config: { audit: 'policy.sooner.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { pack } = await request.inTx(async (tx) => {
        await assertKeeps(tx)
        return policyInForce(tx)
      })
      const reader = new FormReader(request.body)
      const event = reader.choice('event', notedEvents(pack), 'Choose what happened')
      const reason = reader.text('reason', { required: 'Write what exactly', max: 4000 })
      const form = reader.done({ event, reason })
      if (hasErrors(form) || event === null)
        return reply.code(400).view(await request.inTx((tx) => drawLife(tx, form.typed, form.errors)))
      await request.inTx((tx) => noteSooner(tx, actor, { event, reason }))
      return reply.flash('It is written down. The review is due now.').redirect(paths.life.to(), 303)
    },
  )
}

// What the pack does not name may still happen: guidance in a new edition is always a reason to look.
const notedEvents = (pack: Pack): string[] => [
  ...new Set([
    ...soonerEvents(pack).filter((event) => !event.includes('/')),
    'technology.changed',
    'guidance.new_edition',
  ]),
]

async function drawLife(tx: Tx, typed: Typed, errors: Readonly<Record<string, string>>) {
  const pack = (await policyInForceOrNone(tx))?.pack ?? null
  const versions = await listVersions(tx)
  const review = await readReview(tx)
  const keeps = await mayKeepPolicy(tx)
  const { zone } = await readSettings(tx)
  const names = await namesOf(
    tx,
    (review?.notes ?? []).map((note) => note.notedBy),
  )
  const words = pack === null ? null : new Words(pack, pack.pack.language)
  const happened = (event: string) => (words === null ? event : upper(sayEvent(words, event)))
  const drafts = await listDrafts(tx, ['editing', 'consulting', 'approving', 'approved'])
  return (
    <LifeView
      review={sayReview(review, happened)}
      keeps={keeps}
      beginHref={draftPaths.begin.to()}
      events={(pack === null ? [] : notedEvents(pack)).map((value) => ({ value, text: happened(value) }))}
      notes={(review?.notes ?? []).map((note) => ({
        what:
          note.kind === 'sooner'
            ? `${happened(note.event)}: ${note.reason}`
            : `Nothing needs to change: ${note.reason}`,
        who: names.get(note.notedBy ?? '') ?? 'Kept',
        when: sayInstant(note.notedAt, nowIn(tx), zone),
      }))}
      versions={versions.map((version, index) => sayVersion(version, index === 0))}
      drafts={drafts.map((draft) => ({
        href: keeps
          ? draftPaths.show.to(draft.id)
          : draft.stage === 'consulting'
            ? paths.consultation.to(draft.id)
            : draftPaths.approval.to(draft.id),
        title: draft.title,
        stage: STAGE[draft.stage],
      }))}
      typed={Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value ?? '')]))}
      errors={errors}
    />
  )
}

const STAGE = {
  editing: 'being written',
  consulting: 'in consultation',
  approving: 'waiting for approval',
  approved: 'approved',
  published: 'published',
  set_aside: 'set aside',
} as const

function sayReview(review: ReviewStanding | null, happened: (event: string) => string): LifeViewProps['review'] {
  if (review === null || review.dueOn === null) return null
  const { dueOn, today } = review
  const days = today.until(dueOn).days
  const [state, pill] =
    days < 0 ? (['late', 'Late'] as const) : days <= 30 ? (['due', 'Due'] as const) : (['kept', 'Not due yet'] as const)
  return {
    says:
      days === 0
        ? 'The review is due today.'
        : days < 0
          ? `The review was due on ${sayFullDate(dueOn)}.`
          : `The next review is due on ${sayFullDate(dueOn)}.`,
    state,
    pill,
    because: review.sooner.map((note) => `${happened(note.event)}: ${note.reason}`),
  }
}

function sayVersion(version: VersionLine, inForce: boolean): LifeViewProps['versions'][number] {
  const by = version.approvedBy === null ? '' : `${version.approvedBy}, `
  const minute = version.minute === null || version.minute === '' ? '' : `, minute ${version.minute}`
  return {
    number: version.number,
    inForce,
    period: `From ${sayFullDate(version.inForceOn)}${version.until === null ? '' : ` to ${sayFullDate(version.until)}`}.`,
    approval: version.approvedOn === null ? 'Not recorded' : `${by}${sayFullDate(version.approvedOn)}${minute}`,
    review: version.reviewDueOn === null ? 'Not recorded' : sayFullDate(version.reviewDueOn),
    change: [sayKind(version.material), version.note].filter((part) => part !== '').join(' ') || 'Nothing was noted',
  }
}
