import type { CaseStory, StoryPerson } from './case-story.ts'
import { ago, CHILDREN } from './story-helpers.ts'

const same = (part: string): StoryPerson => ({ part, who: { year: 7, as: 'small-quiz-name' } })

/** One pupil, three small things within six weeks: none is much by itself, and only together do they tell something. */
export const SMALL_THINGS: readonly CaseStory[] = [
  {
    id: 'small-quiz-name',
    title: 'A silly name in a quiz',
    kind: 'unkind_message',
    when: ago(21, '10:05'),
    room: 'Room 6',
    device: 'Laptop LB-214',
    owner: 'school',
    technology: ['websites'],
    details: 'A pupil joined the quiz under a name that laughs at another. It was taken back at the first word.',
    people: [same('instigator')],
    answers: CHILDREN,
    stopsAt: 'serious',
  },
  {
    id: 'small-phone-lunch',
    title: 'A phone out at lunch, twice',
    kind: 'personal_device_images',
    when: ago(12, '12:40'),
    room: 'Dining hall',
    device: 'A phone',
    owner: 'pupil',
    technology: ['phones'],
    details: 'The phone was out to film a friend who dropped a tray. Nothing was sent, and the pupil deleted it.',
    people: [same('instigator')],
    answers: CHILDREN,
    stopsAt: 'support',
  },
  {
    id: 'small-tired',
    title: 'Asleep over the keyboard after a night of games',
    kind: 'content',
    when: ago(4, '09:15'),
    room: 'Room 6',
    device: 'A console at home',
    owner: 'pupil',
    technology: ['gaming'],
    details: 'A pupil had played until three with people met in the game, and is tired every Monday now.',
    people: [same('victim')],
    answers: CHILDREN,
    stopsAt: 'triage',
  },
]
