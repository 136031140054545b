import { draftPaths, mayKeepPolicy, type PolicyDraft, readDraft } from '#areas/drafting/index.ts'
import { policyInForceOrNone, readSettings, textOf } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { sayFullDate, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import { partiesOfVoice, stagesOf } from '#pack/engines/decisions/decide.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { type Approval, approvalOf, needsMinute } from '../approval-steps.ts'
import { paths } from '../paths.ts'
import { type GivenApproval, readApprovals, readApprovers, readOffered, standingsOf } from '../queries/approvals.ts'
import { allHolders, ownSeats } from '../queries/members.ts'
import { readChanges } from '../read-changes.ts'
import { ApprovalView } from '../views/approval-view.tsx'

/** Everything that the page of approval shows to whoever looks. */
export async function readApproval(tx: Tx, actor: PersonActor, draftId: string) {
  const draft = await readDraft(tx, draftId)
  const inForce = await policyInForceOrNone(tx)
  const approval = approvalOf(inForce?.pack ?? null, draft.pack)
  const standings = standingsOf(approval, await readApprovals(tx, draft))
  const next = draft.stage === 'approving' ? standings.find(({ standing }) => standing.kind === 'open') : undefined
  const offered = await readOffered(tx, draftId)
  const said = await readApprovals(tx, draft, true)
  const { zone } = await readSettings(tx)
  const now = nowIn(tx)
  const waitsFor = next?.standing.kind === 'open' ? next.standing.waitsFor : []
  const seats = await ownSeats(tx, actor.personId)
  const mine = (await readApprovers(tx, draft)).filter(
    (one) =>
      one.decision === next?.step.id &&
      waitsFor.includes(`party/${one.voice}`) &&
      seats.has(one.post) &&
      (one.is_resolution || offered.by !== actor.personId),
  )
  const voices = [...new Set(mine.map((one) => one.voice))].map((voice) => ({
    value: voice,
    text: partyName(approval, voice),
    minute: needsMinute(approval.pack, voice),
  }))
  return {
    draft,
    approval,
    standings,
    voices,
    said,
    zone,
    now,
    waits: next?.step ?? null,
    names: await namesOf(tx, [...said.map((one) => one.givenBy), offered.by]),
    offered,
    keeps: await mayKeepPolicy(tx),
    holders: await allHolders(tx),
    changes: inForce === null ? null : readChanges(inForce.pack, draft.pack),
    today: now.toZonedDateTimeISO(zone).toPlainDate(),
    actor,
  }
}

type Found = Awaited<ReturnType<typeof readApproval>>

const partyName = ({ pack }: Approval, id: string): string => {
  const party = pack.parties[id]
  return party === undefined ? 'Whoever keeps the policy' : textOf(party.says)
}

/** The page of approval. */
export function drawApproval(
  found: Found,
  shown: { readonly typed: Typed; readonly errors: Readonly<Record<string, string>> },
) {
  const { draft, approval, standings, today } = found
  const typed = Object.fromEntries(Object.entries(shown.typed).map(([name, value]) => [name, String(value ?? '')]))
  return (
    <ApprovalView
      draft={{
        id: draft.id,
        title: draft.title,
        revision: draft.offeredRevision ?? draft.revision,
        here: draftPaths.approval.to(draft.id),
      }}
      back={
        found.keeps
          ? { href: draftPaths.show.to(draft.id), text: draft.title }
          : { href: '/policy', text: 'The policy' }
      }
      says={notesOf(found)}
      steps={standings.map(({ step, standing, voices }) => ({
        says: textOf(step.decision.says),
        who: stagesOf(step.decision)
          .map((voice) =>
            partiesOfVoice(voice)
              .map((ref) => partyName(approval, ref.replace(/^party\//, '')))
              .join('all_of' in voice ? ' and ' : ' or '),
          )
          .join(', then '),
        stands: standsAs(draft, standing.kind, voices),
      }))}
      mayOffer={found.keeps && draft.stage === 'editing'}
      voices={found.voices}
      given={found.said.map((one) => sayGiven(found, one))}
      faults={[...new Set(checkContent(draft.pack, { publish: true }).map((fault) => fault.says))]}
      previewHref={found.keeps ? draftPaths.preview.to(draft.id) : paths.consultation.to(draft.id, '?show=all')}
      changesHref={draftPaths.changes.to(draft.id)}
      publishHref={found.keeps && draft.stage === 'approved' ? draftPaths.publish.to(draft.id) : null}
      changes={found.changes}
      typed={
        typed.revision === undefined
          ? {
              'decided-day': String(today.day),
              'decided-month': String(today.month),
              'decided-year': String(today.year),
            }
          : typed
      }
      errors={shown.errors}
    />
  )
}

function standsAs(draft: PolicyDraft, kind: string, voices: readonly GivenApproval[]): string {
  if (draft.stage === 'editing' || draft.stage === 'consulting') return 'Not asked yet.'
  if (kind === 'agreed') return 'Agreed.'
  if (kind === 'refused') return 'Refused.'
  return voices.length === 0 ? 'Waiting.' : `Waiting; ${voices.length} said yes so far.`
}

function sayGiven({ approval, names, now, zone }: Found, one: GivenApproval) {
  const minute = one.minute === '' ? '' : `, minute ${one.minute}`
  const reason = one.reason === '' ? '' : `: ${one.reason}`
  return {
    when: sayInstant(one.givenAt, now, zone),
    what: `${partyName(approval, one.voice)} said ${one.answer} on ${sayFullDate(one.decidedOn)}${minute}${reason}`,
    who: `Written down by ${names.get(one.givenBy) ?? 'somebody who has left'}`,
  }
}

/** What whoever looks has to know first. */
function notesOf(found: Found): string[] {
  const { draft, approval, keeps, names, offered } = found
  const offeredBy = offered.by === null ? '' : ` by ${names.get(offered.by) ?? 'somebody who has left'}`
  const stage = {
    editing:
      draft.whyEnded === ''
        ? 'This draft is being edited. It is approved as it stands when it is offered; an edit afterwards needs approval again.'
        : `It was not approved. ${draft.whyEnded}`,
    consulting: 'The consultation is still open. Close it before you offer the draft for approval.',
    approving: `Revision ${draft.offeredRevision} was offered${offeredBy}. What is approved is this revision and no other.`,
    approved: `Revision ${draft.offeredRevision} is approved. It can be published; an edit would need approval again.`,
    published: 'This draft was published.',
    set_aside: 'This draft was set aside.',
  }[draft.stage]
  return [
    stage,
    ...(approval.byOwner
      ? [
          'The policy names nobody who approves it: whoever keeps it says so here. The date and minute of a decision of the governors can be written down beside it.',
        ]
      : []),
    ...(approval.first
      ? [
          'Nothing is in force yet. Whoever keeps the policy may write down here who approved it, when, and in which minute.',
        ]
      : []),
    ...(keeps ? lonely(found) : []),
  ]
}

/** A post whose word is needed and which nobody but the one who offers it holds. */
function lonely({ approval, holders, actor, draft }: Found): string[] {
  if (approval.byOwner || approval.first || draft.stage === 'approved' || draft.stage === 'published') return []
  return approval.steps.flatMap(({ decision }) =>
    stagesOf(decision).flatMap((voice) =>
      partiesOfVoice(voice).flatMap((ref) => {
        const party = approval.pack.parties[ref.replace(/^party\//, '')]
        if (party?.kind !== 'post') return []
        const held = holders[ref] ?? []
        const name = textOf(party.says)
        if (held.length === 0)
          return [`Nobody holds the post ${name}. Somebody has to be named before it can be approved.`]
        return held.every((person) => person === actor.personId)
          ? [
              `You are the only one who holds the post ${name}. Whoever offers a draft does not approve it: let somebody else who keeps the policy offer it, or name a second holder.`,
            ]
          : []
      }),
    ),
  )
}
