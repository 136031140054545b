import { textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { holders } from '#pack/edit/holders.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import { namedThing } from '#pack/sentences/words.ts'
import { controlKinds } from '#pack/types/base.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { packTitles, programPack } from '../begin/program-packs.ts'
import { cutsOf } from '../propose/clause-edits.ts'
import { readDraft } from '../queries/read-draft.ts'
import { type KeptProposal, readProposals } from '../queries/read-proposals.ts'
import { CONTROL_SAYS } from '../say-kinds.ts'
import type { ProposalViewProps } from '../views/proposal-view.tsx'

/** One clause of a document with what was proposed for it, and what can be done with it. */
export async function readProposal(tx: Tx, root: string, draftId: string, id: string): Promise<ProposalViewProps> {
  const draft = await readDraft(tx, draftId)
  const { pack } = draft
  const all = (await readProposals(tx, draftId)).filter((one) => one.state !== 'dropped' && one.state !== 'joined')
  const index = all.findIndex((one) => one.clause === id)
  const proposal = all[index]
  const clause = pack.clauses.find((one) => one.id === id)
  if (proposal === undefined || clause === undefined) throw new NotFound('policy.proposal.missing')
  const says = textOf(clause.says)
  const titles = packTitles(root)
  const section = pack.sections.find((one) => one.id === clause.section)
  return {
    draft: { id: draftId, title: draft.title },
    clause: { id, says, kind: clause.kind, area: clause.area ?? '', strength: clause.strength },
    where: sayWhere(proposal.at),
    section: section === undefined ? '' : textOf(section.title),
    state: proposal.state,
    looked: all.filter((one) => one.state !== 'open').length,
    of: all.length,
    guesses: guessesOf(proposal),
    keptBy: clause.kept_by.map((ref) => ({ ref, says: sentenceOf(pack, ref) })),
    planned: clause.planned.map((ref) => textOf(pack.planned.find((one) => one.ref === ref)?.says ?? ref)),
    usual: proposal.keptBy.map(
      ({ control, share }) => `${CONTROL_SAYS[control] ?? control} (${Math.round(share * 100)} in 100)`,
    ),
    examples: proposal.examples.map((example) => ({
      id: example.id,
      says: example.says,
      from: titles.get(example.pack) ?? example.pack,
      pack: example.pack,
      keptBy: controlsOf(root, example.pack, example.keptBy),
    })),
    own: ownControls(pack),
    cuts: cutsOf(says),
    first: pack.clauses[0]?.id === id,
    before: all[index - 1]?.clause ?? null,
    after: all[index + 1]?.clause ?? null,
    nextOpen:
      (
        all.slice(index + 1).find((one) => one.state === 'open') ??
        all.find((one) => one.state === 'open' && one.clause !== id)
      )?.clause ?? null,
  }
}

/** Where a text stood in its document. */
export const sayWhere = (at: KeptProposal['at']): string =>
  at.page === undefined ? `paragraph ${at.number}` : `page ${at.page}, paragraph ${at.number}`

function guessesOf({ kind, area }: KeptProposal): ProposalViewProps['guesses'] {
  const one = (label: string, guess: KeptProposal['kind']) =>
    guess === undefined
      ? []
      : [{ label, is: guess.is, percent: Math.round(guess.probability * 100), because: guess.because }]
  return [...one('Kind', kind), ...one('Subject', area)]
}

function controlsOf(root: string, name: string, refs: readonly string[]) {
  const pack = packTitles(root).has(name) ? programPack(root, name) : null
  return pack === null ? [] : refs.map((ref) => ({ ref, says: sentenceOf(pack, ref) }))
}

/** What a draft has that could keep a clause, by kind. */
function ownControls(pack: Pack): ProposalViewProps['own'] {
  return Object.entries(holders).flatMap(([holder, kind]) => {
    if (!controlKinds.some((one) => one === kind)) return []
    const things: Readonly<Record<string, object>> = pack[holder as keyof typeof holders]
    return Object.keys(things).map((id) => ({
      ref: `${kind}/${id}`,
      says: textOf(namedThing(pack, kind, id) ?? id.replaceAll('_', ' ')),
      kind: CONTROL_SAYS[kind] ?? kind,
    }))
  })
}
