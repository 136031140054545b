import type { KnownWho, RegisterStory } from './register-story.ts'

const OFFICE: KnownWho = { post: 'school_office' }

const PHONES = ['Black phone, cracked corner', 'Blue phone in a case', 'Small grey phone', 'Red phone with stickers']
/**
 * Four pupils bring a phone: the last days of the register, and one of the summer, whose time is nearly over. Yesterday one was
 * left behind.
 */
export const HANDED_IN: readonly RegisterStory[] = [72, 6, 5, 4, 3, 2, 1].flatMap((ago) =>
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
