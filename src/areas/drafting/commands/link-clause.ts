import { textOf } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { formed } from '#pack/edit/apply.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import { holderOfKind } from '#pack/edit/holders.ts'
import type { controlKinds } from '#pack/types/base.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { programPack } from '../begin/program-packs.ts'
import { clauseOf, withClause } from '../propose/clause-edits.ts'
import { takeOver } from '../propose/take-over.ts'
import { reviseDraft } from './revise-draft.ts'

interface Link {
  readonly draftId: string
  readonly clause: string
}

/**
 * Says that a control of the draft keeps a clause.
 * @throws Refused where there is none, or where it cannot keep such a clause.
 */
export async function linkClause(tx: Tx, actor: Actor, input: Link & { readonly ref: string }): Promise<void> {
  const { draftId, clause: id, ref } = input
  await reviseDraft(tx, actor, draftId, ({ pack }) => ({
    content: linked(pack, id, ref),
    says: `${id} is kept by ${ref}`,
    place: `clauses/${id}/kept_by`,
  }))
}

/** Takes a control over from one of this program's packs with everything that it needs, and links the clause to it. */
export async function takeControl(
  tx: Tx,
  actor: Actor,
  root: string,
  input: Link & { readonly pack: string; readonly ref: string },
): Promise<void> {
  const { draftId, clause: id, ref } = input
  const from = programPack(root, input.pack)
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    const taken = takeOver(pack, from, ref)
    if (taken === null) throw new NotFound('policy.control.missing')
    const [fault] = taken.faults
    if (fault !== undefined) throw new Refused('policy.control.faults', `It does not fit in this draft: ${fault.says}`)
    const bare = ref.split('#')[0] ?? ref
    return {
      content: linked(taken.content, id, bare),
      says: `${id} is kept by ${bare}, taken over from “${textOf(from.pack.title)}” with ${taken.comes.length - 1} other things`,
      place: `clauses/${id}/kept_by`,
    }
  })
}

export interface PlanClause extends Link {
  readonly kind: (typeof controlKinds)[number]
  /** What will keep it, in words. */
  readonly says: string
}

/** Says what will keep a clause that nothing keeps yet. The clause stands as “not yet” on the board. */
export async function planClause(tx: Tx, actor: Actor, input: PlanClause): Promise<void> {
  const { draftId, clause: id, kind, says } = input
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    const clause = clauseOf(pack, id)
    const planned = pack.planned.find((one) => one.ref.startsWith(`${kind}/`) && textOf(one.says) === says)
    const ref = planned?.ref ?? freeRef(pack, kind, says)
    const whole = planned === undefined ? { ...pack, planned: [...pack.planned, { ref, says }] } : pack
    const content = asPack(withClause(whole, id, { planned: [...new Set([...clause.planned, ref])] }))
    return { content, says: `Planned for ${id}: ${says}`, place: `clauses/${id}/planned` }
  })
}

function linked(pack: Pack, id: string, ref: string): Pack {
  const clause = clauseOf(pack, id)
  const read = formed(withClause(pack, id, { kept_by: [...new Set([...clause.kept_by, ref as Ref])] }))
  const known = new Set(checkContent(pack).map((fault) => JSON.stringify(fault)))
  const faults = read.ok ? checkContent(read.content).filter((one) => !known.has(JSON.stringify(one))) : read.faults
  const [fault] = faults
  if (fault !== undefined || !read.ok)
    throw new Refused('policy.clause.link', fault?.says ?? 'This cannot keep a clause.')
  return read.content
}

type Ref = Pack['clauses'][number]['kept_by'][number]

function asPack(content: unknown): Pack {
  const read = formed(content)
  if (read.ok) return read.content
  throw new Refused('policy.clause.plan', read.faults[0]?.says ?? 'This cannot be planned.')
}

function freeRef(pack: Pack, kind: PlanClause['kind'], says: string): Ref {
  const words = says
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const id = (words === '' ? 'planned' : words).slice(0, 50).replace(/_+$/, '')
  const holder = holderOfKind(kind)
  const taken = (one: string) =>
    pack.planned.some(({ ref }) => ref === `${kind}/${one}`) ||
    (holder !== undefined && Object.hasOwn(pack[holder], one))
  const free = [id, ...Array.from({ length: 50 }, (_, index) => `${id}_${index + 2}`)].find((one) => !taken(one))
  if (free === undefined) throw new Refused('policy.clause.plan', 'Call it otherwise: too many things have this name.')
  return `${kind}/${free}`
}
