import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { TestApp } from './app.ts'
import type { Answer, Browser } from './browser.ts'
import type { TestDatabase } from './database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from './given.ts'
import { givenPolicy } from './policy.ts'

/** A school with a lead, two colleagues with passwords, and a browser of the lead. */
export interface EvidenceSchool {
  readonly organisation: GivenOrganisation
  readonly lead: PersonActor
  readonly ben: PersonActor
  readonly sam: PersonActor
  readonly browser: Browser
  /** Opens a case of a kind; says its id. */
  open(category: string): Promise<string>
  /** Sends a file as a screenshot, as the form does. */
  send(record: string, file: { name: string; content: Buffer }, words?: Record<string, string>): Promise<Answer>
  /** Signs whatever an item still waits for, each with their own password. */
  signAll(item: string): Promise<void>
}

/** What the form of a screenshot holds. */
export const SHOT_WORDS = {
  title: 'The group chat',
  shows: 'Three messages',
  computer: 'LB-0318',
  username: 'tobi.m',
  'at-day': '23',
  'at-month': '11',
  'at-year': '2026',
  'at-time': '9:15',
  by: 'Ben Adeyemi, staff',
  witness: 'Sam Pritchard, staff',
}

/** Makes it. The password of everybody is their own id. */
export async function givenEvidenceSchool(t: TestDatabase, kept: TestApp): Promise<EvidenceSchool> {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'specialist-group')
  const staff = (name: string, posts: string[] = []) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Priya Raman', ['dsl'])
  const [ben, sam] = [await staff('Ben Adeyemi'), await staff('Sam Pritchard')]
  // A new password ends the sessions of before.
  for (const person of [lead, ben, sam]) await givenPassword(kept, person)
  const browser = await kept.signedIn(lead)
  const open = (category: string) =>
    t.as(lead, async (tx) => {
      const { schoolId } = organisation
      const details = { title: 'Unkind group chat', category, occurredAt: null, fields: {}, people: [] }
      return (await openRecord(tx, lead, { kind: 'incident', schoolId, ...details })).id
    })
  const send: EvidenceSchool['send'] = async (record, file, words = SHOT_WORDS) => {
    const page = await browser.get(`/evidence/of/${record}/add/screenshot`)
    if (page.status !== 200) throw new Error(`no form, but ${page.status}: ${page.text.slice(0, 300)}`)
    const { action } = page.form(`/evidence/of/${record}/send/screenshot`)
    return browser.upload(action, words, { field: 'file', type: 'image/png', ...file })
  }
  const signAll = async (item: string) => {
    for (;;) {
      const [, at, name] = /"(\/evidence\/sign\/[^"]+)">(\S+) /.exec((await browser.get(item)).body) ?? []
      if (at === undefined) return
      const who = name === 'Ben' ? ben : name === 'Sam' ? sam : lead
      const signed = await browser.post(at, { how: 'password', password: who.personId })
      if (signed.status !== 303) throw new Error(`not signed: ${signed.text.slice(0, 500)}`)
    }
  }
  return { organisation, lead, ben, sam, browser, open, send, signAll }
}

async function givenPassword(kept: TestApp, { organisationId, personId }: PersonActor): Promise<void> {
  const userId = await kept.identity.ensureUser({ organisationId, personId, email: `${personId}@larkbeck.example` })
  await kept.identity.setPassword(userId, personId, { minimum: 8, mix: 1 })
}
