import { stringify } from 'yaml'
import { Halt } from '#core/errors.ts'
import type { Outline } from '#core/outline.ts'
import type { Classifier } from '#pack/propose/classifier.ts'
import { cutOutline } from '#pack/propose/cut.ts'
import { clauseFiles } from './clause-files.ts'
import type { NewName } from './pack-head.ts'
import type { Draft } from './types.ts'

const MOST_CLAUSES = 2_000

/** A pack of a school's own document: its clauses in order, each with a proposal beside it, and nothing linked. */
export function draftFromDocument(outline: Outline, { name, letter }: NewName, classifier: Classifier): Draft {
  const cut = cutOutline(outline, letter)
  if (cut.clauses.length === 0) throw new Halt('There is no rule in this document: no sentence of three words or more.')
  if (cut.clauses.length > MOST_CLAUSES)
    throw new Halt(`This document has ${cut.clauses.length} rules, more than ${MOST_CLAUSES}. Bring it in parts.`)
  const proposed = cut.clauses.map((clause) => ({ clause, proposal: classifier.propose(clause) }))
  const title = cut.title ?? 'Online safety policy'
  const head = { pack: { name, policy: letter, title, language: 'en', draft: true } }
  const sections = cut.sections.map(({ id, title: words, under }) => ({
    id,
    title: words,
    ...(under === null ? {} : { under }),
  }))
  const proposals = {
    proposals: proposed.map(({ clause, proposal }) => ({ clause: clause.id, at: clause.at, ...proposal })),
    left: cut.left,
  }
  return {
    files: [
      { path: 'pack.yaml', text: stringify(head, { lineWidth: 120 }) },
      { path: 'sections.yaml', text: stringify({ sections }, { lineWidth: 120 }) },
      ...clauseFiles(proposed),
    ],
    beside: [
      {
        path: 'proposals.json',
        text: `${JSON.stringify(proposals, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2)}\n`,
      },
    ],
    sections: cut.sections.length,
    clauses: cut.clauses.length,
    left: cut.left.length,
  }
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000
