import { type Case, END, flow } from './case.ts'

const TABLE =
  'tables:\n  t: { says: T, inputs: [{ id: phase, says: P, type: list/phase }], hit: all, outcomes: [{ id: o, says: O, strength: may }], rows: [{ id: r, when: { phase: primary }, outcomes: [o] }] }\n'

/** Faults of steps. */
export const stepCases: readonly Case[] = [
  [
    'no_start',
    'steps without a first',
    'records:\n  r:\n    says: R\n    handled_by: party/dsl\n    ‸steps: { a: { do: A, next: end } }',
  ],
  ['unknown_step', 'a first step that is none', flow(`b: { do: B, ${END}`).replace('start: a', 'start: ‸a')],
  [
    'unknown_step',
    'an answer that leads nowhere',
    flow('a: { ask: A, answers: [{ id: x, says: X, next: ‸b }, { id: y, says: Y, next: end }] }'),
  ],
  [
    'unknown_step',
    'a wait that holds no step',
    flow(`a: { wait_for: { party: party/police, says: Reply }, holds: [‸b], ${END}`),
  ],
  ['unreachable_step', 'a step that nothing leads to', flow(`a: { do: A, ${END}\n‸b: { do: B, ${END}`)],
  [
    'no_way_out',
    'a circle without an end',
    flow('a: { do: A, within: 24 h, next: a }').replace('      a: { do: A, within', '      ‸a: { do: A, within'),
  ],
  [
    'unwatched_loop',
    'a circle that nobody watches',
    flow('‸a: { ask: Again?, answers: [{ id: x, says: X, next: a }, { id: y, says: Y, next: end }] }'),
  ],
  ['bad_id', 'a step called end', flow(`a: { do: A, ${END}\n‸end: { do: B, ${END}`)],
  [
    'no_join',
    'several answers that never meet',
    flow('a: { ask: A, choose: "‸1..", answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }'),
  ],
  [
    'no_join',
    'one answer with a meeting',
    flow('a: { ask: A, join: ‸end, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }'),
  ],
  [
    'bad_range',
    'more answers than there are',
    flow(
      'a: { ask: A, choose: "‸1..3", join: end, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }',
    ),
  ],
  [
    'emergency_delayed',
    'an emergency that needs something',
    flow(`a: { do: A, never_waits: true, needs: "‸what != 'x'", ${END}`),
  ],
  [
    'emergency_delayed',
    'an emergency that waits for a yes',
    flow(`a: { decision: ‸decision/head_agrees, never_waits: true, refused: end, ${END}`),
  ],
  [
    'unused_flow',
    'a flow that nothing begins',
    flow(`a: { do: A, ${END}`).replace('  chart:', '  ‸chart:').replace(', route: flow/chart', ''),
  ],
  [
    'no_route',
    'a category that leads nowhere',
    flow(`a: { do: A, ${END}`).replace('route: flow/chart }', 'route: flow/chart }, { id: ‸sad, says: Sad }'),
  ],
  [
    'file_in_abuse_category',
    'a file where none may be',
    flow(`a: { do: A, fields: [{ id: f, asks: F, type: ‸file }], ${END}`, 'files: never'),
  ],
  [
    'file_in_abuse_category',
    'a letter where nothing may be printed',
    flow(`a: { do: A, effects: [‸{ letter: document/policy }], ${END}`, 'files: never'),
  ],
  [
    'file_in_abuse_category',
    'a closed category with an open flow',
    flow(`a: { do: A, ${END}`).replace('route: flow/chart', 'files: never, route: ‸flow/chart'),
  ],
  [
    'emergency_delayed',
    'an emergency after a decision',
    flow(`a: { decision: decision/head_agrees, refused: end, next: b }\n‸b: { do: B, never_waits: true, ${END}`),
  ],
  [
    'emergency_delayed',
    'an emergency that a wait holds back',
    flow(
      `a: { parallel: [b, c], join: d }\nb: { wait_for: { party: party/police, says: Reply }, holds: [‸c], next: d }\nc: { do: C, never_waits: true, next: d }\nd: { do: D, ${END}`,
    ),
  ],
  [
    'never_overdue',
    'a step that is late without a time',
    flow(`a: { do: A, ‸late: [{ at: due, notify: party/head }], ${END}`),
  ],
  [
    'nobody_meant',
    'a line of lateness in which nothing happens',
    flow(`a: { do: A, within: 1 day, late: [‸{ at: due }], ${END}`),
  ],
  [
    'nobody_meant',
    'parents told that a step is late',
    flow(`a: { do: A, within: 1 day, late: [{ at: due, notify: { all_of: [handler, ‸parents] } }], ${END}`),
  ],
  [
    'not_yet_asked',
    'a step that goes by a later answer',
    flow(
      `a: { do: A, when: "‸answers.b == 'x'", next: b }\nb: { ask: B, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }`,
    ),
  ],
  [
    'not_yet_asked',
    'a step that goes by a later field',
    flow(
      `a: { do: A, needs: "‸note != ''", next: b }\nb: { do: B, fields: [{ id: note, asks: Note, type: text }], ${END}`,
    ),
  ],
  [
    'wrong_later',
    'a question of a step that is asked later',
    flow(`a: { do: A, fields: [{ id: f, asks: F, type: text, required: false, later: ‸true }], ${END}`),
  ],
  [
    'wrong_must',
    'a text that must be yes',
    flow(`a: { do: A, fields: [{ id: f, asks: F, type: text, must: "‸yes" }], ${END}`),
  ],
  [
    'wrong_must',
    'a yes that may be left out',
    flow(`a: { do: A, fields: [{ id: f, asks: F, type: boolean, required: false, must: "‸yes" }], ${END}`),
  ],
  [
    'wrong_must',
    'words of a refusal where nothing is refused',
    flow(`a: { do: A, fields: [{ id: f, asks: F, type: boolean, refusal: ‸No }], ${END}`),
  ],
  [
    'unknown_name',
    'a wait that goes by no field of the record',
    flow(`a: { wait_for: { field: ‸bodies, says: Reply }, ${END}`),
  ],
  [
    'nobody_meant',
    'a wait that goes by a list of no bodies',
    flow(`a: { wait_for: { field: ‸phase, says: Reply }, ${END}`),
  ],
  [
    'who_otherwise',
    'lines of who in which nobody acts otherwise',
    flow(
      `a: { do: A, by: [{ when: "what == 'x'", who: party/dsl }, { when: "‸what == 'y'", who: party/head }], ${END}`,
    ),
  ],
  [
    'who_otherwise',
    'a line of who without a condition before the last',
    flow(`a: { do: A, by: [{ who: ‸party/dsl }, { who: party/head }], ${END}`),
  ],
  [
    'unknown_fact',
    'a line of who that goes by what nobody asks',
    flow(`a: { do: A, by: [{ when: "‸wat == 'x'", who: party/dsl }, { who: party/head }], ${END}`),
  ],
  ['own_check', 'a witness of their own deed', flow(`a: { do: A, by: party/head, witness: ‸party/head, ${END}`)],
  [
    'two_witnesses',
    'a witness beside an item that is signed for',
    flow(`a: { do: A, evidence: { kinds: [screenshot] }, witness: ‸party/head, ${END}`),
  ],
  [
    'emergency_delayed',
    'an emergency that waits for evidence',
    flow(`a: { do: A, never_waits: true, evidence: ‸{ kinds: [described] }, ${END}`),
  ],
  [
    'file_in_abuse_category',
    'a screenshot where files are never allowed',
    flow(`a: { do: A, evidence: { kinds: [described, ‸screenshot] }, ${END}`).replace(
      'start: a',
      'files: never\n    start: a',
    ),
  ],
  [
    'no_join',
    'a branch that never meets the others',
    flow(`a: { parallel: [‸b, c], join: d }\nb: { do: B, ${END}\nc: { do: C, next: d }\nd: { do: D, ${END}`),
  ],
  ['endless_call', 'a flow that calls itself', flow(`a: { call: ‸flow/chart, ${END}`)],
  [
    'wrong_record',
    'a flow of another record',
    `${flow(`a: { call: ‸flow/other, ${END}`)}records:\n  other: { says: O }\n`.replace(
      'flows:\n',
      'flows:\n  other: { says: O, in: [record/other], by: party/dsl, start: a, steps: { a: { do: A, next: end } } }\n',
    ),
  ],
  [
    'unknown_name',
    'a table step that gives a column the table has not',
    `${TABLE}${flow(`a: { table: table/t, says: S, with: { phase: phase, age: ‸phase }, ${END}`)}`,
  ],
  [
    'unknown_name',
    'a table step that takes a value from nowhere',
    `${TABLE}${flow(`a: { table: table/t, says: S, with: { phase: ‸years }, ${END}`)}`,
  ],
  [
    'unknown_name',
    'a table step that leaves a column out',
    `${TABLE}${flow(`a: { table: table/t, says: S, with: ‸{}, ${END}`)}`,
  ],
  [
    'unknown_name',
    'a table step that leads on from no outcome of the table',
    `${TABLE}${flow(`a: { table: table/t, says: S, with: { phase: phase }, leads: { x: ‸end }, ${END}`)}`,
  ],
  [
    'not_counted',
    'a column that is no number and is counted',
    `${TABLE}${flow(`a: { table: table/t, says: S, with: { phase: ‸{ earlier: any } }, ${END}`)}`,
  ],
  [
    'not_counted',
    'a yes or no that tells numbers apart',
    `${TABLE.replace('list/phase', 'yes_no').replace(/when: \{[^}]*\}/, 'when: { phase: true }')}${flow(`a: { table: table/t, says: S, with: { phase: { earlier: same, up_to: ‸2 } }, ${END}`)}`,
  ],
  [
    'unknown_name',
    'a count for a part that nobody has',
    `${TABLE.replace('list/phase', 'yes_no').replace(/when: \{[^}]*\}/, 'when: { phase: true }')}${flow(`a: { table: table/t, says: S, with: { phase: { earlier: same, part: ‸culprit } }, ${END}`)}`,
  ],
  [
    'no_mark',
    'a step that applies a table of marks',
    `${TABLE.replace('outcomes: [{ id: o, says: O, strength: may }]', 'marks: [{ id: o, says: O, means: yes }]').replace('outcomes: [o]', 'mark: o')}${flow(`a: { table: ‸table/t, says: S, with: { phase: phase }, ${END}`)}`,
  ],
  ['wrong_telling', 'a crowd that is told', flow(`a: { do: A, tells: ‸party/pupils, ${END}`)],
  [
    'wrong_telling',
    'whoever handles it told of it',
    flow(`a: { do: A, tells: { any_of: [party/police, ‸handler] }, ${END}`),
  ],
  [
    'wrong_telling',
    'a step that nobody takes, telling somebody',
    flow(`a: { wait_for: { party: party/police, says: Reply }, tells: ‸party/police, ${END}`),
  ],
  [
    'wrong_telling',
    'an answer that leaves untold whom its step tells',
    flow(
      'a: { ask: A, tells: party/police, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, leaves_untold: ‸party/police, next: end }] }',
    ),
  ],
]
