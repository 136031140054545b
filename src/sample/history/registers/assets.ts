import type { KnownWho, RegisterStory } from './register-story.ts'

const OWNER: KnownWho = { post: 'information_asset_owner' }
const SIRO: KnownWho = { post: 'siro' }

type Asset = readonly [
  what: string,
  why: string,
  marking: string,
  changes: string,
  kept: string,
  who: string,
  reason: string,
]
const HELD: readonly Asset[] = [
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

/** What information the school holds, and its risks. */
export const ASSETS: readonly RegisterStory[] = [...HELD.map(asset), ...RISKS.map(risk)]
