import type { ConcernStory } from './concern-story.ts'
import { ago } from './story-helpers.ts'

const parent = (year: number) => ({ kind: 'parent', year }) as const
const staff = (number: number) => ({ kind: 'staff', number }) as const

/** What parents, staff and a governor told. */
export const ADULT_CONCERNS: readonly ConcernStory[] = [
  {
    id: 'c-homework-site',
    when: ago(404, '19:25'),
    teller: parent(5),
    worry: 'seen_something',
    says: 'The spelling site from the homework sheet shows adverts for a betting shop. I have closed it.',
    ends: {
      closed: 'The site is off the sheet; another one without adverts is on it.',
      answer: 'Thank you. We have taken the site off the sheet and chosen one without adverts.',
    },
  },
  {
    id: 'c-lost-stick',
    when: ago(381, '16:35'),
    teller: staff(2),
    worry: 'security',
    says: 'I cannot find the memory stick with the sports day list. It has first names and classes on it. Last seen in the hall.',
    by: 'network_manager',
    ends: {
      closed: 'Found in the piano stool. It was encrypted. Lists stay on the network from now on.',
      answer: 'It is found, and nobody could have read it. Please keep lists on the network.',
    },
  },
  {
    id: 'c-late-phone',
    when: ago(356, '20:50'),
    teller: parent(9),
    worry: 'other',
    says: 'My son is on his phone till two at night and the teacher says he sleeps in class. Can somebody tell us what other families do?',
    ends: {
      closed: 'Invited to the parents’ evening on phones; the class teacher sent the leaflet.',
      answer:
        'You are not the only ones. We have sent you what helps other families, and there is a talk about it on Thursday.',
    },
  },
  {
    id: 'c-bus-post',
    when: ago(364, '21:15'),
    teller: parent(2),
    worry: 'about_school',
    says: 'There is a post about the bus that names a driver. I know him and it is not true. I thought you should see it before it grows.',
    by: 'head',
    ends: { incident: 'parent-bus' },
  },
  {
    id: 'c-virus-attachment',
    when: ago(327, '09:20'),
    teller: staff(4),
    worry: 'virus',
    says: 'I opened an invoice that was none and the screen went blue. I have switched it off and left it.',
    by: 'network_manager',
    ends: {
      closed: 'The machine was set up again; nothing else was touched. Everybody was warned the same morning.',
      answer: 'You did right to switch it off. The machine is clean and back on your desk.',
    },
  },
  {
    id: 'c-rude-mail',
    when: ago(310, '08:25'),
    teller: staff(6),
    worry: 'offensive_email',
    says: 'An e-mail full of insults about a report I wrote. I have not answered and would like to know what to do.',
    ends: {
      closed: 'The writer was rung by the head and said sorry. The e-mail is kept.',
      answer: 'You were right not to answer. The head has spoken with the writer, who asks us to say sorry.',
    },
  },
  {
    id: 'c-trip-photo',
    when: ago(284, '18:05'),
    teller: parent(4),
    worry: 'picture',
    says: 'There were photos from the farm on a private phone. Please tell me that they are not kept.',
    by: 'head',
    ends: { incident: 'photos-own-phone' },
  },
  {
    id: 'c-governor-mail',
    when: ago(249, '11:30'),
    teller: { kind: 'governor' },
    worry: 'security',
    says: 'I got the papers for the meeting at my work address and my colleagues can read that mailbox. Could they come another way?',
    by: 'business_manager',
    ends: {
      closed: 'Papers for governors go to their school mailboxes only.',
      answer: 'Thank you, you are right. From the next meeting on, papers go only to your school mailbox.',
    },
  },
  {
    id: 'c-shared-login',
    when: ago(219, '12:15'),
    teller: staff(1),
    worry: 'password',
    says: 'The supply room has one log-in on a card next to the screen, and the classes can see it.',
    by: 'network_manager',
    ends: {
      closed: 'Card gone, password changed, every supply teacher gets their own.',
      answer: 'Thank you. The card is gone, and each supply teacher now gets a log-in of their own.',
    },
  },
  {
    id: 'c-filter-strict',
    when: ago(186, '13:25'),
    teller: staff(8),
    worry: 'complaint',
    says: 'The filter blocks the sign language dictionary in Year 3. We need it every day.',
    ends: {
      closed: 'Allowed for all classes after a look at the site.',
      answer: 'The dictionary is open for every class from today. Sorry that it took a complaint.',
    },
  },
  {
    id: 'c-step-father',
    when: ago(157, '22:05'),
    teller: parent(7),
    worry: 'other',
    says: 'Her dad lets her use everything at his place, at mine she has rules. She comes home upset about what she saw. I do not want to make it worse between us.',
    by: 'dsl',
    ends: {
      closed: 'The DSL spoke with both parents, one after the other. They agreed one page of rules for both homes.',
      answer:
        'Thank you for writing. It is hard with two homes. We would like to talk with each of you, and nobody will hear from us what the other one said.',
    },
  },
  {
    id: 'c-lesson-words',
    when: ago(110, '17:20'),
    teller: parent(9),
    worry: 'adult',
    says: 'I heard how my child was spoken to in the online lesson this morning. I have written down the words.',
    by: 'head',
    ends: { incident: 'rough-words' },
  },
  {
    id: 'c-about-head-post',
    when: ago(75, '20:10'),
    teller: parent(10),
    worry: 'adult',
    says: 'The head thanked us by name in a post for the plants. We had asked that our name is never online, because of a family matter.',
    about: ['head'],
    by: 'chair_of_governors',
    ends: { incident: 'about-the-head' },
  },
  {
    id: 'c-new-tablet',
    when: ago(64, '19:00'),
    teller: parent(1),
    worry: 'other',
    says: 'Which settings do you advise for a first tablet? He cannot read yet but he finds everything.',
    ends: {
      closed: 'Sent the picture guide; invited to the coffee morning.',
      answer:
        'We have sent you our guide with pictures. Bring the tablet to the coffee morning and we set it up together.',
    },
  },
  {
    id: 'c-gate-post',
    when: ago(6, '20:40'),
    teller: staff(5),
    worry: 'about_school',
    says: 'There is a post in the parents’ group about me at the gate. I would rather that somebody else reads the rest of it.',
    by: 'head',
    ends: { incident: 'open-parent' },
  },
  {
    id: 'c-ask-friday',
    when: ago(2, '19:30'),
    teller: parent(8),
    worry: 'unkind',
    says: 'My daughter will not say what is wrong, but her phone lights up all evening and she puts it under the pillow. Could somebody talk with her?',
    ends: 'taken',
  },
  {
    id: 'c-laptop-train',
    when: ago(1, '16:50'),
    teller: staff(3),
    worry: 'security',
    says: 'I left the class laptop on the train this morning. It was switched off. I have told the railway.',
    ends: 'waiting',
  },
]
