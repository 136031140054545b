import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { say } from '#core/messages/say.ts'
import { shortSeal } from '#platform/ledger/seal.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '#platform/pdf/document.ts'
import type { SignatureProof } from './queries/read-signature.ts'
import { saidStatements, sayCapacity, sayOutcome, sayWay, sinceRows } from './said-words.ts'

const HEADINGS: Readonly<Record<string, 'agreement.certificate.text' | 'agreement.certificate.back'>> = {
  signed: 'agreement.certificate.text',
  withdrawn: 'agreement.certificate.back',
}

/** The paper about one signature: what was signed, by whom, how and when, and how to tell that nobody changed it since. */
export function certificateOf(proof: SignatureProof, now: Temporal.Instant): PdfDocument {
  const blocks: PdfBlock[] = [
    { kind: 'paragraph', tone: 'large', text: sayOutcome(proof.outcome) },
    { kind: 'facts', rows: facts(proof) },
    { kind: 'heading', level: 2, text: say('en', HEADINGS[proof.outcome] ?? 'agreement.certificate.shown') },
    ...(proof.text.intro === null ? [] : [{ kind: 'paragraph', text: proof.text.intro } as const]),
    statements(proof),
    { kind: 'heading', level: 2, text: say('en', 'agreement.certificate.proof') },
    { kind: 'facts', rows: proofRows(proof) },
    { kind: 'paragraph', tone: 'quiet', text: say('en', 'agreement.certificate.how') },
  ]
  return {
    title: `${proof.text.title}: ${proof.about}`,
    language: 'en-GB',
    from: [proof.organisation, sayFullDate(now.toZonedDateTimeISO(proof.zone).toPlainDate())],
    blocks,
    footer: say('en', 'agreement.certificate.footer', {
      outcome: sayOutcome(proof.outcome),
      seq: proof.seal.seq,
      seal: shortSeal(proof.seal),
    }),
    madeAt: now,
  }
}

function facts(proof: SignatureProof): PdfFact[] {
  const day = sayFullDate(proof.policy.inForceOn)
  return [
    { label: say('en', 'agreement.fact.about'), value: proof.about },
    { label: say('en', 'agreement.fact.signer'), value: `${proof.signer} (${sayCapacity(proof.capacity)})` },
    { label: say('en', 'agreement.fact.typed'), value: proof.typedName },
    { label: say('en', 'agreement.fact.when'), value: sayFullInstant(proof.signedAt, proof.zone) },
    { label: say('en', 'agreement.fact.way'), value: sayWay(proof.way) },
    ...sinceRows(proof),
    ...(proof.recordedBy === null
      ? []
      : [
          {
            label: say('en', 'agreement.fact.seen_by'),
            value: `${proof.recordedBy}, ${sayFullInstant(proof.recordedAt, proof.zone)}`,
          },
        ]),
    ...Object.entries(proof.fields).map(([id, value]) => ({ label: labelOf(proof, id), value })),
    {
      label: say('en', 'agreement.fact.version'),
      value: say('en', 'agreement.fact.version_says', { title: proof.policy.title, number: proof.policy.number, day }),
    },
  ]
}

function labelOf(proof: SignatureProof, id: string): string {
  const asks = proof.policy.pack.assents[proof.assent]?.fields.find((field) => field.id === id)?.asks
  return typeof asks === 'string' ? asks : (asks?.en ?? id)
}

function statements(proof: SignatureProof): PdfBlock {
  const said = saidStatements(proof)
  if (proof.outcome !== 'signed') return { kind: 'list', ordered: true, items: said.map((one) => one.says) }
  return {
    kind: 'table',
    columns: [
      { title: say('en', 'agreement.certificate.statement'), share: 5 },
      { title: say('en', 'agreement.certificate.answer'), share: 2 },
    ],
    rows: said.map((one) => [one.says, one.answer ?? '']),
  }
}

function proofRows(proof: SignatureProof): PdfFact[] {
  return [
    { label: say('en', 'agreement.fact.text'), value: grouped(proof.textHash) },
    ...(proof.entry === null
      ? []
      : [
          {
            label: say('en', 'agreement.fact.entry'),
            value: `${proof.entry.seq}: ${grouped(proof.entry.hash)}`,
          },
        ]),
    { label: say('en', 'agreement.fact.seal'), value: `${proof.seal.seq}: ${grouped(proof.seal.hash)}` },
  ]
}

const grouped = (hash: string): string => (hash.match(/.{8}/g) ?? []).join(' ')
