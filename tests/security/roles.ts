import { ROLES, type Role, type Things } from './world.ts'

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

export const EVERYBODY: readonly Role[] = ROLES
export const SIGNED_IN: readonly Role[] = EVERYBODY.filter((role) => role !== 'nobody')
export const STAFF: readonly Role[] = ['teacher', 'lead', 'head', 'network', 'named']
export const STAFF_AND_GOVERNORS: readonly Role[] = [...STAFF, 'governor']
/** Those who see the case of the test world: its circle without the person whom it names. */
export const HANDLERS: readonly Role[] = ['lead', 'head']
/** Those whom the pack lets open a case. */
export const OPENERS: readonly Role[] = ['lead', 'head', 'named', 'governor']

/** Those who see a concern that a pupil told: its circle. */
export const HEARERS: readonly Role[] = ['lead', 'head', 'named']
/** Those who look over everybody's duties. */
export const OVERSEERS: readonly Role[] = ['lead', 'head', 'governor', 'named']
/** Those who check the measures of the test world. */
export const CHECKERS: readonly Role[] = ['lead']
/** Those whose posts may bring people in. */
export const IMPORTERS: readonly Role[] = ['head', 'network']

/** An absence that nobody has. */
export const NO_ABSENCE = '01990000-0000-7000-8000-000000000000'

export const draft = { draft: 'draft' } as const
export const AT_CLAUSE = '?at=clauses/L-001'
export const AT_ASSENT = '?at=assents/primary_rules'

export const incident = { id: 'incident' } as const
export const evidence = { id: 'evidence' } as const
export const entry = { id: 'entry' } as const
/** The register of which the test world has an entry. */
export const register = { kind: 'equipment' } as const
/** Those who see the inventory of equipment. */
export const KEEPERS: readonly Role[] = ['lead', 'head', 'network']

/** Those who keep the policy of the test world: its owner. */
export const POLICY_KEEPERS: readonly Role[] = ['head']
/** Those who see what a period brought: its governors as well. */
export const REVIEWERS: readonly Role[] = [...POLICY_KEEPERS, 'governor']
/** A public page that no school of the test world has opened. */
export const SHUT: RouteRow = {
  open: [],
  names: { organisation: 'organisation' },
  fixed: { date: '2026-11-01', reader: 'parent' },
}
