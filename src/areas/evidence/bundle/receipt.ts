import { sayFullInstant } from '#core/calendar/say-date.ts'
import { type Seal, shortSeal } from '#platform/ledger/seal.ts'
import type { PdfDocument } from '#platform/pdf/document.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Item } from '../model/item.ts'
import { itemKinds } from '../model/item-kinds.ts'
import { theItem } from './document.ts'

/** A receipt for one item: what was taken, where it is, who may release it, and lines to sign on when it goes back or on. */
export function receiptDocument(
  item: Item,
  evidence: Evidence,
  about: { readonly school: string; readonly at: Temporal.Instant; readonly seal: Seal },
): PdfDocument {
  const { record, saying } = evidence
  const { thing } = itemKinds[item.kind]
  return {
    title: `Receipt: ${record.reference}, item ${item.number}`,
    language: 'en-GB',
    from: [about.school, sayFullInstant(about.at, saying.zone)],
    footer: `${record.reference}, item ${item.number}, ledger ${shortSeal(about.seal)}`,
    madeAt: about.at,
    blocks: [
      {
        kind: 'paragraph',
        text: thing
          ? 'The school has taken what is described here and keeps it safe. It is given back to its owner or, when the owner is a pupil, to a parent or carer, unless the police have asked for it.'
          : 'The school keeps what is described here as evidence.',
      },
      ...theItem(item, { evidence, at: about.at }),
      ...(thing
        ? ([
            { kind: 'cut' },
            { kind: 'heading', level: 1, text: 'Handed over or given back' },
            {
              kind: 'paragraph',
              text: 'By signing, both say that it is the same thing, in the same condition, in the same bag.',
            },
            {
              kind: 'lines',
              labels: [
                'Given by (name, signature)',
                'Taken by (name, signature)',
                'What they are to its owner, or number and force',
                'Date and time',
              ],
            },
          ] as const)
        : []),
    ],
  }
}
