import { EVIDENCE_KINDS, type EvidenceKind } from '#pack/types/evidence.ts'
import type { IconName } from '#ui/icon/icon.tsx'
import type { EvidenceField } from './fields.ts'
import { may, must } from './fields.ts'

/** The kinds of evidence: those that a policy can ask for; mirrored by a check in the database. */
export const ITEM_KINDS = EVIDENCE_KINDS
export type ItemKind = EvidenceKind

/** What one kind of evidence is. */
export interface ItemKindWords {
  readonly says: string
  readonly when: string
  readonly icon: IconName
  /** It has a file of its own: never where suspected images of abuse may be. */
  readonly file: boolean
  /** A thing that somebody holds or keeps somewhere: its chain has no gaps only if each change of hands is said. */
  readonly thing: boolean
  readonly fields: readonly EvidenceField[]
}

/** Every kind of evidence with what its form asks. */
export const itemKinds: Readonly<Record<ItemKind, ItemKindWords>> = {
  screenshot: {
    says: 'A screenshot',
    when: 'A picture of what was on a screen.',
    icon: 'photo',
    file: true,
    thing: false,
    fields: [
      must.line('computer', 'Computer number', { hint: 'From its label. A phone: say whose, and its make.' }),
      must.line('username', 'User name that was signed in'),
      may.line('address', 'Address or app that it shows'),
    ],
  },
  file: {
    says: 'A file',
    when: 'A message that was saved, a photo, a recording, a document.',
    icon: 'lock',
    file: true,
    thing: false,
    fields: [must.line('source', 'Where does it come from?', { hint: 'For example: saved from the class mailbox.' })],
  },
  web: {
    says: 'A web address',
    when: 'Something that is on the internet, described in words.',
    icon: 'wifi',
    file: false,
    thing: false,
    fields: [
      must.line('address', 'Web address'),
      must.moment('seen', 'When was it seen there?'),
      may.line('account', 'Name of the account that posted it'),
    ],
  },
  printed: {
    says: 'A printed sheet',
    when: 'A print that is signed and countersigned.',
    icon: 'print',
    file: false,
    thing: true,
    fields: [must.line('sheets', 'How many sheets?'), may.line('made_from', 'What was it printed from?')],
  },
  device: {
    says: 'A device',
    when: 'A phone, a tablet, a computer, a memory stick.',
    icon: 'device',
    file: false,
    thing: true,
    fields: [
      must.line('make', 'What does it look like?', {
        hint: 'Make, model, colour, case, cracks: so that nobody takes another for it.',
      }),
      may.line('serial', 'Serial or asset number'),
      must.person('owner', 'Whose is it?', { hint: 'A name the school knows, or a few words.' }),
      must.yesNo('off', 'Is it switched off?'),
      must.line('release', 'Who may release it?', { hint: 'For example: the head, after the police say so.' }),
    ],
  },
  described: {
    says: 'A description only',
    when: 'What nobody should hold or copy, described in words.',
    icon: 'pen',
    file: false,
    thing: false,
    fields: [may.line('where', 'Where is it now, and who holds it?')],
  },
}

export const isItemKind = (text: string): text is ItemKind => ITEM_KINDS.some((kind) => kind === text)
