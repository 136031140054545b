import { parentPort, workerData } from 'node:worker_threads'
import { Halt } from '#core/errors.ts'
import type { Outline } from '#core/outline.ts'
import { loadPack } from '#pack/load/load-pack.ts'
import { type Proposal, trainClassifier } from '#pack/propose/classifier.ts'
import { type CutClause, cutOutline } from '#pack/propose/cut.ts'
import type { Pack } from '#pack/types/pack.ts'
import { draftFromDocument } from './draft-from-document.ts'
import { labelledPacks } from './labelled-packs.ts'
import type { NewName } from './new-name.ts'

/** What the thread is given. */
export interface ProposeRequest {
  readonly outline: Outline
  readonly name: NewName
  readonly root: string
}

/** A document as a pack without a link, with what is proposed for each of its clauses and what was left out. */
export interface Proposed {
  readonly pack: Pack
  readonly clauses: readonly { readonly clause: CutClause; readonly proposal: Proposal }[]
  readonly left: readonly { readonly text: string; readonly at: CutClause['at'] }[]
}

/** What the thread answers: the draft, or a sentence about the document. */
export type ProposeAnswer = { readonly proposed: Proposed } | { readonly says: string }

const { outline, name, root }: ProposeRequest = workerData

function answer(): ProposeAnswer {
  try {
    const classifier = trainClassifier(labelledPacks(root))
    const { pack, faults } = loadPack(draftFromDocument(outline, name, classifier).files)
    if (pack === null) throw new Error(`a document made no pack: ${faults[0]?.says ?? ''}`)
    const cut = cutOutline(outline, name.letter)
    const clauses = cut.clauses.map((clause) => ({ clause, proposal: classifier.propose(clause) }))
    return { proposed: { pack, clauses, left: cut.left } }
  } catch (fault) {
    if (fault instanceof Halt) return { says: fault.message }
    throw fault
  }
}

parentPort?.postMessage(answer())
