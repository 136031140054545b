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
const handedOver = (fields: StoryStep['fields'] = {}): StoryStep => ({
  step: 'hand_over',
  by: NETWORK,
  fields: {
    given_to_agency: { entry: 'agency' },
    recipient: 'Greywater Recovery, collected by van',
    handed_over_on: { day: 0 },
    ...fields,
  },
  after: 3,
})

const DISPOSED: readonly RegisterStory[] = [
  {
    id: 'disposal 1',
    kind: 'equipment_disposal',
    title: 'Library PC, LB-0417',
    when: { daysAgo: 88, at: '11:20' },
    by: NETWORK,
    fields: {
      disposed_item: { entry: 'kit LB-0417' },
      why_redundant: 'Too slow for the new system',
      personal_data_likely: false,
      disposal_method: 'waste',
    },
    steps: [
      ...checked,
      { step: 'authorise', by: BUSINESS, answer: 'yes', after: 2 },
      handedOver(),
      {
        step: 'receipt',
        by: NETWORK,
        fields: {
          receipt_number: 'GR-R-1180',
          receipt_accepts: true,
          guarantee_given: true,
          waste_note: 'WTN-20417-88',
        },
        after: 5,
      },
      { step: 'complete', by: NETWORK, fields: { date_of_disposal: { day: -5 } } },
    ],
  },
  {
    id: 'disposal 2',
    kind: 'equipment_disposal',
    title: 'Library PC, LB-0421',
    when: { daysAgo: 40, at: '14:10' },
    by: SUPPORT,
    fields: {
      disposed_item: { entry: 'kit LB-0421' },
      why_redundant: 'Its board has failed',
      personal_data_likely: true,
      which_data: 'Library loans with names',
      disposal_method: 'waste',
    },
    steps: [
      ...checked,
      { step: 'authorise', by: BUSINESS, answer: 'yes', after: 1 },
      { step: 'media', answer: 'works', after: 2 },
      { step: 'overwrite', fields: { erasure_method: 'overwriting', overwritten_times: 3, erased_on: { day: 0 } } },
      handedOver(),
    ],
  },
  {
    id: 'disposal 3',
    kind: 'equipment_disposal',
    title: 'Music room PC, LB-0422',
    when: { daysAgo: 12, at: '10:40' },
    by: NETWORK,
    fields: {
      disposed_item: { entry: 'kit LB-0422' },
      why_redundant: 'Replaced',
      personal_data_likely: true,
      which_data: 'Recordings of lessons',
      disposal_method: 'gift',
    },
    steps: [
      ...checked,
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

/** What the school parts with, and the agency that takes it. */
export const DISPOSALS: readonly RegisterStory[] = [AGENCY, ...DISPOSED]
