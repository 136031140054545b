import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }

const SENT: readonly RegisterStory[] = [
  {
    id: 'transfer 1',
    kind: 'secure_transfer',
    title: 'Assessment report for a placement',
    when: { daysAgo: 26, at: '11:15' },
    by: { staff: 3 },
    fields: {
      transfer_what: 'Assessment report for a placement',
      why_so: 'The authority’s portal was down for three days and the panel met on the next.',
    },
    rows: {
      recipients: [
        {
          recipient_name: 'Placement officer, local authority',
          recipient_address: 'placements@authority.example',
          recipient_checked: true,
        },
      ],
    },
    steps: [
      { step: 'way', answer: 'by_email' },
      { step: 'protect', fields: { is_encrypted: true, in_attachment: true, subject_clear: true } },
      { step: 'key', fields: { key_channel: 'By telephone, ten minutes later' } },
      { step: 'receipt', answer: 'confirmed', fields: { receipt_confirmed_on: { day: 0 } }, after: 1 },
    ],
  },
  {
    id: 'transfer 2',
    kind: 'secure_transfer',
    title: 'Medical sheet for the residential',
    when: { daysAgo: 7, at: '15:05' },
    by: { staff: 7 },
    fields: { transfer_what: 'Medical sheet for the residential', why_so: 'The centre has no portal.' },
    rows: {
      recipients: [
        {
          recipient_name: 'Duty manager, outdoor centre',
          recipient_address: 'duty@centre.example',
          recipient_checked: true,
        },
      ],
    },
    steps: [{ step: 'way', answer: 'otherwise', note: 'Handed over in a sealed envelope on arrival.' }],
  },
]

const offSite = (
  id: string,
  title: string,
  why: string,
  ago: number,
  by: KnownWho,
  steps: readonly StoryStep[],
): RegisterStory => ({
  id,
  kind: 'data_off_site',
  title,
  when: { daysAgo: ago, at: '09:40' },
  by,
  fields: {
    off_site_data: title,
    off_site_why: why,
    off_site_from: { day: 1 },
    off_site_until: { day: 21 },
    off_site_device: 'School laptop',
  },
  steps,
})
const secured: StoryStep = {
  step: 'secure',
  by: NETWORK,
  fields: { off_site_encrypted: true, device_secure: true },
  after: 1,
}
const OFF_SITE: readonly RegisterStory[] = [
  offSite('off site 1', 'Reports of one class, to write at home', 'Report fortnight.', 48, { staff: 1 }, [
    { step: 'allow', by: { post: 'head' }, answer: 'yes', after: 1 },
    secured,
    { step: 'out', fields: { off_site_ended_on: { day: 0 } }, after: 14 },
  ]),
  offSite('off site 2', 'All pupil records, on a private PC', 'It would save time.', 31, { staff: 5 }, [
    {
      step: 'allow',
      by: { post: 'head' },
      answer: 'no',
      note: 'Not on a private PC, and not all of it. Remote access to what you need is there.',
      after: 1,
    },
  ]),
  offSite(
    'off site 3',
    'Emergency contacts for the residential',
    'The leader needs them on the trip.',
    5,
    { staff: 7 },
    [{ step: 'allow', by: { post: 'head' }, answer: 'yes', after: 1 }, secured],
  ),
]

/** Information that leaves the school: sent, or carried off site. */
export const TRANSFERS: readonly RegisterStory[] = [...SENT, ...OFF_SITE]
