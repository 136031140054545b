import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }
const SUPPORT: KnownWho = { post: 'ict_support' }
const BUSINESS: KnownWho = { post: 'business_manager' }

const AGENCY: RegisterStory = {
  id: 'agency',
  kind: 'disposal_agency',
  title: 'Greywater Recovery',
  when: { daysAgo: 170, at: '10:05' },
  by: BUSINESS,
  fields: {
    agency_name: 'Greywater Recovery',
    agency_contact: 'desk@greywater.example',
    authorised_by_what: 'Waste carrier registration GR-20417',
  },
  steps: [
    {
      step: 'check',
      fields: { authorisation_seen: true, guarantee_seen: true, guarantee_where: 'Business office, file 7' },
      after: 2,
    },
  ],
}

const checked: readonly StoryStep[] = [
  { step: 'check_licences', by: SUPPORT, fields: { licence_state: 'recovered' }, after: 1 },
]
const handOver: StoryStep = {
  step: 'hand_over',
  by: NETWORK,
  fields: {
    given_to_agency: { entry: 'agency' },
    recipient: 'Greywater Recovery, collected by van',
    handed_over_on: { day: 0 },
  },
  after: 3,
}

const receipt: StoryStep = {
  step: 'receipt',
  by: NETWORK,
  fields: { receipt_number: 'GR-R-1180', receipt_accepts: true, guarantee_given: true, waste_note: 'WTN-20417-88' },
  after: 5,
}

type Disposed = Pick<RegisterStory, 'when' | 'by' | 'steps'> & {
  readonly what: string
  readonly serial: string
  readonly why: string
  /** What personal data it probably holds; none, unless told. */
  readonly data?: string
  readonly method: string
}
const PARTED_WITH: readonly Disposed[] = [
  {
    what: 'Library PC',
    serial: 'LB-0417',
    when: { daysAgo: 88, at: '11:20' },
    by: NETWORK,
    why: 'Too slow for the new system',
    method: 'waste',
    steps: [
      { step: 'authorise', by: BUSINESS, answer: 'yes', after: 2 },
      handOver,
      receipt,
      { step: 'complete', by: NETWORK, fields: { date_of_disposal: { day: -5 } } },
    ],
  },
  {
    what: 'Library PC',
    serial: 'LB-0421',
    when: { daysAgo: 40, at: '14:10' },
    by: SUPPORT,
    why: 'Its board has failed',
    data: 'Library loans with names',
    method: 'waste',
    steps: [
      { step: 'authorise', by: BUSINESS, answer: 'yes', after: 1 },
      { step: 'media', answer: 'works', after: 2 },
      { step: 'overwrite', fields: { erasure_method: 'overwriting', overwritten_times: 3, erased_on: { day: 0 } } },
      handOver,
    ],
  },
  {
    what: 'Music room PC',
    serial: 'LB-0422',
    when: { daysAgo: 12, at: '10:40' },
    by: NETWORK,
    why: 'Replaced',
    data: 'Recordings of lessons',
    method: 'gift',
    steps: [
      {
        step: 'authorise',
        by: BUSINESS,
        answer: 'no',
        note: 'Not as a gift: its drive is in the safe and there is no licence to pass on.',
        after: 2,
      },
    ],
  },
]
const disposal = ({ what, serial, when, by, why, data, method, steps }: Disposed, index: number): RegisterStory => ({
  id: `disposal ${index + 1}`,
  kind: 'equipment_disposal',
  title: `${what}, ${serial}`,
  when,
  by,
  fields: {
    disposed_item: { entry: `kit ${serial}` },
    why_redundant: why,
    personal_data_likely: data !== undefined,
    ...(data === undefined ? {} : { which_data: data }),
    disposal_method: method,
  },
  steps: [...checked, ...steps],
})

/** What the school parts with, and the agency that takes it. */
export const DISPOSALS: readonly RegisterStory[] = [AGENCY, ...PARTED_WITH.map(disposal)]
