import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const HEAD: KnownWho = { post: 'head' }
const OFFICE: KnownWho = { post: 'school_office' }
const LEAD: KnownWho = { post: 'online_safety_lead' }
const BUSINESS: KnownWho = { post: 'business_manager' }

const PHONES = ['Black phone, cracked corner', 'Blue phone in a case', 'Small grey phone', 'Red phone with stickers']
/**
 * Four pupils bring a phone: the last days of the register, and one of the summer, whose time is nearly over. Yesterday one was
 * left behind.
 */
const HANDED_IN: readonly RegisterStory[] = [72, 6, 5, 4, 3, 2, 1].flatMap((ago) =>
  PHONES.map(
    (phone, index): RegisterStory => ({
      id: `phone ${ago} ${index}`,
      kind: 'device_hand_in',
      title: phone,
      when: { daysAgo: ago, at: `08:${35 + index * 3}` },
      by: OFFICE,
      people: [{ part: 'device_pupil', who: { year: 9 + (index % 3), nth: index } }],
      fields: { handed_in_what: phone, handed_in_at: { minutesBefore: 2 } },
      steps:
        ago === 1 && index === 2
          ? []
          : [{ step: 'collect', at: '15:15', answer: 'collected', fields: { collected_at: { minutesBefore: 3 } } }],
    }),
  ),
)

type Asked = readonly [
  id: string,
  kind: string,
  what: string,
  why: string,
  by: KnownWho,
  ago: number,
  answer: string | null,
  note?: string,
]
const ASKED: readonly Asked[] = [
  [
    'own 1',
    'own_device_images',
    'Film my own part in the harvest play',
    'My grandmother could not come.',
    { year: 11 },
    37,
    'yes',
    'Only the part with yourself in it, and not online.',
  ],
  [
    'own 2',
    'own_device_images',
    'Film the science club',
    'For my channel.',
    { year: 10 },
    29,
    'no',
    'Others are in it, and it would be online. The club has the school camera.',
  ],
  [
    'out 1',
    'images_sent_out',
    'Two pictures of the garden project for the award',
    'The judges ask for them. The parents have agreed.',
    { staff: 4 },
    21,
    'yes',
  ],
  [
    'other 1',
    'other_use',
    'Print the programme of the choir',
    'The choir sings in the hall.',
    { staff: 6 },
    18,
    'yes',
    'On paper that you bring.',
  ],
  [
    'other 2',
    'other_use',
    'Sell tickets by the school mail',
    'For a raffle of a sports club.',
    { staff: 8 },
    13,
    'no',
    'School mail is for school business.',
  ],
  [
    'out 2',
    'images_sent_out',
    'Team photograph for the county league',
    'They print every team.',
    { staff: 12 },
    1,
    null,
  ],
]
const PERMISSIONS = ASKED.map(
  ([id, kind, what, why, by, ago, answer, note]): RegisterStory => ({
    id: `permission ${id}`,
    kind: 'permission',
    title: what,
    when: { daysAgo: ago, at: '12:50' },
    by,
    fields: {
      permission_for: kind,
      permission_what: what,
      permission_why: why,
      permission_from: { day: 2 },
      permission_until: { day: 9 },
    },
    steps:
      answer === null
        ? []
        : [
            {
              step: kind === 'other_use' ? 'head_or_body' : 'head',
              by: HEAD,
              answer,
              after: 1,
              ...(note === undefined ? {} : { note }),
            },
          ],
  }),
)

const PUBLISHED: readonly RegisterStory[] = [
  ['The winter fair: stalls and hands, no faces', 'website', true, 16],
  ['Three pupils with their clay owls', 'prospectus', false, 10],
].map(
  ([what, channel, may, ago], index): RegisterStory => ({
    id: `image ${index}`,
    kind: 'publication',
    title: String(what),
    when: { daysAgo: Number(ago), at: '15:10' },
    by: { staff: 11 + index },
    people: [{ part: 'shown', who: { year: 5 + index } }],
    fields: { image_what: String(what), image_channel: String(channel) },
    steps: may
      ? [
          { step: 'consents', by: OFFICE, answer: 'all_given', after: 1 },
          { step: 'permit', by: HEAD, answer: 'yes', after: 1 },
          { step: 'upload', by: OFFICE, fields: { published_on: 'The same day, on the front page' } },
        ]
      : [
          {
            step: 'consents',
            by: OFFICE,
            answer: 'one_missing',
            note: 'One parent has said no to printed matter.',
            after: 1,
          },
        ],
  }),
)

type Lesson = readonly [className: string, subject: string, topic: string, cameOf: string]
const LESSONS: readonly Lesson[] = [
  ['4M', 'English', 'Who wrote this page, and why?', 'Most found the name at the foot of a page.'],
  ['7P', 'Art', 'Whose picture is it?', 'They signed their own pictures and asked before they used another.'],
  ['9T', 'Maths', 'What a free game costs', 'They added up a month of small payments.'],
  ['2R', 'Story time', 'The locked box', 'All could say whom to tell.'],
  ['10W', 'Citizenship', 'What stays online', 'Long talk. Two want to look at their settings with us.'],
]
const TAUGHT = LESSONS.map(
  ([className, subject, topic, cameOf], index): RegisterStory => ({
    id: `lesson ${index}`,
    kind: 'lesson',
    title: `${className}: ${topic}`,
    when: { daysAgo: 28 - index * 5, at: '14:40' },
    by: { staff: 13 + index },
    fields: { lesson_class: className, lesson_subject: subject, lesson_topic: topic, lesson_on: { day: 0 } },
    steps: [{ step: 'taught', fields: { lesson_came_of: cameOf }, after: 1 }],
  }),
)

const TRAINED: readonly RegisterStory[] = (
  [
    ['Keeping children safe online: what is new', ['staff', 'senior_leaders'], 52, 61],
    ['What governors need to ask', ['governors'], 46, 8],
    ['Phones, games and sleep: an evening for parents', ['parents'], 17, 23],
  ] as const
).map(
  ([topic, whom, ago, came], index): RegisterStory => ({
    id: `training ${index}`,
    kind: 'training',
    title: topic,
    when: { daysAgo: ago, at: '15:45' },
    by: LEAD,
    fields: {
      training_topic: topic,
      training_for: whom,
      training_on: { day: 0 },
      training_by: 'E-Safety Co-ordinator, with the national guidance of this year',
    },
    steps: [
      {
        step: 'held',
        fields: { came, ...(index === 1 ? { stayed_away: 'One governor; watches it at home.' } : {}) },
        after: 1,
      },
    ],
  }),
)

const inducted: readonly StoryStep[] = [
  { step: 'mailbox', by: { post: 'ict_support' }, fields: { own_mailbox: true }, after: 1 },
  { step: 'inform', fields: { policy_given_on: { day: 0 } }, after: 2 },
  { step: 'images', fields: { image_asked_on: { day: -1 }, image_filed_on: { day: 0 } }, after: 2 },
]
const JOINERS: readonly RegisterStory[] = [1, 2].map(
  (nth): RegisterStory => ({
    id: `joiner ${nth}`,
    kind: 'induction',
    title: 'Induction of a teaching assistant',
    when: { daysAgo: nth === 1 ? 51 : 4, at: '09:20' },
    by: BUSINESS,
    fields: { joiner: { who: { staff: 20 + nth } }, first_day: { day: 0 } },
    steps: inducted.slice(0, nth === 1 ? 3 : 1),
  }),
)

const ACTIVITIES: readonly RegisterStory[] = (
  [
    ['Search with the children’s search page', ['primary_pupils', 'secondary_pupils'], 'allowed'],
    ['Video calls with another school', ['secondary_pupils', 'staff'], 'with_conditions'],
    ['Social networks', ['primary_pupils', 'secondary_pupils'], 'not_allowed'],
  ] as const
).map(
  ([what, whom, answer], index): RegisterStory => ({
    id: `activity ${index}`,
    kind: 'allowed_activity',
    title: what,
    when: { daysAgo: 45 - index, at: '10:20' },
    by: LEAD,
    fields: { activity_what: what, activity_who: whom },
    steps: [
      {
        step: 'decide',
        by: HEAD,
        answer,
        fields: answer === 'with_conditions' ? { activity_conditions: 'A member of staff is in the room' } : {},
        after: 2,
      },
      {
        step: 'make_known',
        by: HEAD,
        fields: { known_how: 'Posters in every room, and the staff handbook', known_on: { day: 0 } },
        after: 3,
      },
    ],
  }),
)

const SERVICES: readonly RegisterStory[] = (
  [
    ['Video platform for schools', 0, 'Lessons'],
    ['Short-video app', 13, 'Not used'],
    ['Messenger with groups', 13, 'Not used'],
  ] as const
).map(
  ([service, age, use], index): RegisterStory => ({
    id: `service ${index}`,
    kind: 'online_service',
    title: service,
    when: { daysAgo: 42, at: `11:${10 + index}` },
    by: LEAD,
    fields: { service_name: service, service_age: age, service_for: use },
    steps: [],
  }),
)

const OTHERS: readonly RegisterStory[] = [
  {
    id: 'technology 1',
    kind: 'new_technology',
    title: 'Headsets for virtual walks',
    when: { daysAgo: 39, at: '13:20' },
    by: { staff: 6 },
    fields: {
      technology_name: 'Headsets for virtual walks',
      technology_for: 'Pupils who cannot go on a trip see the place first.',
    },
    steps: [
      {
        step: 'examine',
        by: LEAD,
        fields: {
          benefit: 'Less fear before a trip; good for four pupils at least.',
          risks: 'Dizziness, and seizures: never with pupils who have epilepsy. Ten minutes at most, one adult each.',
        },
        after: 6,
      },
      { step: 'allow', by: HEAD, answer: 'yes', note: 'With the limits that the assessment names.', after: 2 },
    ],
  },
  {
    id: 'trip 1',
    kind: 'trip',
    title: 'Residential of year 9',
    when: { daysAgo: 3, at: '16:00' },
    by: { staff: 7 },
    fields: { trip_where: 'Residential of year 9', trip_from: { day: 1 }, trip_until: { day: 5 } },
    rows: { taken_along: [{ trip_item: { entry: 'kit LB-8001' } }, { trip_item: { entry: 'kit LB-3001' } }] },
    steps: [],
  },
  {
    id: 'channel 1',
    kind: 'school_channel',
    title: 'School page for parents',
    when: { daysAgo: 40, at: '10:45' },
    by: LEAD,
    fields: {
      channel_platform: 'Social network',
      channel_name: 'Larkbeck School',
      channel_editors: 'School office and E-Safety Co-ordinator',
      channel_for: 'News for parents and carers',
    },
    steps: [{ step: 'in_use', answer: 'in_order', after: 15 }],
  },
]

/** What a school day leaves in the registers: phones, permissions, pictures, lessons, training, decisions of the head. */
export const SCHOOL_DAY_ENTRIES: readonly RegisterStory[] = [
  ...HANDED_IN,
  ...PERMISSIONS,
  ...PUBLISHED,
  ...TAUGHT,
  ...TRAINED,
  ...JOINERS,
  ...ACTIVITIES,
  ...SERVICES,
  ...OTHERS,
]
