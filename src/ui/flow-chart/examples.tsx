import type { Example } from '../example.ts'
import type { ChartEdge, ChartNode } from './chart.ts'
import { FlowChart } from './flow-chart.tsx'

const nodes: readonly ChartNode[] = [
  { id: 'log', label: 'Record it in the incident log', kind: 'action', state: 'done', column: 0, row: 0 },
  { id: 'keep', label: 'Keep any evidence', kind: 'action', state: 'done', column: 1, row: 0 },
  { id: 'aimed', label: 'Aimed at staff or at the school?', kind: 'question', state: 'done', column: 2, row: 0 },
  { id: 'third', label: 'Go on in the third chart', kind: 'action', state: 'not_taken', column: 3, row: 0 },
  { id: 'staff', label: 'Was a member of staff involved?', kind: 'question', state: 'done', column: 2, row: 1 },
  { id: 'lado', label: 'Harm to a child? Tell the LADO', kind: 'action', state: 'not_taken', column: 3, row: 1 },
  { id: 'hurt', label: 'Was the child hurt, or did they do it?', kind: 'question', state: 'done', column: 2, row: 2 },
  { id: 'support', label: 'Support the child who was hurt', kind: 'action', state: 'done', column: 1, row: 3 },
  { id: 'others', label: 'Were other pupils involved?', kind: 'question', state: 'done', column: 2, row: 3 },
  { id: 'add', label: 'Add these pupils to the case', kind: 'action', state: 'done', column: 3, row: 3 },
  { id: 'device', label: 'Keep the device, if it helps', kind: 'action', state: 'later', column: 0, row: 4 },
  { id: 'parents', label: 'Tell parents or carers', kind: 'action', state: 'done', column: 1, row: 4 },
  {
    id: 'choose',
    label: 'Choose sanctions, support or both',
    kind: 'action',
    state: 'now',
    column: 2,
    row: 4,
    flag: 'You, 16:00',
  },
  { id: 'serious', label: 'Serious, or again and again?', kind: 'question', state: 'later', column: 3, row: 4 },
  { id: 'review', label: 'Review, and end', kind: 'end', state: 'later', column: 1, row: 5 },
]

const edges: readonly ChartEdge[] = [
  { from: 'log', to: 'keep', state: 'done' },
  { from: 'keep', to: 'aimed', state: 'done' },
  { from: 'aimed', to: 'third', label: 'Yes', state: 'not_taken' },
  { from: 'aimed', to: 'staff', label: 'No', state: 'done' },
  { from: 'staff', to: 'lado', label: 'Yes', state: 'not_taken' },
  { from: 'staff', to: 'hurt', label: 'No', state: 'done' },
  { from: 'hurt', to: 'support', label: 'Hurt: Leila', state: 'done' },
  { from: 'hurt', to: 'others', label: 'Did it: Tobi, Ewan', state: 'done' },
  { from: 'others', to: 'add', state: 'done' },
  { from: 'others', to: 'choose', state: 'later' },
  { from: 'add', to: 'choose', state: 'done' },
  { from: 'support', to: 'parents', state: 'done' },
  { from: 'parents', to: 'device', state: 'later' },
  { from: 'choose', to: 'serious', state: 'later' },
  { from: 'serious', to: 'review', state: 'later' },
  { from: 'device', to: 'review', state: 'later' },
]

/** A case half-way through its chart. */
export const examples: readonly Example[] = [
  {
    name: 'Half-way',
    node: (
      <FlowChart
        id="flow-example"
        title="Chart for an incident that is not illegal"
        description="Nine steps are done. The next is to choose sanctions, support or both."
        nodes={nodes}
        edges={edges}
        list={[
          { what: 'Recorded in the incident log', who: 'Ben Adeyemi, 19 November 15:52' },
          { what: 'Aimed at staff or at the school? No', who: 'Priya Raman, 16:20' },
        ]}
      />
    ),
  },
  {
    name: 'Without rows, and with a way back',
    node: (
      <FlowChart
        id="flow-back"
        title="Asking for permission"
        description="A request is checked, and comes back when something is missing."
        nodes={[
          { id: 'ask', label: 'Ask the head', kind: 'action', state: 'done', column: 0 },
          { id: 'whole', label: 'Is everything there?', kind: 'question', state: 'now', column: 0 },
          { id: 'missing', label: 'Say what is missing', kind: 'action', state: 'later', column: 1 },
          { id: 'allowed', label: 'Allowed', kind: 'end', state: 'later', column: 0 },
        ]}
        edges={[
          { from: 'ask', to: 'whole', state: 'done' },
          { from: 'whole', to: 'missing', label: 'No', state: 'later' },
          { from: 'missing', to: 'ask', state: 'later' },
          { from: 'whole', to: 'allowed', label: 'Yes', state: 'later' },
        ]}
      />
    ),
  },
]
