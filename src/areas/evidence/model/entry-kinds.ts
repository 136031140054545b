import type { EvidenceField } from './fields.ts'
import { answers, may, must } from './fields.ts'
import { reviewFields, viewingFields } from './image-fields.ts'
import type { ItemKind } from './item-kinds.ts'
import { itemKinds } from './item-kinds.ts'

/** What can happen to an item, and what is decided in a case about its images; mirrored by a check in the database. */
export const ITEM_ENTRIES = [
  'captured',
  'stored',
  'sealed',
  'opened',
  'handed',
  'released',
  'returned',
  'destroyed',
  'withdrawn',
] as const
export const CASE_ENTRIES = ['review', 'viewing', 'deletion', 'police_word'] as const
export type EntryKind = (typeof ITEM_ENTRIES)[number] | (typeof CASE_ENTRIES)[number]

/** Somebody who has to sign, and whom that is. */
export interface Signer {
  readonly part: string
  readonly says: string
  /** The writer, whoever gave it, whoever took it, or the person in a field. */
  readonly who: 'noter' | 'from' | 'to' | { readonly field: string }
}

/** One kind of entry. */
export interface EntryKindWords {
  readonly says: string
  /** What the button and the title say. */
  readonly act: string
  readonly lede: string
  readonly from?: string
  readonly to?: string
  readonly fields: readonly EvidenceField[]
  readonly signers: readonly Signer[]
  /** Nothing happens to the item afterwards. */
  readonly ends?: true
}

const noter: Signer = { part: 'writer', says: 'Whoever writes it down', who: 'noter' }
const giver: Signer = { part: 'giver', says: 'Whoever gave it', who: 'from' }
const taker: Signer = { part: 'taker', says: 'Whoever took it', who: 'to' }
const present = (field: string): Signer => ({ part: 'witness', says: 'Whoever was present', who: { field } })

/** Every kind of entry: one form, one page and one way to sign serve them all. */
export const entryKinds: Readonly<Record<EntryKind, EntryKindWords>> = {
  captured: {
    says: 'Taken',
    act: 'Taken',
    lede: '',
    from: 'From whom?',
    to: 'Who took it?',
    fields: [may.person('witness', 'In whose presence?')],
    signers: [{ part: 'taker', says: 'Whoever took it', who: 'to' }, present('witness')],
  },
  stored: {
    says: 'Stored',
    act: 'Say where it is stored',
    lede: 'A place with a lock, and who has the key.',
    fields: [must.line('place', 'Where is it?'), must.line('access', 'Who can get at it?')],
    signers: [noter],
  },
  sealed: {
    says: 'Sealed',
    act: 'Seal it in a bag',
    lede: 'Once it is sealed, nobody opens it without writing down why.',
    fields: [must.line('seal', 'Number of the bag'), may.person('witness', 'In whose presence?')],
    signers: [noter, present('witness')],
  },
  opened: {
    says: 'Opened or searched',
    act: 'Write down that it was opened or searched',
    lede: 'A device is searched only on a ground that was recorded before. Never where indecent images of a child are suspected.',
    fields: [
      must.choice('ground', 'On which ground?', {
        options: answers(
          ['authorised', 'The head, or whom the head authorised, decided it for a good reason'],
          ['consent', 'Its owner, or the parent, agreed'],
          ['police', 'The police asked for it'],
        ),
      }),
      may.line('reference', 'Reference of the record in which that was decided', { hint: 'For example SEARCH-0004.' }),
      must.text('why', 'What was the reason?'),
      must.text('done', 'What was looked at, and what was found?'),
      must.person('witness', 'Who was present?'),
    ],
    signers: [noter, present('witness')],
  },
  handed: {
    says: 'Handed over',
    act: 'Hand it over',
    lede: 'Both sign: whoever gives it, and whoever takes it.',
    from: 'Who gave it?',
    to: 'Who took it?',
    fields: [must.line('why', 'Why?'), may.line('place', 'Where does it go?')],
    signers: [giver, taker],
  },
  released: {
    says: 'Released to the police',
    act: 'Release it to the police',
    lede: 'The officer signs the printed receipt.',
    from: 'Who gave it?',
    to: 'Which officer?',
    fields: [
      must.line('force', 'Force and station'),
      must.line('reference', 'Reference of the police'),
      may.text('why', 'On what ground?'),
    ],
    signers: [giver, taker],
    ends: true,
  },
  returned: {
    says: 'Given back',
    act: 'Give it back',
    lede: 'A pupil’s device goes back to a parent or carer, who signs for it.',
    from: 'Who gave it back?',
    to: 'To whom?',
    fields: [must.line('relation', 'What are they to its owner?', { hint: 'For example: mother.' })],
    signers: [giver, taker],
    ends: true,
  },
  destroyed: {
    says: 'Destroyed',
    act: 'Destroy it',
    lede: 'Never while the evidence of the case is held. What is destroyed cannot come back: two people sign.',
    fields: [
      must.line('how', 'How is it destroyed?'),
      must.text('why', 'Why, and who decided it?'),
      must.person('witness', 'In whose presence?'),
    ],
    signers: [noter, present('witness')],
    ends: true,
  },
  withdrawn: {
    says: 'Entered by mistake',
    act: 'Say that it was entered by mistake',
    lede: 'It stays to be seen, with the reason. A file that came with it stays locked away.',
    fields: [must.text('why', 'What was the mistake?')],
    signers: [noter],
    ends: true,
  },
  review: {
    says: 'Initial review meeting',
    act: 'Write down the review meeting',
    lede: 'Soon after it was noticed, with those who decide. Nobody views anything for it.',
    fields: reviewFields,
    signers: [noter, present('present')],
  },
  viewing: {
    says: 'Whether viewing was unavoidable',
    act: 'Write down the decision about viewing',
    lede: 'The answer is almost always no. If it was yes, everything about it is written down and signed.',
    fields: viewingFields,
    signers: [
      noter,
      { part: 'viewer', says: 'Whoever viewed it', who: { field: 'viewer' } },
      { part: 'head', says: 'The head, who approved it', who: { field: 'approved_by' } },
      present('witness'),
    ],
  },
  deletion: {
    says: 'Deletion confirmed',
    act: 'Confirm a deletion',
    lede: 'Only after the police have said that they do not need it. The child deletes it; nobody looks.',
    fields: [
      must.line('deleted_by', 'Who deleted it?'),
      must.line('from_where', 'From which devices and accounts?'),
      must.line('police', 'How do you know that the police do not need it?', { hint: 'Officer, date, reference.' }),
      must.yesNo('confirmed', 'Did they confirm that no copy is left?'),
      must.person('witness', 'Who was present?'),
    ],
    signers: [noter, present('witness')],
  },
  police_word: {
    says: 'What the police said about the locked files',
    act: 'Write down what the police said',
    lede: 'Locked files stay unseen until the police say otherwise. Two people sign before anything is unlocked.',
    fields: [
      must.line('officer', 'Which officer, of which force?'),
      must.line('reference', 'Reference of the police'),
      must.choice('word', 'What did they say?', {
        options: answers(
          ['keep', 'The files stay locked'],
          ['unlock', 'The files hold no indecent image of a child and may be opened'],
        ),
      }),
      must.text('said', 'In their words'),
      must.person('second', 'Who heard or read it with you?'),
    ],
    signers: [noter, present('second')],
  },
}

/** What can be written about an item of a kind: things change hands, files do not. */
export const entriesFor = (kind: ItemKind): readonly EntryKind[] => {
  const { thing } = itemKinds[kind]
  if (!thing) return ['released', 'destroyed', 'withdrawn']
  return ITEM_ENTRIES.filter((entry) => entry !== 'captured' && (entry !== 'opened' || kind === 'device'))
}

export const isEntryKind = (text: string): text is EntryKind =>
  [...ITEM_ENTRIES, ...CASE_ENTRIES].some((kind) => kind === text)
