import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts'
import type { FileEvidence } from './queries/evidence-of-case.ts'
import type { PupilFile } from './queries/list-files.ts'
import type { FileCase } from './queries/read-cases.ts'

/** What the file of a pupil is drawn from. */
export interface FileFacts {
  readonly file: Pick<PupilFile, 'pupil' | 'schoolName' | 'receiver' | 'movedOn'>
  readonly cases: readonly FileCase[]
  /** The items whose files go along in the archive; null for the paper alone. */
  readonly along: ReadonlySet<string> | null
  readonly school: string
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
  readonly seal: string
  readonly zone: string
}

/** The file of a pupil who moves, for the next school: who it is for, a chronology over all cases, and each case. */
export function fileDocument(facts: FileFacts): PdfDocument {
  const { file, cases, school, madeAt, seal, zone } = facts
  return {
    title: `Online-safety file of ${file.pupil}`,
    language: 'en-GB',
    from: [school, sayFullInstant(madeAt, zone)],
    blocks: [
      { kind: 'heading', level: 1, text: `Online-safety file of ${file.pupil}` },
      {
        kind: 'inset',
        lines: [
          'Confidential. For the designated safeguarding lead alone.',
          'Keep it apart from the main pupil file, and confirm that you have received it.',
        ],
      },
      {
        kind: 'facts',
        rows: [
          { label: 'Pupil', value: file.pupil },
          { label: 'From', value: school },
          { label: 'To', value: file.schoolName },
          { label: 'For', value: file.receiver ?? 'The designated safeguarding lead' },
          { label: 'Moves on', value: sayFullDate(file.movedOn) },
          { label: 'Made by', value: facts.madeBy },
          { label: 'Holds', value: cases.length === 1 ? '1 case' : `${cases.length} cases` },
        ],
      },
      {
        kind: 'paragraph',
        tone: 'quiet',
        text: 'Other people in a case stand as the part they had, without their names. What was typed stands as it was typed.',
      },
      { kind: 'heading', level: 2, text: 'Chronology' },
      chronology(cases, zone),
      ...cases.flatMap((one) => caseBlocks(one, zone)),
      ...evidenceBlocks(facts),
      { kind: 'cut' },
      { kind: 'heading', level: 2, text: 'Receipt' },
      { kind: 'paragraph', text: `We have received the online-safety file of ${file.pupil} from ${school}.` },
      { kind: 'lines', labels: ['Name', 'Post', 'School', 'Date', 'Signature'] },
    ],
    footer: `Confidential. Seal ${seal}`,
    madeAt,
  }
}

function chronology(cases: readonly FileCase[], zone: string): PdfBlock {
  const lines = cases
    .flatMap((one) => one.happened.map((event) => ({ ...event, reference: one.reference })))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  if (lines.length === 0) return { kind: 'paragraph', text: 'Nothing is recorded.' }
  return {
    kind: 'table',
    columns: [
      { title: 'When', share: 2 },
      { title: 'Case' },
      { title: 'What happened', share: 4 },
      { title: 'By', share: 2 },
    ],
    rows: lines.map((line) => [sayFullInstant(line.at, zone), line.reference, line.what, line.who]),
  }
}

/** What there is in evidence, with fingerprints: what goes along is named by its place, and of the rest why it does not. */
function evidenceBlocks({ cases, along, zone }: FileFacts): PdfBlock[] {
  const all = cases.flatMap((one) => one.evidence)
  if (all.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'What is in evidence here' },
    ...(along === null
      ? [{ kind: 'paragraph', text: 'This is the paper alone: no file goes along with it.' } as const]
      : []),
    {
      kind: 'table',
      columns: [
        { title: 'What', share: 3 },
        { title: 'Taken', share: 2 },
        { title: 'File', share: 4 },
      ],
      rows: all.map((one) => [one.what, sayFullInstant(one.taken, zone), sayFile(one, along)]),
    },
  ]
}

function sayFile({ id, file, content, stays }: FileEvidence, along: FileFacts['along']): string {
  if (content === null) return stays === null || stays === file ? file : `${file}\n${stays}: it does not go along`
  if (along === null) return file
  return `${file}\n${along.has(id) ? `Goes along as ${content.path}` : 'Left out by hand'}`
}

const caseBlocks = (one: FileCase, zone: string): PdfBlock[] => [
  { kind: 'heading', level: 2, text: `${one.reference} ${one.title}` },
  {
    kind: 'facts',
    rows: [
      { label: 'Opened', value: sayFullInstant(one.openedAt, zone) },
      { label: 'Standing', value: one.standing },
      ...one.facts,
    ],
  },
  ...(one.parts.length === 0 ? [] : [{ kind: 'list', items: one.parts } as const]),
]
