import type { KnownWho, RegisterStory } from './register-story.ts'

const HEAD: KnownWho = { post: 'head' }
const OFFICE: KnownWho = { post: 'school_office' }

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
const PERMITTED = ASKED.map(
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

const SHOWN: readonly RegisterStory[] = [
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

/** What was asked for and decided: permissions, and pictures that are to be published. */
export const PERMISSIONS: readonly RegisterStory[] = [...PERMITTED, ...SHOWN]
