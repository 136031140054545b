import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const BUSINESS: KnownWho = { post: 'business_manager' }
const LEAD: KnownWho = { post: 'online_safety_lead' }

type Lesson = readonly [className: string, subject: string, topic: string, cameOf: string]
const LESSON_PLANS: readonly Lesson[] = [
  ['4M', 'English', 'Who wrote this page, and why?', 'Most found the name at the foot of a page.'],
  ['7P', 'Art', 'Whose picture is it?', 'They signed their own pictures and asked before they used another.'],
  ['9T', 'Maths', 'What a free game costs', 'They added up a month of small payments.'],
  ['2R', 'Story time', 'The locked box', 'All could say whom to tell.'],
  ['10W', 'Citizenship', 'What stays online', 'Long talk. Two want to look at their settings with us.'],
]
const TAUGHT = LESSON_PLANS.map(
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

/** What was taught, to pupils and to adults, and who was shown round. */
export const LESSONS: readonly RegisterStory[] = [...TAUGHT, ...TRAINED, ...JOINERS]
