import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }
const SUPPORT: KnownWho = { post: 'ict_support' }
const BUSINESS: KnownWho = { post: 'business_manager' }

/** One item: kind, make, number, place, laptop for pupils, personal data, who holds it, school days ago, what came after. */
type Item = readonly [
  kind: string,
  name: string,
  serial: string,
  where: string,
  pupils: boolean,
  data: boolean,
  holder: KnownWho | null,
  ago: number,
  then?: readonly StoryStep[],
]

const moved: readonly StoryStep[] = [
  { step: 'held', answer: 'moves', after: 21 },
  {
    step: 'transfer',
    fields: { new_holder: { who: { staff: 5 } }, new_place: 'Room 14, locked cupboard', moved_on: { day: 0 } },
  },
]
const lost: readonly StoryStep[] = [
  { step: 'held', answer: 'lost', after: 30 },
  { step: 'report_loss', fields: { lost_on: { day: -1 }, incident_number: 'INC-0031' } },
]
const redundant: readonly StoryStep[] = [
  { step: 'held', answer: 'out_of_service', after: 8 },
  {
    step: 'take_out',
    by: SUPPORT,
    fields: { drive_state: 'removed', drive_note: 'In the safe of the server room', out_on: { day: 0 } },
  },
]
const gone: readonly StoryStep[] = [...redundant, { step: 'disposed', fields: { disposed_on: { day: 0 } }, after: 34 }]

const ITEMS: readonly Item[] = [
  ['laptop', 'Fernhill Note 13', 'LB-1007', 'Room 3, charging trolley', true, false, null, 150],
  ['laptop', 'Fernhill Note 13', 'LB-1008', 'Room 3, charging trolley', true, false, null, 150],
  ['laptop', 'Fernhill Note 13', 'LB-1011', 'Room 9, charging trolley', true, false, null, 149, moved],
  ['laptop', 'Fernhill Note 13', 'LB-1012', 'Room 9, charging trolley', true, false, null, 149],
  ['laptop', 'Orrin Pro 14', 'LB-2003', 'With its holder; locked drawer at school', false, true, { staff: 1 }, 140],
  ['laptop', 'Orrin Pro 14', 'LB-2004', 'With its holder; locked drawer at school', false, true, { staff: 2 }, 140],
  ['laptop', 'Orrin Pro 14', 'LB-2009', 'With its holder', false, true, { staff: 3 }, 120, lost],
  ['laptop', 'Orrin Pro 14', 'LB-2010', 'Office of the head', false, true, { post: 'head' }, 96],
  ['tablet', 'Pellow Tab 10', 'LB-3001', 'Sensory room, wall safe', false, false, null, 90],
  ['tablet', 'Pellow Tab 10', 'LB-3002', 'Sensory room, wall safe', false, false, null, 90],
  ['tablet', 'Pellow Tab 10 with large keys', 'LB-3005', 'Room 6, locked cupboard', false, false, null, 61],
  ['pc', 'Orrin Desk 5', 'LB-4002', 'School office, cabled to the desk', false, true, { post: 'school_office' }, 130],
  ['pc', 'Orrin Desk 3', 'LB-0417', 'Library', false, false, null, 100, gone],
  ['pc', 'Orrin Desk 3', 'LB-0421', 'Library', false, true, null, 80, redundant],
  ['pc', 'Orrin Desk 3', 'LB-0422', 'Music room', false, true, null, 60, redundant],
  ['whiteboard', 'Brightwall 75', 'LB-5003', 'Room 12, on the wall', false, false, null, 75],
  ['webcam', 'Lumo clip camera', 'LB-6001', 'Meeting room, locked drawer', false, false, null, 70],
  ['digital_video', 'Kestrel school camera', 'LB-6004', 'School office, key cabinet', false, true, null, 66],
  ['voting_system', 'Handset set of 12', 'LB-6010', 'Hall cupboard', false, false, null, 55],
  ['printer', 'Copier of the staff room', 'LB-7001', 'Staff room; prints with a card', false, true, null, 52],
  ['phone', 'School mobile for trips', 'LB-8001', 'School office, key cabinet', false, true, null, 50],
  ['server', 'File server', 'LB-9001', 'Server room, locked rack', false, true, null, 135],
  ['laptop', 'Fernhill Note 14', 'LB-1031', 'ICT store', true, false, null, 6],
  ['laptop', 'Fernhill Note 14', 'LB-1032', 'ICT store', true, false, null, 2],
]

const item = (
  [kind, name, serial, where, pupils, data, holder, ago, then = []]: Item,
  index: number,
): RegisterStory => ({
  id: `kit ${serial}`,
  kind: 'equipment',
  title: `${name}, ${serial}`,
  when: { daysAgo: ago, at: `09:${String(10 + index).padStart(2, '0')}` },
  by: index % 3 === 0 ? SUPPORT : NETWORK,
  fields: {
    item_kind: kind,
    item_name: name,
    serial_number: serial,
    kept_where: where,
    for_pupils: pupils,
    personal_data: data,
    on_network: kind !== 'phone',
    ...(kind === 'laptop' || kind === 'pc' ? { licences: 'Office and writing software, one seat' } : {}),
  },
  steps:
    ago < 3
      ? []
      : [
          {
            step: 'prepare',
            by: SUPPORT,
            fields: { encrypted: data || pupils, monitored: pupils, virus_update: { day: 0 } },
            after: 1,
          },
          {
            step: 'issue',
            by: NETWORK,
            fields: {
              in_use_since: { day: 0 },
              ...(holder === null ? {} : { held_by: { who: holder }, case_supplied: true }),
            },
            after: 1,
          },
          ...then.map((step) => ({ by: NETWORK, ...step })),
        ],
})

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

const DISPOSALS: readonly RegisterStory[] = [
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

const install = (
  id: string,
  what: string,
  where: string,
  why: string,
  ago: number,
  by: KnownWho,
  steps: readonly StoryStep[],
): RegisterStory => ({
  id,
  kind: 'installation',
  title: what,
  when: { daysAgo: ago, at: '12:35' },
  by,
  fields: { install_what: what, install_where: where, install_why: why },
  steps,
})
const permit: StoryStep = { step: 'permit', by: NETWORK, answer: 'yes', after: 1 }
const authorise: StoryStep = { step: 'authorise', by: SUPPORT, answer: 'yes', after: 1 }
const installed = (licence: string): StoryStep => ({
  step: 'install',
  by: SUPPORT,
  fields: { fully_licensed: true, licence_where: licence, installed_on: { day: 0 } },
  after: 2,
})

const INSTALLATIONS: readonly RegisterStory[] = [
  install('install 1', 'Symbol writer', 'Laptops of rooms 3 and 9', 'Pupils write with symbols.', 70, { staff: 4 }, [
    permit,
    authorise,
    installed('School licence, 30 seats'),
  ]),
  install('install 2', 'Eye-gaze camera driver', 'Tablet LB-3005', 'A pupil steers with the eyes.', 44, { staff: 6 }, [
    permit,
    authorise,
    installed('Comes with the device'),
  ]),
  install('install 3', 'A free video cutter', 'Laptop LB-2003', 'Films of the school play.', 30, { staff: 1 }, [
    {
      step: 'permit',
      by: NETWORK,
      answer: 'no',
      note: 'It shows adverts and sends data abroad. The camera has its own program.',
      after: 2,
    },
  ]),
  install(
    'install 4',
    'Timetable printer driver',
    'PC of the office',
    'The copier was replaced.',
    9,
    { post: 'school_office' },
    [permit, authorise],
  ),
  install('install 5', 'Braille display', 'Laptop LB-1012', 'A pupil joins in January.', 2, { staff: 9 }, []),
]

const SYSTEMS: readonly RegisterStory[] = [
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

/** The inventory and what happened to its items, who may install what, servers and media. */
export const EQUIPMENT_ENTRIES: readonly RegisterStory[] = [
  AGENCY,
  ...ITEMS.map(item),
  ...DISPOSALS,
  ...INSTALLATIONS,
  ...SYSTEMS,
]
