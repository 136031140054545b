import type { ConcernStory } from './concern-story.ts'
import { ago } from './story-helpers.ts'

/** Concerns in which it was not over with the telling: one that somebody was called for, and two that told of the same thing. */
export const CALLED_AND_JOINED: readonly ConcernStory[] = [
  {
    id: 'c-danger',
    when: ago(9, '13:20'),
    teller: { kind: 'pupil', year: 10 },
    worry: 'contact',
    says: 'He says he is outside the gate on Mill Lane now and I have to come out or he shows everyone. I am in the library toilets',
    inDanger: true,
    by: 'dsl',
    note: 'Fetched from the library within four minutes. Nobody stood at the gate. The police have the messages, and the family came at once.',
    ends: {
      closed:
        'The police deal with it. He wrote from far away and never knew the school. The family and we meet weekly until Easter.',
      answer: 'You did exactly the right thing, and you are safe. We are here each day at break in the same room.',
    },
  },
  {
    id: 'c-quiz-pupil',
    when: ago(2, '12:35'),
    teller: { kind: 'pupil', year: 7 },
    worry: 'unkind',
    says: 'there is a quiz going round who is the weirdest in our year and my friend is in it',
    ends: 'taken',
  },
  {
    id: 'c-quiz-parent',
    when: ago(2, '17:50'),
    teller: { kind: 'parent', year: 7 },
    worry: 'unkind',
    says: 'My child came home in tears over an online quiz about the “weirdest” children of the year. It has photographs in it.',
    ends: 'taken',
  },
]
