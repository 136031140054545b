import type { Role, Things } from './world.ts'

/** Who gets past the door of a route: an answer that is not 401, 403 or 404, and no way to the sign-in page. */
export interface RouteRow {
  readonly open: readonly Role[]
  /** The parts of the address that name a thing of an organisation: with another organisation's, everybody is shut out. */
  readonly names?: Readonly<Record<string, keyof Things>>
  /** Parts that name a thing which is public, so that another organisation's opens as well. */
  readonly open_things?: Readonly<Record<string, keyof Things>>
  /** The parts that name no thing. */
  readonly fixed?: Readonly<Record<string, string>>
  readonly query?: string
  /** It ends the session with which it is asked. */
  readonly ends?: true
  /** What the form needs to be read at all. */
  readonly fields?: Readonly<Record<string, string>>
}

export const EVERYBODY: readonly Role[] = [
  'nobody',
  'pupil',
  'parent',
  'visitor',
  'teacher',
  'lead',
  'head',
  'network',
  'governor',
  'named',
]
export const SIGNED_IN: readonly Role[] = EVERYBODY.filter((role) => role !== 'nobody')
const STAFF: readonly Role[] = ['teacher', 'lead', 'head', 'network', 'named']
const STAFF_AND_GOVERNORS: readonly Role[] = [...STAFF, 'governor']
/** Those who see the case of the test world: its circle without the person whom it names. */
const HANDLERS: readonly Role[] = ['lead', 'head']
/** Those whom the pack lets open a case. */
const OPENERS: readonly Role[] = ['lead', 'head', 'named', 'governor']

/** Those who see a concern that a pupil told: its circle. */
const HEARERS: readonly Role[] = ['lead', 'head', 'named']
/** Those who look over everybody's duties. */
const OVERSEERS: readonly Role[] = ['lead', 'head', 'governor', 'named']
/** Those who check the measures of the test world. */
const CHECKERS: readonly Role[] = ['lead']
/** Those whose posts may bring people in. */
const IMPORTERS: readonly Role[] = ['head', 'network']

/** An absence that nobody has. */
const NO_ABSENCE = '01990000-0000-7000-8000-000000000000'

/** Those who keep the policy of the test world. */
const POLICY_KEEPERS: readonly Role[] = ['head']
const draft = { draft: 'draft' } as const
const AT_CLAUSE = 'at=clauses/L-001'

const incident = { id: 'incident' } as const
const entry = { id: 'entry' } as const
/** The register of which the test world has an entry. */
const register = { kind: 'equipment' } as const
/** Those who see the inventory of equipment. */
const KEEPERS: readonly Role[] = ['lead', 'head', 'network']

/** Those who keep the policy of the test world: its owner. */
const KEEPERS_OF_THE_POLICY: readonly Role[] = ['head']
/** Those who see what a period brought: its governors as well. */
const REVIEWERS: readonly Role[] = [...KEEPERS_OF_THE_POLICY, 'governor']
/** A public page that no school of the test world has opened. */
const SHUT: RouteRow = {
  open: [],
  names: { organisation: 'organisation' },
  fixed: { date: '2026-11-01', reader: 'parent' },
}

/** Every route of the program. A new one without a row fails the test. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /': { open: SIGNED_IN },
  'GET /design': { open: EVERYBODY },
  'GET /sign-in': { open: EVERYBODY },
  'POST /sign-in/as': { ends: true, open: EVERYBODY },
  'GET /sign-in/ways': { open: EVERYBODY },
  'GET /sign-in/card': { open: EVERYBODY },
  'POST /sign-in/card': { ends: true, open: EVERYBODY },
  'GET /sign-in/mail': { open: EVERYBODY },
  'POST /sign-in/mail': { open: EVERYBODY },
  'GET /sign-in/link': { open: EVERYBODY },
  'POST /sign-in/link': { ends: true, open: EVERYBODY },
  'GET /sign-in/password': { open: EVERYBODY },
  'POST /sign-in/password': { ends: true, open: EVERYBODY },
  'POST /sign-in/kept': { open: EVERYBODY },
  'POST /sign-out': { ends: true, open: EVERYBODY },
  'GET /you': { open: SIGNED_IN },
  'POST /you/password': { ends: true, open: [...STAFF_AND_GOVERNORS, 'visitor'] },
  'POST /you/place': { open: SIGNED_IN },
  'POST /sign-out/everywhere': { ends: true, open: SIGNED_IN },
  'GET /may-i': { open: SIGNED_IN },
  'GET /may-i/:table': { open: SIGNED_IN, fixed: { table: 'devices' } },
  'GET /may-i/:table/all': { open: SIGNED_IN, fixed: { table: 'devices' } },
  'GET /policy': { open: SIGNED_IN },
  'GET /policy/on/:date': { open: SIGNED_IN, fixed: { date: '2026-11-01' } },
  'GET /policy/on/:date/pdf': { open: SIGNED_IN, fixed: { date: '2026-11-01' } },
  'GET /policy/pdf': { open: SIGNED_IN },
  'GET /policy/versions': { open: SIGNED_IN },
  'GET /policy/for/:reader': { open: SIGNED_IN, fixed: { reader: 'parent' } },
  'GET /policy/public': { open: KEEPERS_OF_THE_POLICY },
  'GET /policy/posters': { open: STAFF_AND_GOVERNORS },
  'GET /policy/posters/:reader': { open: STAFF_AND_GOVERNORS, fixed: { reader: 'parent' } },
  'GET /policy/posters/:reader/pdf': { open: STAFF_AND_GOVERNORS, fixed: { reader: 'parent' } },
  'GET /policy/letters/:reader': { open: STAFF_AND_GOVERNORS, fixed: { reader: 'parent' } },
  'GET /policy/letters/:reader/pdf': { open: STAFF_AND_GOVERNORS, fixed: { reader: 'parent' } },
  'GET /policy/review': { open: REVIEWERS },
  'GET /policy/review.csv': { open: REVIEWERS },
  'GET /policy/review/pdf': { open: REVIEWERS },
  'POST /policy/public': { open: KEEPERS_OF_THE_POLICY },
  'GET /policy/drafts': { open: POLICY_KEEPERS },
  'GET /policy/drafts/new': { open: POLICY_KEEPERS },
  'POST /policy/drafts/new': { open: POLICY_KEEPERS },
  'GET /policy/drafts/new/document': { open: POLICY_KEEPERS },
  'POST /policy/drafts/new/document': { open: [] },
  'GET /policy/drafts/:draft': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/set-aside': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/take-up': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/posts': { open: POLICY_KEEPERS },
  'POST /policy/posts': { open: POLICY_KEEPERS, fields: { do: 'name' } },
  'GET /policy/drafts/:draft/posts': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/posts': { open: POLICY_KEEPERS, names: draft, fields: { do: 'name' } },
  'GET /policy/drafts/:draft/proposals': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/proposals': { open: POLICY_KEEPERS, names: draft, fields: { do: 'accept' } },
  'GET /policy/drafts/:draft/faults': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/drafts/:draft/left-out': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/left-out': { open: [], names: draft, fields: { clause: 'X-1' } },
  'GET /policy/drafts/:draft/take': { open: [], names: draft },
  'POST /policy/drafts/:draft/take': { open: [], names: draft },
  'GET /policy/drafts/:draft/edit': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/drafts/:draft/edit/all': { open: POLICY_KEEPERS, names: draft, query: 'in=duties' },
  'GET /policy/drafts/:draft/edit/part': { open: POLICY_KEEPERS, names: draft, query: AT_CLAUSE },
  'POST /policy/drafts/:draft/edit/part': { open: POLICY_KEEPERS, names: draft, query: AT_CLAUSE },
  'GET /policy/drafts/:draft/edit/remove': { open: POLICY_KEEPERS, names: draft, query: AT_CLAUSE },
  'POST /policy/drafts/:draft/edit/remove': { open: POLICY_KEEPERS, names: draft, query: AT_CLAUSE },
  'GET /policy/drafts/:draft/edit/add': { open: POLICY_KEEPERS, names: draft, query: 'at=clauses' },
  'POST /policy/drafts/:draft/edit/add': { open: POLICY_KEEPERS, names: draft, query: 'at=clauses' },
  'POST /policy/drafts/:draft/edit/move': {
    open: POLICY_KEEPERS,
    names: draft,
    query: AT_CLAUSE,
    fields: { after: '-' },
  },
  'POST /policy/drafts/:draft/edit/apply': {
    open: POLICY_KEEPERS,
    names: draft,
    fields: { edit: '{"do":"remove","place":"clauses/L-001"}', place: 'clauses', based: '1' },
  },
  'POST /policy/drafts/:draft/edit/undo': { open: POLICY_KEEPERS, names: draft, fields: { revision: '2' } },
  'GET /policy/drafts/:draft/history': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/drafts/:draft/history/:number': { open: POLICY_KEEPERS, names: draft, fixed: { number: '1' } },
  'POST /policy/drafts/:draft/history/:number': { open: POLICY_KEEPERS, names: draft, fixed: { number: '1' } },
  'GET /policy/drafts/:draft/yaml': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/yaml': { open: [], names: draft },
  'GET /policy/drafts/:draft/yaml/pack.zip': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/drafts/:draft/yaml/file': { open: POLICY_KEEPERS, names: draft, query: 'path=pack.yaml' },
  'GET /policy/drafts/:draft/settle': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/settle': { open: POLICY_KEEPERS, names: draft, fields: { do: 'confirm' } },
  'GET /policy/drafts/:draft/changes': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/drafts/:draft/consultation': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/consultation': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/consultation/close': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/comments/:comment/answer': {
    open: POLICY_KEEPERS,
    names: draft,
    fixed: { comment: NO_ABSENCE },
  },
  'GET /policy/consultations/:draft': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/consultations/:draft/comments': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/consultations/:draft/comments/:comment': {
    open: POLICY_KEEPERS,
    names: draft,
    fixed: { comment: NO_ABSENCE },
  },
  'GET /policy/drafts/:draft/approval': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/approval': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/approval/offer': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/drafts/:draft/publish': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/publish': { open: POLICY_KEEPERS, names: draft },
  'POST /policy/drafts/:draft/publish/withdraw': { open: POLICY_KEEPERS, names: draft },
  'GET /policy/life': { open: STAFF_AND_GOVERNORS },
  'POST /policy/life/reviewed': { open: POLICY_KEEPERS },
  'POST /policy/life/sooner': { open: POLICY_KEEPERS },
  'GET /policy/versions/:number': { open: SIGNED_IN, fixed: { number: '1' } },
  'GET /policy/versions/:number/changes': { open: SIGNED_IN, fixed: { number: '1' } },
  'GET /policy/help': { open: SIGNED_IN },
  'GET /policy/law': { open: SIGNED_IN },
  'GET /policy/who': { open: SIGNED_IN },
  'GET /policy/board': { open: STAFF_AND_GOVERNORS },
  'GET /policy/board.csv': { open: STAFF_AND_GOVERNORS },
  'GET /policy/clauses/:clause': { open: STAFF_AND_GOVERNORS, fixed: { clause: 'L-241' } },
  'GET /agreements/mine': { open: SIGNED_IN },
  'GET /agreements/mine/:id': { open: ['teacher'], names: { id: 'request' } },
  'POST /agreements/mine/:id': { open: ['teacher'], names: { id: 'request' } },
  'GET /agreements/mine/:id/signed': { open: ['teacher'], names: { id: 'request' } },
  'GET /agreements/signatures/:id/certificate.pdf': { open: STAFF, names: { id: 'signature' } },
  'GET /agreements/signatures/:id': { open: STAFF, names: { id: 'signature' } },
  'GET /agreements': { open: STAFF },
  'GET /agreements.csv': { open: STAFF },
  'GET /agreements/print': { open: STAFF },
  'GET /agreements/classes/print': { open: STAFF },
  'POST /agreements/classes/chosen': { open: STAFF, fields: { do: 'remind' } },
  'GET /agreements/classes': { open: STAFF },
  'POST /agreements/remind': { open: STAFF },
  'GET /agreements/classes/:id': { open: STAFF, names: { id: 'class' } },
  'GET /agreements/classes/:id/slips': { open: STAFF, names: { id: 'class' } },
  'POST /agreements/classes/:id/slips': { open: STAFF, names: { id: 'class' } },
  'GET /agreements/requests/:id/slip': { open: STAFF, names: { id: 'request' } },
  'POST /agreements/requests/:id/slip': { open: STAFF, names: { id: 'request' } },
  'GET /agreements/people/:id': { open: STAFF, names: { id: 'person' } },
  'GET /api/access/:person': { open: STAFF, names: { person: 'person' } },
  // Shut until the school opens it: then everybody reads it, which its own test shows.
  'GET /at/:organisation/policy': SHUT,
  'GET /at/:organisation/policy/on/:date': SHUT,
  'GET /at/:organisation/policy/on/:date/pdf': SHUT,
  'GET /at/:organisation/policy/pdf': SHUT,
  'GET /at/:organisation/policy/versions': SHUT,
  'GET /at/:organisation/policy/for/:reader': SHUT,
  'GET /at/:organisation/policy/of/:school': SHUT,
  'GET /at/:organisation/policy/of/:school/on/:date': SHUT,
  'GET /at/:organisation/policy/of/:school/on/:date/pdf': SHUT,
  'GET /at/:organisation/policy/of/:school/pdf': SHUT,
  'GET /at/:organisation/policy/of/:school/versions': SHUT,
  'GET /at/:organisation/policy/of/:school/for/:reader': SHUT,
  'GET /at/:organisation/tell': { open: EVERYBODY, open_things: { organisation: 'organisation' } },
  'GET /at/:organisation/tell/:teller/help': {
    open: EVERYBODY,
    open_things: { organisation: 'organisation' },
    fixed: { teller: 'older' },
  },
  'GET /at/:organisation/tell/:teller': {
    open: EVERYBODY,
    open_things: { organisation: 'organisation' },
    fixed: { teller: 'older' },
  },
  'POST /at/:organisation/tell/:teller': {
    open: EVERYBODY,
    open_things: { organisation: 'organisation' },
    fixed: { teller: 'older' },
  },
  'GET /at/:organisation/tell/back': { open: EVERYBODY, open_things: { organisation: 'organisation' } },
  'POST /at/:organisation/tell/back': { open: EVERYBODY, open_things: { organisation: 'organisation' } },
  'POST /at/:organisation/tell/back/write': { open: EVERYBODY, open_things: { organisation: 'organisation' } },
  'GET /tell': { open: SIGNED_IN },
  'GET /tell/named': { open: SIGNED_IN },
  'POST /tell/named': { open: SIGNED_IN },
  'GET /tell/mine/:id': { open: ['pupil'], names: { id: 'concern' } },
  'POST /tell/mine/:id': { open: ['pupil'], names: { id: 'concern' } },
  'GET /concerns': { open: STAFF_AND_GOVERNORS },
  'GET /concerns.csv': { open: STAFF_AND_GOVERNORS },
  'GET /concerns/print': { open: STAFF_AND_GOVERNORS },
  'POST /concerns/chosen': { open: STAFF_AND_GOVERNORS, fields: { do: 'print' } },
  'GET /concerns/:id': { open: HEARERS, names: { id: 'concern' } },
  'POST /concerns/:id/take': { open: HEARERS, names: { id: 'concern' } },
  'POST /concerns/:id/reply': { open: HEARERS, names: { id: 'concern' } },
  'POST /concerns/:id/note': { open: HEARERS, names: { id: 'concern' } },
  'POST /concerns/:id/staff': { open: HEARERS, names: { id: 'concern' } },
  'GET /concerns/:id/close': { open: HEARERS, names: { id: 'concern' } },
  'POST /concerns/:id/close': { open: HEARERS, names: { id: 'concern' } },
  'GET /duties': { open: STAFF_AND_GOVERNORS },
  'GET /duties/done': { open: STAFF_AND_GOVERNORS },
  'GET /duties.ics': { open: STAFF_AND_GOVERNORS },
  'GET /duties/all': { open: OVERSEERS },
  'GET /duties.csv': { open: OVERSEERS },
  'GET /duties/print': { open: OVERSEERS },
  'POST /duties/chosen': { open: STAFF_AND_GOVERNORS, fields: { do: 'print' } },
  'GET /duties/:id/missed': { open: STAFF_AND_GOVERNORS, names: { id: 'duty' } },
  'POST /duties/:id/missed': { open: ['named'], names: { id: 'duty' } },
  'GET /duties/:id': { open: STAFF_AND_GOVERNORS, names: { id: 'duty' } },
  'POST /duties/:id': { open: ['named'], names: { id: 'duty' } },
  'GET /notices': { open: SIGNED_IN },
  'POST /notices/read': { open: SIGNED_IN },
  'GET /outbox': { open: STAFF },
  'GET /agreements/requests/:id/here/:signer': { open: [], names: { id: 'request', signer: 'person' } },
  'POST /agreements/requests/:id/here/:signer': { open: [], names: { id: 'request', signer: 'person' } },
  'GET /measures': { open: STAFF_AND_GOVERNORS },
  'GET /measures.csv': { open: STAFF_AND_GOVERNORS },
  'GET /measures/print': { open: STAFF_AND_GOVERNORS },
  'GET /measures/:id': { open: STAFF_AND_GOVERNORS, fixed: { id: 'passwords' } },
  'POST /measures/:id': { open: CHECKERS, fixed: { id: 'passwords' } },
  'GET /visitors': { open: IMPORTERS },
  'GET /visitors/new': { open: IMPORTERS },
  'POST /visitors/new': { open: IMPORTERS },
  'GET /visitors/:id': { open: [], names: { id: 'person' } },
  'POST /visitors/:id/leave': { open: [], names: { id: 'person' } },
  'GET /people': { open: IMPORTERS },
  'GET /people/no-signatory': { open: IMPORTERS },
  'GET /people/me': { open: STAFF },
  'GET /people/:id': { open: STAFF, names: { id: 'person' } },
  'POST /people/:id/facts': { open: [], names: { id: 'person' } },
  'POST /people/:id/away': { open: IMPORTERS, names: { id: 'person' } },
  'POST /people/:id/back': { open: [], names: { id: 'person' }, fields: { absence: NO_ABSENCE } },
  'GET /people/import': { open: IMPORTERS },
  // Its token travels in the address of its own page: without one nobody gets past.
  'POST /people/import': { open: [] },
  'GET /people/import/:id': { open: [], names: { id: 'roster' } },
  'POST /people/import/:id': { open: [], names: { id: 'roster' }, fields: { seen: '0'.repeat(64) } },
  'GET /people/import/:id/faults.csv': { open: [], names: { id: 'roster' } },
  'GET /people/import/:id/changes.csv': { open: [], names: { id: 'roster' } },
  'GET /registers': { open: SIGNED_IN },
  'GET /registers/:kind': { open: SIGNED_IN, fixed: register },
  'GET /registers/:kind/file.csv': { open: SIGNED_IN, fixed: register },
  'GET /registers/:kind/print': { open: SIGNED_IN, fixed: register },
  'GET /registers/:kind/new': { open: ['network'], fixed: register },
  'POST /registers/:kind/new': { open: ['network'], fixed: register },
  'GET /entries/:id': { open: KEEPERS, names: entry },
  'GET /entries/:id/steps/:step': { open: KEEPERS, names: { ...entry, step: 'entryStep' } },
  'POST /entries/:id/steps/:step': { open: KEEPERS, names: { ...entry, step: 'entryStep' } },
  'GET /entries/:id/people': { open: KEEPERS, names: entry },
  'POST /entries/:id/people': { open: KEEPERS, names: entry },
  'GET /entries/:id/people/:person/remove': { open: [], names: { ...entry, person: 'inCase' } },
  'POST /entries/:id/people/:person/remove': { open: [], names: { ...entry, person: 'inCase' } },
  'GET /entries/:id/move/:flow': { open: KEEPERS, names: entry, fixed: { flow: 'illegal' } },
  'POST /entries/:id/move/:flow': { open: KEEPERS, names: entry, fixed: { flow: 'illegal' } },
  'GET /entries/:id/close': { open: KEEPERS, names: entry },
  'POST /entries/:id/close': { open: KEEPERS, names: entry },
  'GET /entries/:id/void': { open: ['network'], names: entry },
  'POST /entries/:id/void': { open: ['network'], names: entry },
  'GET /incidents': { open: STAFF_AND_GOVERNORS },
  'GET /incidents.csv': { open: STAFF_AND_GOVERNORS },
  'GET /incidents/print': { open: STAFF_AND_GOVERNORS },
  'POST /incidents/chosen': { open: STAFF_AND_GOVERNORS, fields: { do: 'read' } },
  'GET /incidents/new': { open: OPENERS },
  'POST /incidents/new': { open: OPENERS },
  'GET /incidents/:id': { open: HANDLERS, names: incident },
  'GET /incidents/:id/steps/:step': { open: HANDLERS, names: { ...incident, step: 'step' } },
  'POST /incidents/:id/steps/:step': { open: HANDLERS, names: { ...incident, step: 'step' } },
  'GET /incidents/:id/people': { open: HANDLERS, names: incident },
  'POST /incidents/:id/people': { open: HANDLERS, names: incident },
  'GET /incidents/:id/move/:flow': { open: HANDLERS, names: incident, fixed: { flow: 'illegal' } },
  'POST /incidents/:id/move/:flow': { open: HANDLERS, names: incident, fixed: { flow: 'illegal' } },
  'GET /incidents/:id/close': { open: HANDLERS, names: incident },
  'POST /incidents/:id/close': { open: HANDLERS, names: incident },
  'GET /classes/cards': { open: IMPORTERS },
  'GET /classes/cards/:classId': { open: IMPORTERS, names: { classId: 'class' } },
  'POST /classes/cards/:classId': { open: IMPORTERS, names: { classId: 'class' } },
  'POST /classes/cards/:classId/revoke': {
    open: [],
    names: { classId: 'class' },
    fields: { card: '01a20250-71d3-77bf-8a63-f0361419f43a' },
  },
  'GET /sign-in/letter': { open: EVERYBODY },
  'POST /sign-in/letter': { ends: true, open: EVERYBODY },
  'GET /letters': { open: IMPORTERS },
  'GET /letters/staff': { open: IMPORTERS },
  'POST /letters/staff': { open: IMPORTERS },
  'GET /letters/:classId': { open: IMPORTERS, names: { classId: 'class' } },
  'POST /letters/:classId': { open: IMPORTERS, names: { classId: 'class' } },
  'GET /incidents/:id/people/:person/remove': { open: HANDLERS, names: { ...incident, person: 'inCase' } },
  'POST /incidents/:id/people/:person/remove': { open: HANDLERS, names: { ...incident, person: 'inCase' } },
  'GET /incidents/:id/teacher': { open: HANDLERS, names: incident },
  'POST /incidents/:id/teacher': { open: HANDLERS, names: incident },
  'GET /incidents/:id/void': { open: HANDLERS, names: incident },
  'POST /incidents/:id/void': { open: HANDLERS, names: incident },
  'GET /notes': { open: STAFF },
  'GET /notes/:id': { open: [], names: { id: 'roster' } },
}
