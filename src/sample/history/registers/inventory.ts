import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }
const SUPPORT: KnownWho = { post: 'ict_support' }

/** One item: kind, make, number, place, laptop for pupils, personal data, who holds it, school days ago, what came after. */
type Item = readonly [
  kind: string,
  name: string,
  serial: string,
  where: string,
  pupils: boolean,
  data: boolean,
  holder: KnownWho | null,
  ago: number,
  then?: readonly StoryStep[],
]

const moved: readonly StoryStep[] = [
  { step: 'held', answer: 'moves', after: 21 },
  {
    step: 'transfer',
    fields: { new_holder: { who: { staff: 5 } }, new_place: 'Room 14, locked cupboard', moved_on: { day: 0 } },
  },
]
const lost: readonly StoryStep[] = [
  { step: 'held', answer: 'lost', after: 30 },
  { step: 'report_loss', fields: { lost_on: { day: -1 }, incident_number: 'INC-0031' } },
]
const redundant: readonly StoryStep[] = [
  { step: 'held', answer: 'out_of_service', after: 8 },
  {
    step: 'take_out',
    by: SUPPORT,
    fields: { drive_state: 'removed', drive_note: 'In the safe of the server room', out_on: { day: 0 } },
  },
]
const gone: readonly StoryStep[] = [...redundant, { step: 'disposed', fields: { disposed_on: { day: 0 } }, after: 34 }]

const ITEMS: readonly Item[] = [
  ['laptop', 'Fernhill Note 13', 'LB-1007', 'Room 3, charging trolley', true, false, null, 150],
  ['laptop', 'Fernhill Note 13', 'LB-1008', 'Room 3, charging trolley', true, false, null, 150],
  ['laptop', 'Fernhill Note 13', 'LB-1011', 'Room 9, charging trolley', true, false, null, 149, moved],
  ['laptop', 'Fernhill Note 13', 'LB-1012', 'Room 9, charging trolley', true, false, null, 149],
  ['laptop', 'Orrin Pro 14', 'LB-2003', 'With its holder; locked drawer at school', false, true, { staff: 1 }, 140],
  ['laptop', 'Orrin Pro 14', 'LB-2004', 'With its holder; locked drawer at school', false, true, { staff: 2 }, 140],
  ['laptop', 'Orrin Pro 14', 'LB-2009', 'With its holder', false, true, { staff: 3 }, 120, lost],
  ['laptop', 'Orrin Pro 14', 'LB-2010', 'Office of the head', false, true, { post: 'head' }, 96],
  ['tablet', 'Pellow Tab 10', 'LB-3001', 'Sensory room, wall safe', false, false, null, 90],
  ['tablet', 'Pellow Tab 10', 'LB-3002', 'Sensory room, wall safe', false, false, null, 90],
  ['tablet', 'Pellow Tab 10 with large keys', 'LB-3005', 'Room 6, locked cupboard', false, false, null, 61],
  ['pc', 'Orrin Desk 5', 'LB-4002', 'School office, cabled to the desk', false, true, { post: 'school_office' }, 130],
  ['pc', 'Orrin Desk 3', 'LB-0417', 'Library', false, false, null, 100, gone],
  ['pc', 'Orrin Desk 3', 'LB-0421', 'Library', false, true, null, 80, redundant],
  ['pc', 'Orrin Desk 3', 'LB-0422', 'Music room', false, true, null, 60, redundant],
  ['whiteboard', 'Brightwall 75', 'LB-5003', 'Room 12, on the wall', false, false, null, 75],
  ['webcam', 'Lumo clip camera', 'LB-6001', 'Meeting room, locked drawer', false, false, null, 70],
  ['digital_video', 'Kestrel school camera', 'LB-6004', 'School office, key cabinet', false, true, null, 66],
  ['voting_system', 'Handset set of 12', 'LB-6010', 'Hall cupboard', false, false, null, 55],
  ['printer', 'Copier of the staff room', 'LB-7001', 'Staff room; prints with a card', false, true, null, 52],
  ['phone', 'School mobile for trips', 'LB-8001', 'School office, key cabinet', false, true, null, 50],
  ['server', 'File server', 'LB-9001', 'Server room, locked rack', false, true, null, 135],
  ['laptop', 'Fernhill Note 14', 'LB-1031', 'ICT store', true, false, null, 6],
  ['laptop', 'Fernhill Note 14', 'LB-1032', 'ICT store', true, false, null, 2],
]

const item = (
  [kind, name, serial, where, pupils, data, holder, ago, then = []]: Item,
  index: number,
): RegisterStory => ({
  id: `kit ${serial}`,
  kind: 'equipment',
  title: `${name}, ${serial}`,
  when: { daysAgo: ago, at: `09:${String(10 + index).padStart(2, '0')}` },
  by: index % 3 === 0 ? SUPPORT : NETWORK,
  fields: {
    item_kind: kind,
    item_name: name,
    serial_number: serial,
    kept_where: where,
    for_pupils: pupils,
    personal_data: data,
    on_network: kind !== 'phone',
    ...(kind === 'laptop' || kind === 'pc' ? { licences: 'Office and writing software, one seat' } : {}),
  },
  steps:
    ago < 3
      ? []
      : [
          {
            step: 'prepare',
            by: SUPPORT,
            fields: { encrypted: data || pupils, monitored: pupils, virus_update: { day: 0 } },
            after: 1,
          },
          {
            step: 'issue',
            by: NETWORK,
            fields: {
              in_use_since: { day: 0 },
              ...(holder === null ? {} : { held_by: { who: holder }, case_supplied: true }),
            },
            after: 1,
          },
          ...then.map((step) => ({ by: NETWORK, ...step })),
        ],
})

/** The inventory of equipment, and what happened to its items. */
export const INVENTORY: readonly RegisterStory[] = ITEMS.map(item)
