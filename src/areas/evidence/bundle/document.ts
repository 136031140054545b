import { sayFullInstant } from '#core/calendar/say-date.ts'
import { shortSeal } from '#platform/ledger/seal.ts'
import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts'
import { chainOf } from '../model/chain.ts'
import { entryKinds } from '../model/entry-kinds.ts'
import type { Item } from '../model/item.ts'
import { itemKinds } from '../model/item-kinds.ts'
import { sayEntry, sayFields, sayGap, saySignatures } from '../say.ts'
import { chartOnPaper } from './chart-on-paper.ts'
import type { BundleFacts } from './facts.ts'
import type { Redaction } from './redact.ts'

/** The bundle as one document to keep: contents, the case, its way, its people, its evidence hand by hand, and the proofs. */
export function bundleDocument(facts: BundleFacts, redaction: Redaction): PdfDocument {
  const { evidence, page, at, school, maker } = facts
  const { zone } = evidence.saying
  const blocks: PdfBlock[] = [
    ...front(facts, redaction),
    { kind: 'contents', title: 'Contents', depth: 2 },
    { kind: 'page-break' },
    ...theCase(facts),
    ...toldOutside(page),
    ...theWay(page, redaction),
    ...chronology(page, zone),
    { kind: 'heading', level: 1, text: 'Evidence and custody' },
    ...(evidence.items.length === 0 ? [{ kind: 'paragraph', text: 'No evidence was entered.' } as const] : []),
    ...evidence.items.flatMap((item) => theItem(item, facts)),
    ...decisions(facts),
    ...proofs(facts),
  ]
  return {
    title: redaction.text(`Bundle of ${evidence.record.reference}: ${evidence.record.title}`),
    language: 'en-GB',
    from: [redaction.text(school), sayFullInstant(at, zone)],
    footer: redaction.text(
      `${evidence.record.reference}, made by ${maker} on ${sayFullInstant(at, zone)}, ledger ${shortSeal(facts.seal)}`,
    ),
    madeAt: at,
    blocks: blocks.map((block) => redactBlock(block, redaction)),
  }
}

function front({ evidence, seal, maker, at }: BundleFacts, redaction: Redaction): PdfBlock[] {
  return [
    {
      kind: 'inset',
      lines: [
        [{ strong: 'Confidential.' }, ' For those to whom it is handed, and for nobody else.'],
        redaction.count === 0
          ? 'Nothing was withheld from this bundle.'
          : redaction.count === 1
            ? 'One name or word was withheld from this bundle by hand.'
            : `${redaction.count} names or words were withheld from this bundle by hand.`,
        `The ledger stood at entry ${seal.seq} when it was made: ${seal.hash}.`,
      ],
    },
    {
      kind: 'facts',
      rows: [
        { label: 'Reference', value: evidence.record.reference },
        { label: 'Made by', value: maker },
        { label: 'Made', value: sayFullInstant(at, evidence.saying.zone) },
        { label: 'Pieces of evidence', value: String(evidence.items.length) },
      ],
    },
  ]
}

function theCase({ page, evidence }: BundleFacts): PdfBlock[] {
  return [
    { kind: 'heading', level: 1, text: 'The case' },
    {
      kind: 'facts',
      rows: [
        { label: 'Title', value: page.title },
        { label: 'Opened', value: sayFullInstant(page.openedAt, evidence.saying.zone) },
        ...(page.openedBy === null ? [] : [{ label: 'Opened by', value: page.openedBy }]),
        { label: 'State', value: page.state },
        ...page.facts.map(({ key, value }) => ({ label: key, value })),
      ],
    },
    {
      kind: 'table',
      caption: 'People',
      columns: [{ title: 'Name', share: 2 }, { title: 'Part' }, { title: 'About', share: 2 }],
      rows: page.people.map((one) => [one.name, one.part, one.about]),
    },
    {
      kind: 'table',
      caption: 'Who was told',
      columns: [{ title: 'When' }, { title: 'Who' }, { title: 'What', share: 2 }],
      rows: page.told.map((one) => [sayFullInstant(one.at, evidence.saying.zone), one.name, one.says]),
    },
    ...(page.contacts.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Told outside the case, or not and why',
            columns: [{ title: 'Who' }, { title: 'What was written down', share: 3 }],
            rows: page.contacts.map((one) => [one.who, one.lines.join('\n')]),
          } as const,
        ]),
  ]
}

function toldOutside({ tells }: BundleFacts['page']): PdfBlock[] {
  if (tells === null || tells.rows.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Whom the case told, and what they answered' },
    {
      kind: 'table',
      columns: [{ title: 'Who', share: 2 }, { title: 'How it stands' }, { title: 'What was said', share: 4 }],
      rows: tells.rows.map((row) => [row.says, row.standing, row.lines.join('\n')]),
    },
  ]
}

const STATES = { done: 'taken', now: 'open now', later: 'not reached', not_taken: 'not taken' } as const

function theWay(page: BundleFacts['page'], redaction: Redaction): PdfBlock[] {
  return [
    { kind: 'heading', level: 1, text: 'The procedure, and the way that was taken' },
    ...page.charts.flatMap((chart): PdfBlock[] => [
      { kind: 'heading', level: 2, text: chart.title },
      chartOnPaper(chart, redaction),
      {
        kind: 'table',
        columns: [{ title: 'Step', share: 3 }, { title: 'On the way' }],
        rows: [...chart.nodes]
          .sort((one, other) => one.row - other.row || one.column - other.column)
          .map((node) => [node.state === 'done' ? [{ strong: node.label }] : node.label, STATES[node.state]]),
      },
    ]),
    { kind: 'heading', level: 2, text: 'Steps as they were taken' },
    {
      kind: 'table',
      columns: [
        { title: 'What', share: 3 },
        { title: 'Who and when', share: 2 },
        { title: 'Written', share: 3 },
      ],
      rows: page.path.map((line) => [
        `${line.branch === null ? '' : `${line.branch}: `}${line.what}${line.holds ? '' : ' (holds no longer)'}${line.was.length === 0 ? '' : `. Before: ${line.was.join('; ')}`}`,
        line.who,
        line.written.map(({ key, value }) => `${key}: ${value}`).join('\n'),
      ]),
    },
  ]
}

const chronology = (page: BundleFacts['page'], zone: string): PdfBlock[] => [
  { kind: 'heading', level: 1, text: 'Chronology' },
  {
    kind: 'table',
    columns: [
      { title: 'When', share: 2 },
      { title: 'What', share: 4 },
      { title: 'Who', share: 2 },
    ],
    rows: page.happened.map((one) => [sayFullInstant(one.at, zone), one.what, one.who ?? '']),
  },
]

/** What an item's own part of the bundle says; also the receipt of a device. */
export function theItem(item: Item, { evidence: { saying }, at }: Pick<BundleFacts, 'evidence' | 'at'>): PdfBlock[] {
  const chain = chainOf({ kind: item.kind, hasFile: item.file !== null }, item.entries, at)
  const gaps = chain.links.flatMap((link) => link.gaps.map((gap) => sayGap(gap, saying)))
  const { file } = item
  return [
    { kind: 'heading', level: 2, text: `${item.number}. ${item.title}` },
    {
      kind: 'facts',
      rows: [
        { label: 'Kind', value: itemKinds[item.kind].says },
        ...(item.shows === '' ? [] : [{ label: 'What it shows', value: item.shows }]),
        ...sayFields(itemKinds[item.kind].fields, item.label, saying).map(({ key, value }) => ({ label: key, value })),
        ...(file === null
          ? []
          : [
              { label: 'File', value: `${file.name}, ${file.type}, ${file.bytes} bytes` },
              { label: 'SHA-256', value: file.sha256 },
            ]),
      ],
    },
    {
      kind: 'table',
      caption: 'Custody',
      columns: [
        { title: 'When', share: 2 },
        { title: 'What', share: 4 },
        { title: 'Signed', share: 3 },
      ],
      rows: chain.links.map(({ entry }) => [
        sayFullInstant(entry.at, saying.zone),
        [
          sayEntry(entry, saying),
          ...sayFields(entryKinds[entry.kind].fields, entry.fields, saying).map(({ key, value }) => `${key}: ${value}`),
        ].join('\n'),
        saySignatures(entry, saying),
      ]),
    },
    gaps.length === 0
      ? { kind: 'paragraph', text: 'The chain is whole.' }
      : { kind: 'list', items: gaps.map((gap) => [{ strong: 'Gap: ' }, gap]) },
  ]
}

function decisions({ evidence: { decisions: entries, saying } }: BundleFacts): PdfBlock[] {
  if (entries.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'What was decided about images' },
    ...entries.flatMap((entry): PdfBlock[] => [
      { kind: 'heading', level: 2, text: `${entryKinds[entry.kind].says}, ${sayFullInstant(entry.at, saying.zone)}` },
      {
        kind: 'facts',
        rows: [
          ...sayFields(entryKinds[entry.kind].fields, entry.fields, saying).map(({ key, value }) => ({
            label: key,
            value,
          })),
          { label: 'Signed', value: saySignatures(entry, saying) },
        ],
      },
    ]),
  ]
}

function proofs({ ledger, seal, evidence }: BundleFacts): PdfBlock[] {
  return [
    { kind: 'heading', level: 1, text: 'Ledger proofs' },
    {
      kind: 'paragraph',
      text: `Every entry below holds the fingerprint of the one before it in its chain, and its own. The page verify.html, which comes with this bundle, computes them again without Kept. The head of the ledger was ${seal.hash} at entry ${seal.seq}.`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'Chain and entry' },
        { title: 'When', share: 2 },
        { title: 'What', share: 2 },
        { title: 'Fingerprint', share: 4 },
      ],
      rows: ledger.map((entry) => [
        `${entry.chain === 'main' ? 'changes' : 'looks'} ${entry.seq}`,
        sayFullInstant(Temporal.Instant.fromEpochNanoseconds(BigInt(entry.at) * 1000n), evidence.saying.zone),
        entry.code,
        entry.hash,
      ]),
    },
  ]
}

// What says how something is drawn, and no words.
const SHAPES: ReadonlySet<string> = new Set(['kind', 'align', 'tone', 'path', 'anchor', 'state'])

/** Takes what is withheld out of every text of a block, wherever it stands. */
function redactBlock<T>(value: T, redaction: Redaction): T {
  if (redaction.count === 0) return value
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    typeof inner === 'string' && !SHAPES.has(key) ? redaction.text(inner) : inner,
  )
}
