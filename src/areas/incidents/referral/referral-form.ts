import type { CaseViewProps } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { PdfDocument } from '#platform/pdf/document.ts'

/** A part of a referral that is sent or left out as a whole. */
export interface ReferralPart {
  readonly id: string
  readonly title: string
  readonly rows: readonly { readonly key: string; readonly value: string }[]
}

type Shown = Pick<
  CaseViewProps,
  'reference' | 'title' | 'kind' | 'openedAt' | 'openedBy' | 'facts' | 'people' | 'path' | 'zone' | 'contacts'
>

/** What a case has to say to a body outside, part by part: the case, its people, and what was written at each step that holds. */
export function referralParts(one: Shown): ReferralPart[] {
  const parts = [
    {
      id: 'case',
      title: 'The case',
      rows: [
        { key: 'Our number', value: one.reference },
        { key: 'In short', value: one.title },
        { key: 'Kind', value: one.kind },
        {
          key: 'Recorded',
          value: `${sayFullInstant(one.openedAt, one.zone)}${one.openedBy === null ? '' : `, ${one.openedBy}`}`,
        },
        ...one.facts,
      ],
    },
    {
      id: 'people',
      title: 'People',
      rows: one.people.map((person) => ({ key: person.part, value: [person.name, person.about].join(', ') })),
    },
    ...one.path
      .filter((line) => line.holds)
      .map((line) => ({
        id: line.key,
        title: line.branch === null ? line.what : `${line.what} (${line.branch})`,
        rows: [...line.written, { key: 'Recorded by', value: line.who }],
      })),
    {
      id: 'told',
      title: 'Who was told',
      rows: one.contacts.map((contact) => ({ key: contact.who, value: contact.lines.join(' ') })),
    },
  ]
  return parts
    .map((part) => ({ ...part, rows: part.rows.filter((row) => row.value !== '') }))
    .filter((part) => part.rows.length > 0)
}

/** The body outside to which a case is referred. */
export interface ReferredTo {
  readonly party: string
  readonly says: string
  /** The lines of paper on which its answer is written down: what the policy keeps of it. */
  readonly lines: readonly string[]
}

/** All parts as plain text, to paste into a form of somebody else. */
export const referralText = (parts: readonly ReferralPart[]): string =>
  parts
    .map(({ title, rows }) =>
      [title.toUpperCase(), ...rows.map((row) => `${row.key}${/[?!.:]$/.test(row.key) ? '' : ':'} ${row.value}`)].join(
        '\n',
      ),
    )
    .join('\n\n')

/** The chosen parts as paper, with lines for what the body outside answers. */
export const referralDocument = (
  reference: string,
  parts: readonly ReferralPart[],
  made: { readonly by: string; readonly at: Temporal.Instant; readonly zone: string },
  to: ReferredTo | null = null,
): PdfDocument => ({
  title: to === null ? `Referral ${reference}` : `Referral ${reference} to ${to.says}`,
  language: 'en-GB',
  from: [`Made by ${made.by}`, sayFullInstant(made.at, made.zone)],
  blocks: [
    ...parts.flatMap((part) => [
      { kind: 'heading', level: 2, text: part.title } as const,
      { kind: 'facts', rows: part.rows.map((row) => ({ label: row.key, value: row.value })) } as const,
    ]),
    { kind: 'heading', level: 2, text: 'Their answer' },
    { kind: 'lines', labels: [...(to?.lines ?? ANSWER)] },
  ],
  footer: `${reference} · in confidence`,
  madeAt: made.at,
})

const ANSWER = ['Person spoken to', 'When', 'Their reference', 'What they said', 'Ask again on']
