/** Where a text stands in its document: its number among all texts, from 1, and the page where the document has pages. */
export interface Place {
  readonly number: number
  readonly page?: number
}

/** One text of a document, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly at: Place }
  | { readonly kind: 'paragraph'; readonly text: string; readonly at: Place }
  | { readonly kind: 'item'; readonly depth: number; readonly text: string; readonly at: Place }
  | {
      readonly kind: 'cell'
      readonly table: number
      readonly row: number
      readonly column: number
      readonly text: string
      readonly at: Place
    }

/** A document as a plain list of texts; its look is gone. */
export interface Outline {
  readonly format: 'docx' | 'pdf' | 'html' | 'text'
  readonly title: string | null
  readonly blocks: readonly Block[]
}
