import { type Pack, pack as packSchema } from '../../types/pack.ts'

/** Three charts and a record in the shape of a real policy's, in few words; for tests. */
const lead = { any_of: ['party/lead', 'party/head'] }
const ask = (words: string, answers: Record<string, string>, more: object = {}) => ({
  ask: words,
  answers: Object.entries(answers).map(([id, next]) => ({ id, says: id.replaceAll('_', ' '), next })),
  ...more,
})
const act = (words: string, next: string, more: object = {}) => ({ do: words, next, ...more })
const post = (says: string) => ({ kind: 'post', says })

const illegal = {
  says: 'Illegal incident',
  in: ['record/incident'],
  by: lead,
  files: 'never',
  start: 'triage',
  steps: {
    triage: ask(
      'Illegal?',
      { found: 'police', suspected: 'police', no: 'to_non_illegal', unsure: 'advice' },
      { within: '1 h', late: [{ at: 'due' }, { at: '1 day', needs: 'reason' }] },
    ),
    advice: ask('What did the officer say?', { illegal: 'police', not_illegal: 'to_non_illegal' }),
    police: ask('Told the police. Other advice?', { other: 'police_course', none: 'confiscate' }),
    police_course: act('Do what the police advise', 'who'),
    confiscate: act('Take the device away', 'network'),
    network: ask('The school network?', { yes: 'disable', no: 'save' }),
    disable: act('Disable the account', 'save', {
      by: 'party/network',
      never_waits: true,
      effects: [{ lock: 'account', for: 'subject' }],
    }),
    save: act('Keep evidence unseen', 'who'),
    who: ask('Who is involved?', { pupil: 'officer', staff: 'lado' }, { choose: '1..', join: 'record' }),
    officer: act('Tell the liaison officer', 'record'),
    lado: act('Tell the LADO', 'record'),
    record: act('Enter it in the log', 'end'),
    to_non_illegal: { goto: 'flow/non_illegal' },
  },
}

const nonIllegal = {
  says: 'Incident that is not illegal',
  in: ['record/incident'],
  by: lead,
  start: 'log',
  at_any_time: [{ id: 'illegal_after_all', says: 'This may be illegal after all', goto: 'flow/illegal' }],
  steps: {
    log: act('Enter it in the log', 'evidence'),
    evidence: act('Keep evidence', 'staff_q', { optional: true }),
    staff_q: ask('Was staff involved?', { yes: 'threshold', no: 'pupils' }),
    threshold: ask('Harm to a child?', { any_yes: 'lado', none: 'course' }, { by: 'party/head' }),
    lado: act('Contact the LADO', 'course', { by: 'party/head' }),
    course: act('Decide the course of action', 'end', { by: 'party/head', two_people: true }),
    pupils: { for_each: { person_with: ['pupil'] }, run: 'flow/pupil', next: 'best' },
    best: act('Review procedures', 'end'),
  },
}

const pupil = {
  says: 'One pupil',
  in: ['record/incident'],
  by: lead,
  start: 'child_q',
  steps: {
    child_q: ask('Victim or instigator?', { victim: 'support', instigator: 'others' }),
    support: act('Support the pupil', 'victim_parents'),
    victim_parents: act('Inform parents', 'end', { optional: true, effects: [{ notify: 'parents' }] }),
    others: ask('Were others involved?', { yes: 'add_pupils', no: 'sanction' }),
    add_pupils: act('Add these pupils', 'sanction', {
      fields: [{ id: 'more', asks: 'Who?', type: 'people', many: true, parts: ['pupil'] }],
    }),
    sanction: act('Choose sanctions or support', 'serious'),
    serious: ask('Serious or persistent?', { yes: 'inst_parents', no: 'end' }),
    inst_parents: act('Inform parents', 'end'),
  },
}

/** The fixture, checked by the real schema. */
export const chartsPack: Pack = packSchema.parse({
  pack: { name: 'charts', policy: 'X', title: 'Charts', language: 'en' },
  parties: {
    lead: post('Lead'),
    head: post('Head'),
    network: post('Network manager'),
  },
  decisions: { head_agrees: { says: 'The head agrees', by: { any_of: ['party/head'] } } },
  records: {
    incident: {
      says: 'Incident',
      handled_by: lead,
      parts: [
        { id: 'pupil', says: 'Pupil involved', of: ['pupil'] },
        { id: 'named_staff', says: 'Named member of staff', of: ['staff'], kept_out: true },
      ],
      start: 'chart',
      steps: {
        chart: { call: 'flow/illegal', next: 'lessons' },
        lessons: act('Write down the lessons', 'agree', { optional: true }),
        agree: { decision: 'decision/head_agrees', next: 'end', refused: 'lessons' },
      },
    },
  },
  flows: { illegal, non_illegal: nonIllegal, pupil },
})
