import type { KnownWho, RegisterStory } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }
const SUPPORT: KnownWho = { post: 'ict_support' }

/** Servers, backups, and what data is carried on. */
export const SYSTEMS: readonly RegisterStory[] = [
  {
    id: 'server 1',
    kind: 'server',
    title: 'File server',
    when: { daysAgo: 14, at: '09:05' },
    by: NETWORK,
    fields: {
      server_name: 'File server, for staff and class folders',
      server_room: 'Server room, rack 1',
      server_access: 'Network manager and ICT support: upkeep.',
      security_software: 'Harrow Endpoint 12',
    },
    steps: [
      {
        step: 'in_service',
        answer: 'not_in_order',
        fields: { server_fault: 'One old account still had access.' },
        after: 3,
      },
      { step: 'put_right', fields: { server_mended: 'The account was taken off the list.' }, after: 1 },
    ],
  },
  {
    id: 'media 1',
    kind: 'backup_media',
    title: 'Weekly set A',
    when: { daysAgo: 35, at: '15:20' },
    by: SUPPORT,
    fields: {
      backup_label: 'Weekly set A',
      encrypted_with: 'Harrow Vault',
      fireproof_place: 'Fireproof box, business office',
      off_site_place: 'Alternate weeks: bank box of the school',
    },
    steps: [],
  },
  {
    id: 'stick 1',
    kind: 'removable_media',
    title: 'Exam recordings for the moderator',
    when: { daysAgo: 33, at: '10:10' },
    by: { staff: 2 },
    fields: {
      media_purpose: 'Exam recordings for the moderator',
      alternative: 'The upload page of the board refuses files of this size.',
    },
    steps: [
      {
        step: 'buy',
        by: NETWORK,
        answer: 'needed',
        fields: { media_model: 'Keeplock 32', media_number: 'LB-M-14' },
        after: 1,
      },
      {
        step: 'issue',
        by: SUPPORT,
        fields: {
          media_encrypted: true,
          media_password: true,
          media_holder: { who: { staff: 2 } },
          media_place: 'Exam safe',
        },
        after: 2,
      },
    ],
  },
  {
    id: 'stick 2',
    kind: 'removable_media',
    title: 'Holiday photographs for the newsletter',
    when: { daysAgo: 20, at: '13:10' },
    by: { staff: 8 },
    fields: { media_purpose: 'Holiday photographs for the newsletter', alternative: 'None that I know.' },
    steps: [
      {
        step: 'buy',
        by: NETWORK,
        answer: 'not_needed',
        note: 'The newsletter folder on the network does it.',
        after: 1,
      },
    ],
  },
]
