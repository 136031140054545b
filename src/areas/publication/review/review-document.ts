import { sayFullDate } from '#core/calendar/say-date.ts'
import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts'
import { ledeOf, notRecorded, SMALL_NUMBERS, sayNumber, standingCount, titleOf, troubled } from './say-review.ts'
import type { Review, ReviewTable } from './types.ts'
import { STATES } from './types.ts'

const STATE_WORDS = {
  kept: 'Kept',
  due: 'Due',
  late: 'Late',
  broken: 'Broken',
  none: 'No evidence yet',
  published: 'Published',
  notyet: 'Not yet',
} as const

/** The review as a paper for a meeting of those who govern. */
export const reviewDocument = (review: Review, now: Temporal.Instant): PdfDocument => ({
  title: titleOf(review),
  language: 'en-GB',
  from: [review.organisation, `Policy version ${review.policy.number}`],
  blocks: [
    { kind: 'paragraph', tone: 'large', text: ledeOf(review) },
    { kind: 'paragraph', tone: 'quiet', text: SMALL_NUMBERS },
    ...changes(review),
    ...standings(review),
    ...duties(review),
    ...agreements(review),
    { kind: 'heading', level: 1, text: 'What incidents were about' },
    ...review.incidents.flatMap((table) => countBlocks(review, table, 'Incidents', 'Kind')),
    { kind: 'heading', level: 1, text: 'Who told us' },
    ...review.concerns.flatMap((table) => countBlocks(review, table, 'Concerns', 'From')),
    ...waits(review),
    ...comments(review),
    { kind: 'heading', level: 1, text: 'What is not recorded' },
    { kind: 'list', items: notRecorded(review) },
  ],
  footer: `${titleOf(review)}. Made on ${sayFullDate(review.today)}. Ledger seal ${review.seal.seq}: ${review.seal.short}`,
  madeAt: now,
})

const changes = (review: Review): PdfBlock[] => [
  { kind: 'heading', level: 1, text: 'What changed' },
  review.versions.length === 0
    ? { kind: 'paragraph', text: `No version came into force in the period.` }
    : {
        kind: 'table',
        columns: [
          { title: 'Version' },
          { title: 'In force from', share: 2 },
          { title: 'Approval', share: 3 },
          { title: 'What changed', share: 4 },
        ],
        rows: review.versions.map((version) => [
          String(version.number),
          sayFullDate(version.inForceOn),
          version.approval ?? 'Not recorded',
          version.note === '' ? 'Not noted' : version.note,
        ]),
      },
]

const waits = ({ waits: all, thirds }: Review): PdfBlock[] =>
  thirds.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'How long it took' },
        ...all.map(
          ({ school, rows }): PdfBlock => ({
            kind: 'table',
            caption: `From telling us, at ${school}`,
            columns: [{ title: 'Until', share: 2 }, ...thirds.map((third) => ({ title: third.says, share: 2 }))],
            rows: rows.map(({ what, cells }) => [what, ...cells]),
          }),
        ),
      ]

const standings = (review: Review): PdfBlock[] => [
  { kind: 'heading', level: 1, text: 'What is kept, and what is not' },
  {
    kind: 'table',
    caption: `Promises on ${sayFullDate(review.today)}, by section of the policy`,
    columns: [
      { title: 'Section', share: 4 },
      ...STATES.map((state) => ({ title: STATE_WORDS[state], align: 'end' as const, share: 1.3 })),
    ],
    rows: [
      ...review.sections.map((section) => [section.title, ...STATES.map((state) => String(section.counts[state]))]),
      ['All', ...STATES.map((state) => String(standingCount(review, state)))],
    ],
  },
  ...(review.open.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          caption: 'Late or broken today',
          columns: [
            { title: 'Clause' },
            { title: 'What it promises', share: 5 },
            { title: 'Standing' },
            { title: 'Since', share: 2 },
          ],
          rows: review.open.map((one) => [
            one.clause,
            one.says,
            STATE_WORDS[one.state],
            one.since === null ? 'Not recorded' : sayFullDate(one.since),
          ]),
        },
      ]),
]

function duties(review: Review): PdfBlock[] {
  const wrong = troubled(review)
  return [
    { kind: 'heading', level: 1, text: 'Duties that fell due in the period' },
    wrong.length === 0
      ? { kind: 'paragraph', text: 'None was late, missed or not done.' }
      : {
          kind: 'table',
          caption: 'Duties that were late, missed or not done',
          columns: [
            { title: 'Duty', share: 4 },
            { title: 'In time', align: 'end' },
            { title: 'Late', align: 'end' },
            { title: 'Missed', align: 'end' },
            { title: 'Not done yet', align: 'end' },
          ],
          rows: wrong.map((duty) => [duty.says, ...[duty.inTime, duty.late, duty.missed, duty.open].map(String)]),
        },
    ...review.caseDuties.flatMap((table) => countBlocks(review, table, 'Duties in cases', 'What became of them')),
  ]
}

const agreements = (review: Review): PdfBlock[] =>
  review.agreements.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Agreements as they stand today' },
        {
          kind: 'table',
          columns: [
            { title: 'Agreement', share: 4 },
            ...['Answered', 'Waiting', 'Not agreed', 'Asked'].map((title) => ({
              title,
              align: 'end' as const,
              share: 1.4,
            })),
          ],
          rows: review.agreements.map(({ says, shown }) => [says, ...[...shown.cells, shown.total].map(sayNumber)]),
        },
      ]

function countBlocks({ thirds }: Review, table: ReviewTable, title: string, head: string): PdfBlock[] {
  if (thirds.length === 0)
    return [{ kind: 'paragraph', text: 'Not counted for this period: see what is not recorded.' }]
  if (table.names.length === 0)
    return [{ kind: 'paragraph', text: `${table.school}: none in the thirds of a school year that are counted.` }]
  const bars = table.names.map((name, at) => ({ name, count: table.shown.rows[at]?.total ?? null }))
  return [
    { kind: 'bars', title: `${title} at ${table.school}, all thirds that are counted`, rows: bars },
    {
      kind: 'table',
      caption: `${title} at ${table.school}`,
      columns: [
        { title: head, share: 3 },
        ...thirds.map((third) => ({ title: third.says, align: 'end' as const })),
        { title: 'All', align: 'end' },
      ],
      rows: [
        ...table.names.map((name, at) => {
          const row = table.shown.rows[at]
          return [name, ...(row?.cells ?? []).map(sayNumber), sayNumber(row?.total ?? null)]
        }),
        ['All', ...table.shown.totals.map(sayNumber), sayNumber(table.shown.total)],
      ],
    },
  ]
}

const comments = (review: Review): PdfBlock[] => [
  { kind: 'heading', level: 1, text: 'What people said to drafts' },
  ...(review.comments.length === 0
    ? [{ kind: 'paragraph' as const, text: 'No consultation ended in the period, or nobody commented.' }]
    : review.comments.map(
        (one): PdfBlock => ({
          kind: 'table',
          caption: `Comments on “${one.draft}”, until ${sayFullDate(one.until)}`,
          columns: [
            { title: 'From', share: 3 },
            { title: 'Comments', align: 'end' },
          ],
          rows: [
            ...one.audiences.map((audience, at) => [audience, sayNumber(one.shown.cells[at] ?? null)]),
            ['All', sayNumber(one.shown.total)],
          ],
        }),
      )),
]
