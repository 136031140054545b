import { createHash } from 'node:crypto'
import { textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Pack } from '#pack/types/pack.ts'
import { canonical } from '#platform/ledger/canonical.ts'

/** One statement of an agreement in a language. */
export interface Statement {
  readonly id: string
  readonly says: string
  readonly hint: string | null
  readonly answer: Assent['items'][number]['answer']
  readonly required: boolean
}

/** Exactly what somebody reads before they sign, with the SHA-256 of it. */
export interface AgreementText {
  readonly assent: string
  readonly language: string
  readonly title: string
  readonly intro: string | null
  readonly statements: readonly Statement[]
  /** Which clauses each statement says, whether it keeps them or not. No part of what is signed. */
  readonly clauses: Readonly<Record<string, readonly string[]>>
  /** A survey without names: what is answered is only counted. */
  readonly anonymous: boolean
  /** Hexadecimal. */
  readonly hash: string
}

/**
 * The assent of a pack under its id, without `assent/`.
 * @throws NotFound when the pack has none.
 */
export function assentOf(pack: Pack, id: string): Assent {
  const assent = pack.assents[id]
  if (assent === undefined) throw new NotFound('agreement.missing')
  return assent
}

/** The text of an agreement as it is shown in a language; what has no other language is shown in the first. */
export function agreementText(pack: Pack, id: string, language = 'en'): AgreementText {
  const assent = assentOf(pack, id)
  const shown = {
    assent: id,
    language,
    title: textOf(assent.says, language),
    intro: assent.intro === undefined ? null : textOf(assent.intro, language),
    statements: assent.items.map((item) => ({
      id: item.id,
      says: textOf(item.says, language),
      hint: item.hint === undefined ? null : textOf(item.hint, language),
      answer: item.answer,
      required: item.required,
    })),
  }
  const clauses = Object.fromEntries(
    assent.items.map((item) => [item.id, [...new Set([...item.clauses, ...item.states])]]),
  )
  return {
    ...shown,
    clauses,
    anonymous: assent.anonymous === true,
    hash: createHash('sha256').update(canonical(shown)).digest('hex'),
  }
}

/** Whether a pack says an agreement in easy words too. */
export const hasEasyWords = (pack: Pack, id: string): boolean =>
  assentOf(pack, id).items.some((item) => typeof item.says !== 'string' && item.says['en-easy'] !== undefined)

/** The clauses that an agreement keeps, with those of its statements. */
export const clausesOf = (assent: Assent): string[] => [
  ...new Set([...assent.clauses, ...assent.items.flatMap((item) => item.clauses)]),
]
