import type { ConcernStory } from './concern-story.ts'
import { ago } from './story-helpers.ts'

const pupil = (year: number) => ({ kind: 'pupil', year }) as const

/** What pupils told, in the words of their age. */
export const PUPIL_CONCERNS: readonly ConcernStory[] = [
  {
    id: 'c-spider',
    when: ago(415, '10:40'),
    teller: pupil(1),
    worry: 'seen_something',
    says: 'a big spider came on the tablet and i cried',
    ends: {
      closed: 'A surprise in a video. The teacher comforted the child.',
      answer: 'Thank you for telling us. The spider is gone from the tablet. You did the right thing.',
    },
  },
  {
    id: 'c-mean-name',
    when: ago(393, '12:50'),
    teller: pupil(4),
    worry: 'unkind',
    says: 'a boy on my table calls me a bad name in the game and the others laff',
    ends: {
      closed: 'Talked with the table. It has stopped.',
      answer: 'You were right to tell. We talked with everybody at your table. Tell Miss if it comes back.',
    },
  },
  {
    id: 'c-chat',
    when: ago(387, '18:20'),
    teller: pupil(8),
    worry: 'unkind',
    says: 'they made a chat without me and someone read it out on the bus. its about how i talk',
    note: 'Two names are known. I will open a case in the morning.',
    ends: { incident: 'left-out-chat' },
  },
  {
    id: 'c-password',
    when: ago(369, '13:05'),
    teller: pupil(6),
    worry: 'password',
    says: 'my friend saw me type my password and now she knows it',
    by: 'network_manager',
    ends: {
      closed: 'Password changed the same hour.',
      answer: 'Your password is new now. Cover your hand when you type it. Well done for telling us.',
    },
  },
  {
    id: 'c-dream',
    when: ago(344, '08:55'),
    teller: pupil(3),
    worry: 'seen_something',
    says: 'my cousin showed me a film and I had a bad dream',
    ends: {
      closed: 'Mother told by phone; she will talk with the cousin.',
      answer:
        'That was a scary film and it was not your fault. Mum knows. You can talk to your teacher about the dream.',
    },
  },
  {
    id: 'c-stranger-friend',
    when: ago(272, '16:45'),
    teller: pupil(6),
    worry: 'contact',
    says: 'My friend in the game is nice. I told her where my school is. My sister says I should tell you but she is really nice',
    ends: { incident: 'new-friend' },
  },
  {
    id: 'c-picture-bus',
    when: ago(255, '15:50'),
    teller: pupil(9),
    worry: 'picture',
    says: 'Someone took a photo of me asleep on the bus and sent it round. I want it gone',
    ends: {
      closed: 'The photo was deleted by the three who had it, while the driver’s escort looked on. The family knows.',
      answer:
        'The three people who had the picture have deleted it. Nobody is allowed to take one like that. Come to us at once if you see it again.',
    },
  },
  {
    id: 'c-video-mates',
    when: ago(223, '21:10'),
    teller: pupil(11),
    worry: 'seen_something',
    says: 'There is a video going round in our year, I dont want to say what. I closed it. People keep sending it',
    ends: {
      closed:
        'Talked with the whole year without naming anybody. The video was a fight at another school. It has stopped.',
      answer:
        'You did exactly the right thing when you closed it. We have spoken with the whole year and nobody knows that you told us.',
    },
  },
  {
    id: 'c-again',
    when: ago(233, '07:55'),
    teller: pupil(10),
    worry: 'unkind',
    says: 'Its started again. Every night since Sunday. I have kept them all like you said.',
    ends: { incident: 'third-time' },
  },
  {
    id: 'c-money',
    when: ago(199, '12:40'),
    teller: pupil(7),
    worry: 'other',
    says: 'A game says I owe it money. I pressed something. Please dont tell my dad yet',
    ends: {
      closed: 'It was an advert, nobody owes anything. We rang home together with the pupil.',
      answer:
        'You do not owe anything. The message was a trick to make people click. It was brave to tell us, and Dad was not cross.',
    },
  },
  {
    id: 'c-someone-asks',
    when: ago(164, '09:15'),
    teller: pupil(12),
    worry: 'contact',
    says: 'A man who says he is 17 wants me to move to a different app so nobody can see. I said no but he keeps writing.',
    by: 'dsl',
    ends: {
      closed: 'Blocked and reported together with the pupil; mother told; the neighbourhood officer knows.',
      answer:
        'Thank you for trusting us. You have blocked him and that was right. We will ask you on Friday how it is going, and you can come before that.',
    },
  },
  {
    id: 'c-sing',
    when: ago(48, '10:20'),
    teller: pupil(3),
    worry: 'other',
    says: 'the big boy in the taxi has a song with bad words and now its in my head',
    ends: { incident: 'taxi-song' },
  },
  {
    id: 'c-fake-me',
    when: ago(33, '17:35'),
    teller: pupil(9),
    worry: 'unkind',
    says: 'somebody made an account with my name and my dog. its not me. people think its me',
    ends: {
      closed: 'The account was reported with the pupil and was gone the next day. It was a cousin’s joke.',
      answer: 'The account with your dog is gone. We told your class that it was never you.',
    },
  },
  {
    id: 'c-clip',
    when: ago(3, '10:55'),
    teller: pupil(3),
    worry: 'seen_something',
    says: 'a phone had a nasty thing on it in the playground. I dont want to go out',
    ends: { incident: 'open-support' },
  },
  {
    id: 'c-tablet-talks',
    when: ago(1, '15:10'),
    teller: pupil(5),
    worry: 'contact',
    says: 'someone I dont know said hello in my drawing game and asked how old I am',
    ends: 'taken',
  },
  {
    id: 'c-now',
    when: { minutesAgo: 24 },
    teller: pupil(7),
    worry: 'unkind',
    says: 'people in my class wrote mean things under my picture today and I dont want to go in the group anymore',
    ends: 'waiting',
  },
]
