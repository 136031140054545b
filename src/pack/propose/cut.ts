import type { Outline, Place } from '#core/outline.ts'
import { type Rule, rulesOf } from './rules-of.ts'
import { SectionList } from './section-list.ts'

/** A section of a document, as a pack writes it. */
export interface CutSection {
  readonly id: string
  readonly title: string
  readonly under: string | null
}

/** One rule of a document, with the headings above it and where it stands. */
export interface CutClause {
  readonly id: string
  readonly section: string | null
  readonly headings: readonly string[]
  readonly says: string
  readonly strength: 'must' | 'should' | 'may'
  readonly at: Place
}

/** A document cut into sections and clauses. `left` are the texts that are no rules: nothing is lost silently. */
export interface Cut {
  readonly title: string | null
  readonly sections: readonly CutSection[]
  readonly clauses: readonly CutClause[]
  readonly left: readonly { readonly text: string; readonly at: Place }[]
}

/** Cuts an outline into clauses with ids `<letter>-001` … in the order of the document. */
export function cutOutline(outline: Outline, letter: string): Cut {
  const sections = new SectionList()
  const clauses: CutClause[] = []
  const left: Rule[] = []
  const width = Math.max(3, String(outline.blocks.length).length)
  for (const part of parts(outline)) {
    if (part.heading !== null) sections.open(part.heading.level, part.heading.text)
    for (const rule of rulesOf(part.blocks)) {
      if (!isRule(rule.text)) left.push(rule)
      else
        clauses.push({
          id: `${letter}-${String(clauses.length + 1).padStart(width, '0')}`,
          section: sections.current,
          headings: sections.path,
          says: rule.text,
          strength: strengthOf(rule.text),
          at: rule.at,
        })
    }
  }
  return { title: outline.title ?? firstHeading(outline), sections: sections.used(clauses), clauses, left }
}

type Heading = Extract<Outline['blocks'][number], { kind: 'heading' }>
type Other = Exclude<Outline['blocks'][number], { kind: 'heading' }>

/** A heading and what stands below it, up to the next. */
function parts({ blocks }: Outline): { heading: Heading | null; blocks: Other[] }[] {
  const all: { heading: Heading | null; blocks: Other[] }[] = [{ heading: null, blocks: [] }]
  for (const block of blocks)
    if (block.kind === 'heading') all.push({ heading: block, blocks: [] })
    else all.at(-1)?.blocks.push(block)
  return all
}

const firstHeading = ({ blocks }: Outline): string | null => blocks.find(({ kind }) => kind === 'heading')?.text ?? null

/** Three words at least, and no line to sign on. */
const isRule = (text: string): boolean =>
  (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3 && !/_{3,}|\.{6,}|…{2,}/.test(text)

/** What the words say about how binding a rule is. A policy that states a fact means it: must. */
export function strengthOf(text: string): CutClause['strength'] {
  if (/\b(must|shall|required|never|may not|cannot|not (be )?(allowed|permitted)|forbidden|prohibited)\b/i.test(text))
    return 'must'
  if (/\b(should|expected to|encouraged|recommended|advised|ideally)\b/i.test(text)) return 'should'
  return /\b(may|can|optional)\b/i.test(text) ? 'may' : 'must'
}
