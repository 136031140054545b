import type { ConcernStory } from './concern-story.ts'
import { ago } from './story-helpers.ts'

const teller = { kind: 'anonymous' } as const

/** What came without a name, with the conversations that a receipt opens. */
export const NAMELESS_CONCERNS: readonly ConcernStory[] = [
  {
    id: 'c-nameless-stairs',
    when: ago(341, '21:40'),
    teller,
    worry: 'unkind',
    says: 'There is a page where people vote on pupils from your school. I am not in it but my friend is.',
    lines: [
      {
        from: 'school',
        after: 12,
        says: 'Thank you. Can you tell us how we find the page? You need not say who you are.',
      },
      { from: 'reporter', after: 7, says: 'It is gone since today. Somebody must have said something. Thank you.' },
    ],
    ends: {
      closed: 'The page had gone. The year was reminded what to do when they see one.',
      answer: 'We are glad that it is gone. We have talked with the year, so that everybody knows whom to tell.',
    },
  },
  {
    id: 'c-nameless-smoke',
    when: ago(268, '17:15'),
    teller,
    worry: 'adult',
    says: 'One of the drivers films while he waits at the gate. I do not want trouble, I only think that you should know.',
    by: 'head',
    ends: {
      closed:
        'The taxi firm spoke with the driver and looked at the phone with him: parked cars, no children. He has stopped.',
      answer: 'Thank you. We have looked into it and he does not film any more.',
    },
  },
  {
    id: 'c-nameless-exam',
    when: ago(206, '22:30'),
    teller,
    worry: 'other',
    says: 'People share answers in a group before tests. It is unfair on those who work.',
    ends: {
      closed: 'Passed to the exams lead; the questions are mixed from now on.',
      answer: 'Thank you for being fair. The tests are changed so that sharing answers does not help.',
    },
  },
  {
    id: 'c-nameless-long',
    when: ago(12, '20:55'),
    teller,
    worry: 'contact',
    says: 'Someone older from another school keeps writing to a girl in Year 9. She thinks he is her boyfriend. She would be so angry if she knew I told.',
    note: 'No name yet. I think that I know who is meant, and I keep an eye on her without asking.',
    by: 'dsl',
    lines: [
      {
        from: 'school',
        after: 12,
        says: 'Thank you for telling us. You are a good friend. We do not need your name. Can you say whether they have met?',
      },
      { from: 'reporter', after: 8, says: 'Not yet. He wants to meet at the weekend at the shops.' },
      {
        from: 'school',
        after: 1,
        says: 'That helps us a lot. Her own name would let us keep her safe before the weekend. She will not learn from us who told us.',
      },
      { from: 'reporter', after: 14, says: 'It is the one who got the art prize. Please be careful.' },
      {
        from: 'school',
        after: 2,
        says: 'We will be. Somebody whom she likes will talk with her today. Write here whenever you want.',
      },
    ],
    ends: 'taken',
  },
  {
    id: 'c-nameless-prize',
    when: ago(29, '16:05'),
    teller,
    worry: 'about_school',
    says: 'The made-up reviews of your school all came from the same place, I saw it happen. I cannot say more.',
    by: 'head',
    ends: {
      closed: 'Added to the case about the reviews.',
      answer: 'Thank you. What you told us fits what we know. You need not say more.',
    },
  },
  {
    id: 'c-nameless-now',
    when: ago(0, '08:05'),
    teller,
    worry: 'picture',
    says: 'A picture of a teacher with silly ears is going round. It is funny but she will be hurt when she sees it.',
    wantsAnswer: false,
    ends: 'waiting',
  },
]
