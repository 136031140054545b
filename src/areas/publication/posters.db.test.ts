import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePdf, renderPdf } from '#platform/pdf/render-pdf.ts'
import { openPolicyPage } from '#src/sample/open-policy-page.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { pdfInsides, pdfText } from '#tests/support/read-pdf.ts'
import { policyDocument } from './policy-document.ts'
import { posterFor } from './posters/poster.ts'
import type { Sheet } from './posters/poster-document.ts'
import { letterDocument, posterDocument } from './posters/poster-document.ts'
import { READERS } from './readers.ts'
import { summaryFor } from './summary.ts'

const t = useDatabase()
const app = useApp(t)
afterAll(closePdf)

const PACKS = ['independent-school', 'primary-federation', 'special-all-through', 'specialist-group', 'village-primary']
const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
const sheet: Sheet = {
  school: 'Larkbeck School',
  policy: 'E-safety policy',
  version: 3,
  tellUrl: 'https://kept.larkbeck.example/at/larkbeck/tell/young',
  tellShort: 'kept.larkbeck.example/at/larkbeck/tell',
  policyShort: 'kept.larkbeck.example/at/larkbeck/policy',
  now: at,
}
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
const squeezed = (text: string): string => text.replace(/\s/g, '')

describe.each(PACKS)('the papers of %s', (name) => {
  const pack = packNamed(name)

  test('posters are one tagged page for each reader, with what the pack says', async () => {
    for (const reader of READERS) {
      const poster = posterFor(pack, reader)
      expect(poster.helps[0]?.contact, reader).toMatch(/^999/)
      const pdf = await renderPdf(posterDocument(poster, sheet), { standard: 'ua-1' })
      expect(pagesOf(pdf), reader).toBe(1)
      expect(pdfInsides(pdf)).toMatch(/<pdfuaid:part>1</)
    }
    const young = posterFor(pack, 'young')
    expect(young.rules.length).toBeGreaterThan(3)
    expect(young.heardBy.length).toBeGreaterThan(0)
    const staff = await renderPdf(letterDocument(summaryFor(pack, 'staff'), sheet), { standard: 'ua-1' })
    expect(pdfInsides(staff)).toMatch(/<pdfuaid:part>1</)
  })

  test('the policy is tagged, with every clause, table and agreement', async () => {
    const version = {
      id: 'v',
      number: 3,
      title: 'Policy',
      hash: 'ab'.repeat(32),
      publishedAt: at,
      inForceOn: Temporal.PlainDate.from('2026-09-04'),
      note: 'Phones are clearer.',
      material: true,
      approvedBy: 'the governing body',
      approvedOn: Temporal.PlainDate.from('2026-07-04'),
      minute: 'FGB 12/3',
      reviewDueOn: Temporal.PlainDate.from('2027-07-04'),
    }
    const seal = { seq: 1204, hash: '7f3a91c0'.repeat(8) }
    const printed = {
      pack,
      title: 'Policy',
      schoolId: null,
      school: 'Larkbeck School',
      version,
      seal,
      zone: 'Europe/London',
    }
    const pdf = await renderPdf(policyDocument(printed), { standard: 'ua-1' })
    const insides = pdfInsides(pdf)
    expect(insides).toMatch(/<pdfuaid:part>1</)
    expect(insides).toMatch(/\/S \/TOC\b/)
    expect(/\/S \/TH\b/.test(insides)).toBe(Object.keys(pack.tables).length > 0)
    const text = await pdfText(pdf)
    for (const clause of pack.clauses) expect(text, clause.id).toContain(clause.id)
    for (const words of [
      'Approved by the governing body on 4 July 2026, minute FGB 12/3.',
      'Ledger seal 1204: 7f3a 91c0 7f3a',
      'abababab abababab',
      '4 July 2027',
      'Phones are clearer.',
    ])
      expect(squeezed(text)).toContain(squeezed(words))
  })
})

describe('the page of posters and letters', () => {
  let school: GivenOrganisation
  beforeAll(async () => {
    school = await givenOrganisation(t)
    await givenPolicy(t, school)
  })

  test('leads staff to each poster and letter, and pupils nowhere', async () => {
    const teacher = await givenPerson(t, school, { kind: 'staff' })
    const pupil = await givenPerson(t, school, { kind: 'pupil', yearGroup: 4 })
    const page = await app.get('/policy/posters', teacher)
    for (const path of ['/policy/posters/young', '/policy/letters/parent/pdf']) expect(page.body).toContain(`"${path}"`)
    const poster = await app.get('/policy/posters/young', teacher)
    for (const rule of posterFor(packNamed('special-all-through'), 'young').rules) expect(poster.text).toContain(rule)
    expect(poster.text).toContain(`kept.example/at/${school.slug}/tell`)
    const letter = await app.get('/policy/letters/parent', teacher)
    expect(letter.text).toContain('What you choose: ')
    // A shut page is no place to send a family to.
    expect(letter.text).toContain('The whole policy: kept.example/policy')
    for (const path of ['/policy/posters/young/pdf', '/policy/letters/young/pdf', '/policy/leaflets/young/pdf']) {
      const pdf = await app.get(path, teacher)
      expect(pdf.headers['content-type']).toBe('application/pdf')
      expect(pdf.body).toMatch(/<pdfuaid:part>1</)
    }
    for (const path of [
      '/policy/posters',
      '/policy/posters/young',
      '/policy/letters/young/pdf',
      '/policy/leaflets/parent/pdf',
    ])
      expect((await app.get(path, pupil)).status).toBe(403)
    // Opened as the sample opens it, the page is where the letter leads.
    await givenPerson(t, school, { kind: 'staff', posts: ['head'] })
    await openPolicyPage(t.db, school.organisationId)
    const open = await app.get('/policy/letters/parent', teacher)
    expect(open.text).toContain(`The whole policy: kept.example/at/${school.slug}/policy`)
    const other = await givenOrganisation(t, 'Another School')
    expect((await app.get(`/policy/posters?school=${other.schoolId}`, teacher)).status).toBe(404)
  })

  test('names whom the school itself has on its register of contacts, each on the papers of those it helps', async () => {
    const village = await givenOrganisation(t)
    await givenPolicy(t, village, 'village-primary')
    const lead = await givenPerson(t, village, { kind: 'staff', posts: ['online_safety_lead'] })
    for (const [name, phone, helps] of [
      ['The school office', '01632 960123', 'parents'],
      ['The helpline for staff', '01632 960456', 'staff'],
    ] as const) {
      const contact = { contact_name: name, contact_phone: phone, contact_helps: [helps] }
      expect((await app.post('/registers/support_contact/new', contact, lead)).status).toBe(303)
    }
    const poster = await app.get('/policy/posters/parent', lead)
    expect(poster.text).toMatch(/In danger now\s+999.*The school office\s+01632 960123/)
    expect(poster.text).not.toContain('The helpline for staff')
    expect((await app.get('/policy/posters/young', lead)).text).not.toContain('The school office')
    const leaflet = await app.get('/policy/leaflets/staff/pdf', lead)
    expect(leaflet.status).toBe(200)
    expect(leaflet.body).toMatch(/<pdfuaid:part>1</)
    const own = [{ who: 'The helpline for staff', contact: '01632 960456' }]
    expect(posterFor(packNamed('village-primary'), 'staff', own).helps[1]).toEqual(own[0])
  })
})
