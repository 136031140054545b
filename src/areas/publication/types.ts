import type { Reader } from './readers.ts'

/** What is asked of a reader in one assent. */
export interface SummaryAgreement {
  readonly id: string
  readonly title: string
  readonly intro: string | null
  /** `agree` to rules, `choose` yes or no, `object` or leave it so, be `told`. */
  readonly way: 'agree' | 'choose' | 'object' | 'told'
  /** A signature is filed: agreements proper come before what is only gone through. */
  readonly filed: boolean
  readonly signer: 'you' | 'parent' | 'both'
  /** For whom alone, where a fact of the person decides. */
  readonly only: string | null
  readonly items: readonly SummaryRule[]
}

/** Something that is said to a reader, and the clauses that say it. */
export interface SummaryRule {
  readonly says: string
  readonly clauses: readonly string[]
}

/** A piece of a paragraph about help: a name, words, an address or a number. */
export interface HelpPiece {
  readonly kind: 'name' | 'words' | 'web' | 'phone'
  readonly text: string
}

/** Where a reader finds help, as the policy says it. */
export interface HelpPaper {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly HelpPiece[])[]
}

/** The policy in short for one kind of reader. */
export interface Summary {
  readonly reader: Reader
  readonly easy: boolean
  readonly agreements: readonly SummaryAgreement[]
  readonly rules: readonly SummaryRule[]
  /** The posts that read what is told. */
  readonly heardBy: readonly string[]
  /** Who is told of what, as sentences. */
  readonly told: readonly string[]
  readonly helps: readonly HelpPaper[]
  /** How many clauses bind the reader. */
  readonly binding: number
}

/** A version of the policy as lists and notices name it. */
export interface VersionLine {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly inForceOn: Temporal.PlainDate
  readonly note: string
}

/** Where a page of the policy stands: its address, and what it may lead to. */
export interface Place {
  /** Without a slash at the end. */
  readonly base: string
  /** Nobody is signed in, and nobody is named. */
  readonly open: boolean
  readonly school: string
  readonly tellHref: string
  /** Where the clause of somebody who may see how it stands leads; null for everybody else. */
  readonly standings: boolean
  readonly pdf: boolean
}
