import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { say } from '#core/messages/say.ts'
import { shortSeal } from '#platform/ledger/seal.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '#platform/pdf/document.ts'
import type { SignatureProof } from './queries/read-signature.ts'

const CAPACITIES: Readonly<Record<string, 'agreement.as.self' | 'agreement.as.pupil' | 'agreement.as.parent'>> = {
  self: 'agreement.as.self',
  pupil: 'agreement.as.pupil',
  parent: 'agreement.as.parent',
}
const WAYS = {
  link: 'agreement.way.link',
  screen: 'agreement.way.screen',
  paper: 'agreement.way.paper',
  class: 'agreement.way.class',
  in_person: 'agreement.way.in_person',
} as const
const OUTCOMES = {
  signed: 'agreement.outcome.signed',
  refused: 'agreement.outcome.refused',
  withdrawn: 'agreement.outcome.withdrawn',
} as const

/** The paper about one signature: what was signed, by whom, how and when, and how to tell that nobody changed it since. */
export function certificateOf(proof: SignatureProof, now: Temporal.Instant): PdfDocument {
  const blocks: PdfBlock[] = [
    { kind: 'paragraph', tone: 'large', text: sayOutcome(proof.outcome) },
    { kind: 'facts', rows: facts(proof) },
    { kind: 'heading', level: 2, text: say('en', 'agreement.certificate.text') },
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
    footer: say('en', 'agreement.certificate.footer', { seq: proof.seal.seq, seal: shortSeal(proof.seal) }),
    madeAt: now,
  }
}

/** How a signature was given, in words. */
export const sayWay = (way: string): string => (way in WAYS ? say('en', WAYS[way as keyof typeof WAYS]) : way)

/** What somebody did, in words. */
export const sayOutcome = (outcome: string): string =>
  outcome in OUTCOMES ? say('en', OUTCOMES[outcome as keyof typeof OUTCOMES]) : outcome

/** As whom somebody signed, in words. */
export function sayCapacity(capacity: string): string {
  const key = CAPACITIES[capacity]
  return key === undefined ? capacity : say('en', key)
}

function facts(proof: SignatureProof): PdfFact[] {
  const day = sayFullDate(proof.policy.inForceOn)
  return [
    { label: say('en', 'agreement.fact.about'), value: proof.about },
    { label: say('en', 'agreement.fact.signer'), value: `${proof.signer} (${sayCapacity(proof.capacity)})` },
    { label: say('en', 'agreement.fact.typed'), value: proof.typedName },
    { label: say('en', 'agreement.fact.when'), value: sayFullInstant(proof.signedAt, proof.zone) },
    { label: say('en', 'agreement.fact.way'), value: sayWay(proof.way) },
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
  if (proof.outcome !== 'signed')
    return { kind: 'list', ordered: true, items: proof.text.statements.map((one) => one.says) }
  return {
    kind: 'table',
    columns: [
      { title: say('en', 'agreement.certificate.statement'), share: 5 },
      { title: say('en', 'agreement.certificate.answer') },
    ],
    rows: proof.text.statements.map((one) => [one.says, sayAnswer(proof.answers[one.id], one.answer)]),
  }
}

function sayAnswer(answer: unknown, kind: string): string {
  if (answer === undefined) return '–'
  if (answer === true)
    return say(
      'en',
      kind === 'read' ? 'agreement.answer.read' : kind === 'agree' ? 'agreement.answer.agreed' : 'agreement.answer.yes',
    )
  if (answer === false) return say('en', 'agreement.answer.no')
  return String(answer)
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
