import { partiesOfVoice, stagesOf } from '#pack/engines/decisions/decide.ts'
import type { Decision } from '#pack/types/decision.ts'
import type { Document } from '#pack/types/document.ts'
import type { Pack } from '#pack/types/pack.ts'
import { membersOf } from '#pack/types/parts.ts'

/** One decision on the way to publication. */
export interface ApprovalStep {
  /** Its id in the pack, or `owner_decides`. */
  readonly id: string
  readonly decision: Decision
}

/** Who approves a draft, by which pack. */
export interface Approval {
  /** The pack whose words hold: that in force, as no draft may name its own judges. */
  readonly pack: Pack
  readonly steps: readonly ApprovalStep[]
  /** The pack names nobody who approves: whoever keeps the policy says so. */
  readonly byOwner: boolean
  /** Nothing is in force: whoever keeps the policy writes down what was decided before it came here. */
  readonly first: boolean
}

/** The post that may begin while nothing is in force. */
const ADMINISTRATOR = 'administrator'
/** The decision where the pack names none. */
const OWNER_DECIDES = 'owner_decides'

/** The policy itself among the documents of a pack. */
export const policyDocument = (pack: Pack): Document | undefined =>
  Object.values(pack.documents).find((document) => document.kind === 'policy')

/** The decisions that the pack in force (or the draft's own, while nothing is in force) asks for, in order. */
export function approvalOf(inForce: Pack | null, draft: Pack): Approval {
  for (const pack of inForce === null ? [draft] : [inForce, draft]) {
    const steps = stepsOf(pack)
    if (steps.length > 0) return { pack, steps, byOwner: false, first: inForce === null }
  }
  const pack = inForce ?? draft
  return { pack, steps: [{ id: OWNER_DECIDES, decision: ownersWord(pack) }], byOwner: true, first: inForce === null }
}

function stepsOf(pack: Pack): ApprovalStep[] {
  return (policyDocument(pack)?.stages ?? []).flatMap((stage) => {
    if (typeof stage === 'string' || !('decision' in stage)) return []
    const id = stage.decision.slice('decision/'.length)
    const decision = pack.decisions[id]
    return decision === undefined ? [] : [{ id, decision }]
  })
}

const ownersWord = (pack: Pack): Decision => ({
  says: 'Whoever keeps the policy approves it',
  by: { any_of: ownersOf(pack).map((post) => `party/${post}` as const) },
  silence: 'open',
  reason: 'on_refusal',
  conditions: false,
  clauses: [],
})

/** The posts that own the policy; the administrator where the pack names none. */
export function ownersOf(pack: Pack): string[] {
  const owner = policyDocument(pack)?.owner
  const posts = owner === undefined ? [] : membersOf(owner).flatMap((one) => postOf(pack, one) ?? [])
  return posts.length === 0 ? [ADMINISTRATOR] : posts
}

const postOf = (pack: Pack, ref: string): string | null => {
  const id = ref.replace(/^party\//, '')
  return pack.parties[id]?.kind === 'post' ? id : null
}

/** One word that counts: for which voice of which decision, from the holders of which post. */
export interface Approver {
  readonly decision: string
  readonly position: number
  /** The party whose word it is, without `party/`. */
  readonly voice: string
  /** A post, or `members/<kind>`. */
  readonly post: string
  readonly isResolution: boolean
}

/** Everybody whose word counts, by post. `acting` gives the post that stands in for one whose only holder asked. */
export function approversOf({ pack, steps, byOwner, first }: Approval, acting: (post: string) => string): Approver[] {
  return steps.flatMap(({ id, decision }, position) =>
    stagesOf(decision)
      .flatMap(partiesOfVoice)
      .flatMap((ref) => {
        const voice = ref.replace(/^party\//, '')
        const party = pack.parties[voice]
        const isBody = party?.kind === 'body' || party?.kind === 'group'
        const own = isBody ? bodyMembers(pack, voice) : byOwner ? [voice] : [acting(voice)]
        const posts = first ? [...own, ...ownersOf(pack), ADMINISTRATOR] : own
        return [...new Set(posts)].map((post) => ({
          decision: id,
          position,
          voice,
          post,
          isResolution: isBody || byOwner || first,
        }))
      }),
  )
}

/** Who may write down what a body decided: its members, or those who keep the policy where the pack names none. */
function bodyMembers(pack: Pack, id: string): string[] {
  const party = pack.parties[id]
  if (party?.kind === 'post') return [id]
  if (party?.kind === 'audience') return party.of.map((kind) => `members/${kind}`)
  if (party?.kind === 'group') {
    const seats = [party.chair, ...party.seats.map((seat) => seat.from)]
    const posts = seats.flatMap((ref) => (ref === undefined ? [] : bodyMembers(pack, ref.replace(/^party\//, ''))))
    return posts.length === 0 ? [...ownersOf(pack), ADMINISTRATOR] : posts
  }
  if (party?.kind !== 'body' || party.members === undefined) return [...ownersOf(pack), ADMINISTRATOR]
  return bodyMembers(pack, party.members.replace(/^party\//, ''))
}

/** Whether a voice must say where its decision stands written. */
export function needsMinute(pack: Pack, voice: string): boolean {
  const party = pack.parties[voice]
  return party?.kind === 'body' && party.minute === 'required'
}
