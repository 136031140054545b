import { afterAll, describe, expect, test } from 'vitest'
import { closePdf, renderPdf } from '#platform/pdf/render-pdf.ts'
import { packNamed } from '#tests/support/packs.ts'
import { pdfInsides, pdfText } from '#tests/support/read-pdf.ts'
import { agreementText } from './agreement-text.ts'
import { certificateOf } from './certificate.ts'
import type { SignatureProof } from './queries/read-signature.ts'

afterAll(closePdf)

const pack = packNamed('special-all-through')
const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
const proof = (name: string): SignatureProof => ({
  id: '01939f6e-0000-7000-8000-000000000001',
  requestId: '01939f6e-0000-7000-8000-000000000002',
  aboutId: '01939f6e-0000-7000-8000-000000000003',
  assent: 'adult_code',
  about: name,
  signer: name,
  typedName: name,
  capacity: 'self',
  outcome: 'signed',
  way: 'paper',
  signedAt: at,
  recordedAt: at,
  recordedBy: 'Olu Adeyemi',
  reason: null,
  since: [],
  answers: { professional: true, own_details: true },
  fields: { job_title: `Teacher ${name}` },
  text: agreementText(pack, 'adult_code'),
  textHash: 'ab'.repeat(32),
  policy: {
    id: '01939f6e-0000-7000-8000-000000000004',
    number: 3,
    title: 'E-safety and acceptable use policy',
    inForceOn: Temporal.PlainDate.from('2026-09-04'),
    publishedAt: at,
    pack,
  },
  entry: { seq: 1204, hash: '7f3a91c0'.repeat(8), at },
  seal: { seq: 1205, hash: '0c1d2e3f'.repeat(8), at },
  organisation: 'Larkbeck School',
  zone: 'Europe/London',
})
const squeezed = (text: string) => text.replace(/\s/g, '')

describe('the certificate of a signature', () => {
  test.each([
    ['Chinese', '欧阳娜娜'],
    ['Japanese', '渡辺さくら'],
    ['Ethiopic', 'ሰላማዊት'],
    ['Gurmukhi', 'ਹਰਪ੍ਰੀਤ'],
    ['Arabic', 'فاطمة الزهراء'],
    ['marks that no font has', 'Ka𓀀te'],
  ])('is drawn for a name in %s', async (_, name) => {
    const pdf = await renderPdf(certificateOf(proof(name), at), { standard: 'ua-1' })
    const text = await pdfText(pdf)
    // A replacement mark stands before the code of what no font can draw.
    const shown = name.replace('Ka𓀀', '(U+13000)')
    expect(squeezed(text)).toContain(squeezed(shown))
    expect(pdfInsides(pdf)).toMatch(/<pdfuaid:part>1</)
  })

  test('says what, who, when, how, the version, the entry and the seal', async () => {
    const text = await pdfText(await renderPdf(certificateOf(proof('Sam Pritchard'), at), { standard: 'ua-1' }))
    for (const words of [
      'Acceptable use agreement and code of conduct (adults)',
      'Sam Pritchard (for themselves)',
      '23 November 2026 at 10:00',
      'On paper',
      'Olu Adeyemi',
      'version 3',
      '1204: 7f3a91c0',
      'Ledger seal 1205: 0c1d 2e3f 0c1d',
      'Teacher Sam Pritchard',
    ])
      expect(squeezed(text)).toContain(squeezed(words))
  })
})
