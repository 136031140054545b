import type { KnownWho, RegisterStory } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }
const LEAD: KnownWho = { post: 'online_safety_lead' }
const DSL: KnownWho = { post: 'dsl' }

const SOURCES: readonly RegisterStory[] = [
  [
    'Internet use',
    'The internet provider',
    'All users of the school network',
    'By a call to its service desk, named contact',
  ],
  [
    'What pupils type and see on laptops',
    'The monitoring service',
    'All pupil laptops',
    'Weekly report by secure mail; urgent matters by telephone',
  ],
].map(([what = '', who = '', covers = '', reach = ''], index) => ({
  id: `source ${index}`,
  kind: 'monitoring_source',
  title: what,
  when: { daysAgo: 50, at: `13:${30 + index}` },
  by: NETWORK,
  fields: { source_what: what, source_who: who, source_covers: covers, source_reach: reach },
  steps: [
    {
      step: 'running',
      answer: 'running_on',
      fields: { source_shown_by: 'An extract of yesterday came within the hour.' },
      after: 20,
    },
  ],
}))

const REPORTS: readonly RegisterStory[] = [0, 0, 2, 1, 0, 1, 0].map((matters, index) => ({
  id: `report ${index}`,
  kind: 'monitoring_report',
  title: 'Report of the monitoring service',
  when: { daysAgo: 32 - index * 5, at: '08:50' },
  by: DSL,
  fields: { report_week: { day: -7 }, report_came_on: { day: 0 }, report_count: matters },
  steps:
    matters === 0
      ? [{ step: 'respond', answer: 'nothing' }]
      : [
          {
            step: 'respond',
            answer: 'follow_up',
            fields: { followed_up_how: 'Looked at with the class teacher; it was homework.' },
            after: 1,
          },
        ],
}))

const ADVICE: readonly RegisterStory[] = [
  [
    'May I use my own phone as a clock in lessons?',
    'Keep it in the drawer; the school has clocks. It is not for messages.',
    24,
  ],
  [
    'A parent asked to be friends online. What do I say?',
    'Say kindly that staff do not. Write to them from your school account.',
    11,
  ],
].map(([asked, given, ago], index) => ({
  id: `advice ${index}`,
  kind: 'staff_advice',
  title: String(asked),
  when: { daysAgo: Number(ago), at: '16:05' },
  by: { staff: 10 + index },
  fields: { advice_asked: String(asked) },
  steps: [{ step: 'advise', by: LEAD, fields: { advice_given: String(given) }, after: 1 }],
}))

/** What is monitored and reported, and advice to staff. */
export const MONITORING: readonly RegisterStory[] = [...SOURCES, ...REPORTS, ...ADVICE]
