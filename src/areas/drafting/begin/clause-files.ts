import { Document, isNode } from 'yaml'
import type { PackFile } from '#pack/load/fault.ts'
import type { Guess, Proposal } from '#pack/propose/classifier.ts'
import type { CutClause } from '#pack/propose/cut.ts'

/** A clause of a document and what is proposed for it. */
export interface Proposed {
  readonly clause: CutClause
  readonly proposal: Proposal
}

// A file of a pack has a largest size, and people read shorter files more easily.
const IN_ONE_FILE = 200

// An area that is no likelier than this is left open; its guess still stands in the comment.
const CLEAR = 0.2

/** The clauses as pack files, with each proposal as a comment above its clause. */
export function clauseFiles(proposed: readonly Proposed[]): PackFile[] {
  const files = Array.from({ length: Math.ceil(proposed.length / IN_ONE_FILE) }, (_, index) =>
    proposed.slice(index * IN_ONE_FILE, (index + 1) * IN_ONE_FILE),
  )
  return files.map((some, index) => ({
    path: `clauses/${String(index + 1).padStart(2, '0')}.yaml`,
    text: textOf(some),
  }))
}

function textOf(proposed: readonly Proposed[]): string {
  const file = new Document({ clauses: [] })
  file.commentBefore =
    ' What is proposed stands above each clause. Nothing is linked: name what keeps it in kept_by, and correct kind and area.'
  for (const { clause, proposal } of proposed) {
    const node = file.createNode(asWritten(clause, proposal), { aliasDuplicateObjects: false })
    if (isNode(node)) node.commentBefore = commentOf(clause, proposal)
    file.addIn(['clauses'], node)
  }
  return file.toString({ lineWidth: 120 })
}

/** `kind` and `area` are the likeliest; what keeps the clause is for a person to say. */
const asWritten = ({ id, section, says, strength }: CutClause, { kind, area }: Proposal) => ({
  id,
  ...(section === null ? {} : { section }),
  says,
  strength,
  kind: kind.is,
  ...(area.probability < CLEAR ? {} : { area: area.is }),
  kept_by: [],
})

function commentOf({ at }: CutClause, { kind, area, keptBy, examples }: Proposal): string {
  const place = at.page === undefined ? `paragraph ${at.number}` : `page ${at.page}`
  const controls = keptBy.map(({ control, share }) => `${control} ${percent(share)}`).join(', ')
  const like = examples.map(({ id, pack, keptBy: refs }) => `${id} of ${pack} (${refs[0] ?? 'not yet kept'})`)
  return [
    ` ${place}: ${sayGuess(kind)}; ${sayGuess(area)}`,
    ...(controls === '' ? [] : [` such clauses are kept by ${controls}`]),
    ...(like.length === 0 ? [] : [` like ${like.join(', ')}`]),
  ].join('\n')
}

const sayGuess = ({ is, probability, because }: Guess): string =>
  `${is} ${percent(probability)}${because.length === 0 ? '' : ` because: ${because.join(', ')}`}`

const percent = (share: number): string => `${Math.round(share * 100)}%`
