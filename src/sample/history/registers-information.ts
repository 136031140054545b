import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const OWNER: KnownWho = { post: 'information_asset_owner' }
const SIRO: KnownWho = { post: 'siro' }
const LEAD: KnownWho = { post: 'online_safety_lead' }
const DSL: KnownWho = { post: 'dsl' }
const NETWORK: KnownWho = { post: 'network_manager' }

type Asset = readonly [
  what: string,
  why: string,
  marking: string,
  changes: string,
  kept: string,
  who: string,
  reason: string,
]
const ASSETS: readonly Asset[] = [
  [
    'Pupil records',
    'To teach and care for each pupil.',
    'protect',
    'The office enters changes the same day.',
    'Until the pupil is 25',
    'Office, class teams, leaders',
    'Daily work with the pupil',
  ],
  [
    'Education, health and care plans',
    'The law asks for them.',
    'restricted',
    'After each yearly review.',
    'Until the pupil is 25, locked folder',
    'Safeguarding lead, class teacher, therapists',
    'To follow the plan',
  ],
  [
    'Safeguarding files',
    'To keep children safe.',
    'restricted',
    'Only by the safeguarding leads.',
    'Until the pupil is 25, apart from all else',
    'Safeguarding leads',
    'Their duty',
  ],
  [
    'Staff records',
    'Employment.',
    'protect',
    'By the business manager.',
    '6 years after somebody leaves',
    'Business manager, head',
    'Employment',
  ],
  [
    'Newsletter and web site',
    'To tell parents and the public.',
    'unclassified',
    'Every fortnight.',
    '2 school years',
    'Everybody',
    'It is public',
  ],
]
const asset = ([what, why, marking, changes, kept, who, reason]: Asset, index: number): RegisterStory => ({
  id: `asset ${index}`,
  kind: 'information_asset',
  title: what,
  when: { daysAgo: 120 - index * 3, at: '10:30' },
  by: OWNER,
  fields: {
    asset_what: what,
    asset_why: why,
    asset_needs: marking !== 'unclassified',
    asset_marking: marking,
    asset_changes: changes,
    asset_kept: kept,
    asset_disposal: marking === 'unclassified' ? 'Deleted' : 'Shredded; files erased by ICT support',
  },
  rows: { access: [{ who_reaches: who, why_reaches: reason }] },
  steps:
    index === 3
      ? [
          { step: 'current', answer: 'sensitivity_changed', after: 40 },
          {
            step: 'mark_anew',
            fields: { highest_inside: 'restricted', new_marking: 'restricted', file_changed: true },
          },
        ]
      : [],
})

type Risk = readonly [asset: number, what: string, marking: string, likelihood: string, overall: string, action: string]
const RISKS: readonly Risk[] = [
  [0, 'A class list is left on the copier', 'protect', 'medium', 'medium', 'Prints come out only with a card'],
  [
    1,
    'A plan is sent to the wrong address',
    'restricted',
    'low',
    'high',
    'Only by the secure transfer list, with a call first',
  ],
  [
    3,
    'A former colleague can still read the staff drive',
    'protect',
    'low',
    'medium',
    'Accounts are looked at each term',
  ],
]
const risk = ([of, what, marking, likelihood, overall, action]: Risk, index: number): RegisterStory => ({
  id: `risk ${index}`,
  kind: 'information_risk',
  title: what,
  when: { daysAgo: 55 - index, at: '14:00' },
  by: OWNER,
  fields: {
    risk_asset: { entry: `asset ${of}` },
    risk_what: what,
    risk_owner: { who: OWNER },
    risk_marking: marking,
    likelihood,
    overall_risk: overall,
  },
  rows: { risk_actions: [{ risk_action: action, action_owner: 'Business manager' }] },
  steps: [
    { step: 'known', by: SIRO, fields: { told_how: 'At the leaders’ meeting, with the form on the table' }, after: 4 },
  ],
})

const TRANSFERS: readonly RegisterStory[] = [
  {
    id: 'transfer 1',
    kind: 'secure_transfer',
    title: 'Assessment report for a placement',
    when: { daysAgo: 26, at: '11:15' },
    by: { staff: 3 },
    fields: {
      transfer_what: 'Assessment report for a placement',
      why_so: 'The authority’s portal was down for three days and the panel met on the next.',
    },
    rows: {
      recipients: [
        {
          recipient_name: 'Placement officer, local authority',
          recipient_address: 'placements@authority.example',
          recipient_checked: true,
        },
      ],
    },
    steps: [
      { step: 'way', answer: 'by_email' },
      { step: 'protect', fields: { is_encrypted: true, in_attachment: true, subject_clear: true } },
      { step: 'key', fields: { key_channel: 'By telephone, ten minutes later' } },
      { step: 'receipt', answer: 'confirmed', fields: { receipt_confirmed_on: { day: 0 } }, after: 1 },
    ],
  },
  {
    id: 'transfer 2',
    kind: 'secure_transfer',
    title: 'Medical sheet for the residential',
    when: { daysAgo: 7, at: '15:05' },
    by: { staff: 7 },
    fields: { transfer_what: 'Medical sheet for the residential', why_so: 'The centre has no portal.' },
    rows: {
      recipients: [
        {
          recipient_name: 'Duty manager, outdoor centre',
          recipient_address: 'duty@centre.example',
          recipient_checked: true,
        },
      ],
    },
    steps: [{ step: 'way', answer: 'otherwise', note: 'Handed over in a sealed envelope on arrival.' }],
  },
]

const offSite = (
  id: string,
  title: string,
  why: string,
  ago: number,
  by: KnownWho,
  steps: readonly StoryStep[],
): RegisterStory => ({
  id,
  kind: 'data_off_site',
  title,
  when: { daysAgo: ago, at: '09:40' },
  by,
  fields: {
    off_site_data: title,
    off_site_why: why,
    off_site_from: { day: 1 },
    off_site_until: { day: 21 },
    off_site_device: 'School laptop',
  },
  steps,
})
const secured: StoryStep = {
  step: 'secure',
  by: NETWORK,
  fields: { off_site_encrypted: true, device_secure: true },
  after: 1,
}
const OFF_SITE: readonly RegisterStory[] = [
  offSite('off site 1', 'Reports of one class, to write at home', 'Report fortnight.', 48, { staff: 1 }, [
    { step: 'allow', by: { post: 'head' }, answer: 'yes', after: 1 },
    secured,
    { step: 'out', fields: { off_site_ended_on: { day: 0 } }, after: 14 },
  ]),
  offSite('off site 2', 'All pupil records, on a private PC', 'It would save time.', 31, { staff: 5 }, [
    {
      step: 'allow',
      by: { post: 'head' },
      answer: 'no',
      note: 'Not on a private PC, and not all of it. Remote access to what you need is there.',
      after: 1,
    },
  ]),
  offSite(
    'off site 3',
    'Emergency contacts for the residential',
    'The leader needs them on the trip.',
    5,
    { staff: 7 },
    [{ step: 'allow', by: { post: 'head' }, answer: 'yes', after: 1 }, secured],
  ),
]

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

/** Information and its risks, what leaves the school, what is monitored, and advice. */
export const INFORMATION_ENTRIES: readonly RegisterStory[] = [
  ...ASSETS.map(asset),
  ...RISKS.map(risk),
  ...TRANSFERS,
  ...OFF_SITE,
  ...SOURCES,
  ...REPORTS,
  ...ADVICE,
]
