import { draftPaths, type PolicyDraft, readDraft } from '#areas/drafting/index.ts'
import { policyInForceOrNone, readSettings, textOf } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayFullDate, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { audienceOf } from '#pack/types/assent.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { policyDocument } from '../approval-steps.ts'
import { type Comment, listComments } from '../queries/comments.ts'
import { ASKED, ASKED_WORDS } from '../types.ts'
import { KeepConsultationView, type KeptComment } from '../views/keep-consultation-view.tsx'
import { sayAnswer } from './consulted.ts'

interface Shown {
  readonly answering?: string | null
  readonly errors?: Readonly<Record<string, string>>
  readonly typed?: Typed
  readonly today?: Temporal.PlainDate
}

/** The keepers' page of a consultation, with what was typed when something was wrong. */
export async function drawConsultation(tx: Tx, id: string, shown: Shown) {
  const draft = await readDraft(tx, id)
  const comments = await listComments(tx, id)
  const names = await namesOf(
    tx,
    comments.map((one) => one.personId),
  )
  const { zone } = await readSettings(tx)
  const now = nowIn(tx)
  const wished = wishedAudiences((await policyInForceOrNone(tx))?.pack ?? draft.pack)
  const say = (one: Comment): KeptComment => ({
    id: one.id,
    who: names.get(one.personId) ?? 'Somebody who has left',
    audience: (ASKED_WORDS[one.audience] ?? one.audience).toLowerCase(),
    says: one.says,
    when: sayInstant(one.changedAt ?? one.madeAt, now, zone),
    revision: one.revision,
    withdrawn: one.withdrawnAt !== null,
    answer: one.answer === null ? null : sayAnswer(one),
  })
  return (
    <KeepConsultationView
      draft={{ id, title: draft.title, href: draftPaths.show.to(id), here: draftPaths.consultation.to(id) }}
      state={draft.stage === 'consulting' ? 'open' : draft.stage === 'editing' ? 'can_open' : 'cannot'}
      says={howItStands(draft, wished)}
      counts={countsOf(comments)}
      groups={groupsOf(draft, comments, say)}
      answering={shown.answering ?? null}
      typed={typedOf(draft, wished, shown.typed)}
      errors={shown.errors ?? {}}
    />
  )
}

/** Whom the policy itself asks before it is published: the audience of the assent that is a stage on its way. */
function wishedAudiences(pack: Pack): string[] {
  return (policyDocument(pack)?.stages ?? []).flatMap((stage) => {
    if (typeof stage === 'string' || !('ask' in stage)) return []
    const assent = pack.assents[stage.ask.slice('assent/'.length)]
    const party = pack.parties[(assent === undefined ? null : audienceOf(assent))?.slice('party/'.length) ?? '']
    return party?.kind === 'audience' ? ASKED.filter((one) => party.of.includes(one)) : []
  })
}

function howItStands(draft: PolicyDraft, wished: readonly string[]): string[] {
  const asked = draft.consultAudiences.map((one) => (ASKED_WORDS[one] ?? one).toLowerCase()).join(', ')
  const until = draft.consultUntil === null ? '' : sayFullDate(draft.consultUntil)
  return [
    ...(draft.stage === 'consulting'
      ? [
          `Open until the end of ${until}. Asked: ${asked}. They read revision ${draft.revision}; when you edit the draft, they read on in the new revision and the page says so.`,
        ]
      : draft.consultUntil === null
        ? ['Nobody has been asked about this draft yet.']
        : [`The last consultation was open until ${until} at the latest. Asked: ${asked}.`]),
    ...(wished.length === 0
      ? []
      : [
          `The policy says that these are asked before it is published: ${wished.map((one) => (ASKED_WORDS[one] ?? one).toLowerCase()).join(', ')}.`,
        ]),
  ]
}

function countsOf(comments: readonly Comment[]): { value: string; label: string }[] {
  const counted = comments.filter((one) => one.withdrawnAt === null)
  if (counted.length === 0) return []
  const by = Map.groupBy(counted, (one) => one.audience)
  return [
    { value: String(counted.length), label: counted.length === 1 ? 'comment' : 'comments' },
    ...ASKED.flatMap((audience) => {
      const own = by.get(audience)?.length ?? 0
      return own === 0
        ? []
        : [{ value: String(own), label: `from ${(ASKED_WORDS[audience] ?? audience).toLowerCase()}` }]
    }),
    { value: String(counted.filter((one) => one.answer === null).length), label: 'not answered yet' },
  ]
}

function groupsOf(draft: PolicyDraft, comments: readonly Comment[], say: (one: Comment) => KeptComment) {
  const order = new Map(draft.pack.clauses.map((clause, index) => [clause.id, index]))
  const groups = [...Map.groupBy(comments, (one) => one.clause ?? 'whole')]
  const place = (clause: string) => (clause === 'whole' ? -1 : (order.get(clause) ?? order.size))
  return groups
    .sort(([a], [b]) => place(a) - place(b))
    .map(([id, own]) => {
      const clause = draft.pack.clauses.find((one) => one.id === id)
      return {
        clause: id,
        says:
          clause === undefined ? (id === 'whole' ? '' : 'This clause is no longer in the draft.') : textOf(clause.says),
        editHref:
          clause === undefined
            ? null
            : `${draftPaths.edit.to(draft.id)}/part?${new URLSearchParams({ at: `clauses/${id}` })}`,
        comments: own.map(say),
      }
    })
}

function typedOf(draft: PolicyDraft, wished: readonly string[], typed: Typed | undefined) {
  const text = (name: string) => String(typed?.[name] ?? '')
  const chosen = typed?.audiences
  const until = draft.consultUntil
  return {
    audiences:
      chosen !== undefined ? [chosen].flat() : draft.consultAudiences.length > 0 ? draft.consultAudiences : wished,
    day: typed === undefined ? String(until?.day ?? '') : text('until-day'),
    month: typed === undefined ? String(until?.month ?? '') : text('until-month'),
    year: typed === undefined ? String(until?.year ?? '') : text('until-year'),
    answer: text('answer'),
  }
}
