import type { KnownWho, RegisterStory } from './register-story.ts'

const HEAD: KnownWho = { post: 'head' }
const LEAD: KnownWho = { post: 'online_safety_lead' }

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

const ONLINE: readonly RegisterStory[] = (
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

/** What may be used: activities, services, new technology, the school's own channels; and a trip. */
export const SERVICES: readonly RegisterStory[] = [...ACTIVITIES, ...ONLINE, ...OTHERS]
