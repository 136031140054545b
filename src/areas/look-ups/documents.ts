import { wordsOf } from '#pack/engines/words.ts'
import type { Pack } from '#pack/types/pack.ts'

/** A document of the policy as pages show it. */
export interface Paper {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** The clauses that rest on it. */
  readonly clauses: readonly string[]
}

/** The documents of a policy that some test picks, in their order, with the clauses that name them. */
export const papersOf = (
  pack: Pack,
  language: string,
  pick: (document: Pack['documents'][string]) => boolean,
): Paper[] =>
  Object.entries(pack.documents)
    .filter(([, document]) => pick(document))
    .map(([id, document]) => ({
      id,
      title: wordsOf(document.says, language),
      paragraphs: document.body === undefined ? [] : wordsOf(document.body, language).split(/\n+/).filter(Boolean),
      clauses: pack.clauses
        .filter((clause) => clause.kept_by.some((ref) => ref.split('#')[0] === `document/${id}`))
        .map((clause) => clause.id),
    }))

/** A paragraph of a document in pieces: `Childline: free …, www.childline.org.uk.` has a name, words and an address. */
export interface Piece {
  readonly kind: 'name' | 'words' | 'web' | 'phone'
  readonly text: string
}

const NAME = /^([^:.]{2,120}):\s+/
const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s,;)]*[^\s,;).]|\b[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*\.(?:org\.uk|co\.uk|gov\.uk|com|org)\b(?:\/[^\s,;)]*[^\s,;).])?|\b(?:999|101|111|0\d{2,3} ?\d{3,4}(?: ?\d{3,4})?)\b/g

/** Cuts a paragraph so that names stand out, and addresses and numbers can be pressed. */
export function piecesOf(paragraph: string): Piece[] {
  const name = NAME.exec(paragraph)?.[1]
  const rest = name === undefined ? paragraph : paragraph.slice(name.length + 1).trim()
  const pieces: Piece[] = name === undefined ? [] : [{ kind: 'name', text: name }]
  let from = 0
  for (const found of rest.matchAll(ADDRESS)) {
    if (found.index > from) pieces.push({ kind: 'words', text: rest.slice(from, found.index) })
    pieces.push({ kind: /^\d/.test(found[0]) ? 'phone' : 'web', text: found[0] })
    from = found.index + found[0].length
  }
  if (from < rest.length) pieces.push({ kind: 'words', text: rest.slice(from) })
  return pieces
}
