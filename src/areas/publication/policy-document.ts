import { sayFullDate } from '#core/calendar/say-date.ts'
import { wordsOf } from '#pack/engines/words.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '#platform/pdf/document.ts'
import { inOrder } from './in-order.ts'
import { openingOf, textSections } from './policy-text.ts'
import type { PrintedTable } from './printed-tables.ts'
import { tablesOf, WHAT_FOLLOWS } from './printed-tables.ts'
import type { PublishedVersion, PublishingSeal } from './queries/versions.ts'
import { sayApproval } from './say-version.ts'

/** What a printed policy is made from. */
export interface PrintedPolicy {
  readonly pack: Pack
  readonly title: string
  readonly schoolId: string | null
  readonly school: string
  readonly version: PublishedVersion
  readonly seal: PublishingSeal | null
  readonly zone: string
}

/** A version of the policy as a document: what it is, contents, sections, tables, agreements and annexes. */
export function policyDocument(printed: PrintedPolicy): PdfDocument {
  const { pack, title, school, version, seal } = printed
  const published = version.publishedAt.toZonedDateTimeISO(printed.zone).toPlainDate()
  return {
    title,
    language: 'en-GB',
    from: [school, `Version ${version.number}`],
    blocks: [
      { kind: 'facts', rows: facts(printed) },
      { kind: 'contents', title: 'Contents', depth: 2 },
      { kind: 'page-break' },
      ...opening(pack),
      ...sections(pack),
      ...tables(pack),
      ...agreements(pack),
      ...papers(pack, 'Annexes', ['annex', 'guidance']),
      ...papers(pack, 'The law that this policy names', ['law']),
    ],
    footer: `${title}, version ${version.number}, published ${sayFullDate(published)}. ${sealLine(seal)}`,
    madeAt: version.publishedAt,
  }
}

function facts({ version, seal, zone, school }: PrintedPolicy): PdfFact[] {
  const published = sayFullDate(version.publishedAt.toZonedDateTimeISO(zone).toPlainDate())
  const due = version.reviewDueOn
  return [
    { label: 'School', value: school },
    { label: 'Version', value: String(version.number) },
    { label: 'In force from', value: sayFullDate(version.inForceOn) },
    { label: 'Approval', value: sayApproval(version) ?? 'Not recorded' },
    { label: 'Published', value: published },
    { label: 'To be reviewed by', value: due === null ? 'No date recorded' : sayFullDate(due) },
    ...(version.note === '' ? [] : [{ label: 'What changed', value: version.note }]),
    { label: 'SHA-256 of the whole content', value: grouped(version.hash) },
    ...(seal === null
      ? []
      : [{ label: 'Ledger entry of the publication', value: `${seal.seq}: ${grouped(seal.hash)}` }]),
  ]
}

const sealLine = (seal: PublishingSeal | null): string =>
  seal === null ? '' : `Ledger seal ${seal.seq}: ${(seal.hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ')}`

const grouped = (hash: string): string => (hash.match(/.{8}/g) ?? []).join(' ')

const opening = (pack: Pack): PdfBlock[] => {
  const paragraphs = openingOf(pack)
  if (paragraphs.length === 0) return []
  return [{ kind: 'heading', level: 1, text: 'What this policy is for' }, ...paragraphs.map(paragraph)]
}

const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text })

const sections = (pack: Pack): PdfBlock[] => [
  { kind: 'heading', level: 1, text: 'The policy' },
  ...textSections(pack).flatMap((section): PdfBlock[] => [
    { kind: 'heading', level: section.under ? 3 : 2, text: section.title },
    ...(section.intro === null ? [] : [paragraph(section.intro)]),
    ...section.clauses.map((clause): PdfBlock => ({ kind: 'clause', id: clause.id, text: clause.says })),
  ]),
]

function tables(pack: Pack): PdfBlock[] {
  const all = tablesOf(pack)
  if (all.length === 0) return []
  return [{ kind: 'heading', level: 1, text: 'Tables' }, ...all.flatMap(tableBlocks)]
}

/** A table as a heading and a real table, which a screen reader reads cell by cell. */
function tableBlocks(table: PrintedTable): PdfBlock[] {
  const title = table.note === null ? table.title : `${table.title}: ${table.note}`
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      // Names and what follows take more words than marks.
      columns: table.head.map((text, at) => ({ title: text, share: at === 0 || text === WHAT_FOLLOWS ? 2 : 1 })),
      rows: table.rows,
    },
  ]
}

function agreements(pack: Pack): PdfBlock[] {
  const all = inOrder(pack, pack.assents)
  if (all.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Agreements, consents and information' },
    ...all.flatMap(([id, assent]): PdfBlock[] => [
      { kind: 'heading', level: 2, text: wordsOf(assent.says) },
      { kind: 'paragraph', tone: 'quiet', text: sentenceOf(pack, `assent/${id}`) },
      ...(assent.intro === undefined ? [] : [paragraph(wordsOf(assent.intro))]),
      {
        kind: 'list',
        ordered: true,
        items: assent.items.map((item) => {
          const clauses = [...new Set([...item.clauses, ...item.states])]
          return `${wordsOf(item.says)}${clauses.length === 0 ? '' : ` (${clauses.join(', ')})`}`
        }),
      },
    ]),
  ]
}

function papers(pack: Pack, title: string, kinds: readonly string[]): PdfBlock[] {
  const found = Object.values(pack.documents).filter((one) => kinds.includes(one.kind) && one.body !== undefined)
  if (found.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: title },
    ...found.flatMap((one): PdfBlock[] => [
      { kind: 'heading', level: 2, text: wordsOf(one.says) },
      ...wordsOf(one.body ?? '')
        .split(/\n+/)
        .filter(Boolean)
        .map(paragraph),
    ]),
  ]
}
