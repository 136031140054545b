import { expect, test } from 'vitest'
import { manifestText } from './manifest.ts'
import { redactionOf } from './redact.ts'

const tomasz = { id: '0190a1b2-0000-7000-8000-000000000001', name: 'Tomasz Lark-O’Neill' }
const redaction = redactionOf([tomasz, { id: 'x1', name: 'José Ørsted' }], ['the blue car'])

test('a name is withheld whole, in its parts and halves, however its accents are written', () => {
  const text = 'TOMASZ wrote to Lark, and Neill answered Jose\u0301 about the blue car. Larkspur stays.'
  expect(redaction.text(text)).toBe(
    '[person 1] wrote to [person 1], and [person 1] answered [person 2] about [withheld]. Larkspur stays.',
  )
  expect([redaction.touches('Nobody, cafe\u0301'), redaction.count]).toEqual([false, 3])
})

test('the ledger’s details stay behind where a name begins a line, stands in quotes or is a key', () => {
  const said = [{ says: 'It was\nTomasz who began' }, { says: '\tTomasz' }, { says: 'He said "Lark"' }, { Tomasz: 1 }]
  const ledger = [...said, { says: 'It was nobody\nat all' }].map((details) => ({
    ...{ seq: 1, details: { salt: '00', text: JSON.stringify(details) } },
  }))
  const facts = {
    ...{
      evidence: { record: { reference: 'INC-1' } },
      ledger,
      school: 'Larkbeck',
      at: Temporal.Instant.from('2026-11-23T10:00Z'),
    },
    seal: { seq: 1, hash: '00', at: Temporal.Instant.from('2026-11-23T10:00Z') },
  }
  const text = manifestText(facts as never, { pdf: Buffer.from(''), files: [], left: [] }, redaction)
  expect(text).not.toContain('Tomasz')
  expect(JSON.parse(text).ledger.map((entry: { withheld?: true }) => entry.withheld ?? false)).toEqual([
    ...[true, true, true, true, false],
  ])
})
