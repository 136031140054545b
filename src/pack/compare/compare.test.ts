import { describe, expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import type { Pack } from '../types/pack.ts'
import { bySection } from './by-section.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'
import { touchedAssents } from './touched-assents.ts'

const pack = readPack('independent-school')

/** What an edit changes, in words, with what it is proposed to be. */
function edited(edit: (draft: Pack) => void) {
  const after = structuredClone(pack)
  edit(after)
  const found = comparePacks(pack, after)
  const said = [
    ...found.clauses.flatMap((one) => one.says.map((says) => `${one.id}: ${says}`)),
    ...found.things.flatMap((one) => [
      ...(one.says === '' ? [] : [`${one.change}: ${one.says}`]),
      ...one.differences.map((each) => `${one.title}: ${each.says}`),
    ]),
    ...found.whole.map((one) => one.says),
  ]
  return { after, found, said, proposal: proposeMaterial(pack, after, found), assents: touchedAssents(after, found) }
}

/** The thing, which the pack has. */
function the<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the pack has no such thing')
  return thing
}
const clause = (draft: Pack, id: string) => the(draft.clauses.find((one) => one.id === id))
const freeClause = () => {
  const signed = JSON.stringify(Object.values(pack.assents))
  return the(
    pack.clauses.find(
      (one) =>
        !signed.includes(`"${one.id}"`) &&
        one.kept_by.length > 0 &&
        !one.kept_by.some((ref) => ref.startsWith('assent/')),
    ),
  ).id
}

describe('clauses', () => {
  test('a rewording is marked word by word', () => {
    const id = freeClause()
    const { found } = edited((draft) => {
      const one = clause(draft, id)
      one.says = `Gladly, ${String(one.says)}`
    })
    expect(found.clauses).toMatchObject([{ id, change: 'changed', facets: ['wording'] }])
    expect(found.clauses[0]?.marks[0]).toEqual({ kind: 'added', text: 'Gladly, ' })
    expect(found.things).toEqual([])
  })

  test('strength, section, place and what keeps it are told apart', () => {
    const { said, found } = edited((draft) => {
      clause(draft, 'T-004').strength = 'may'
      clause(draft, 'T-005').section = the(draft.sections[5]).id
      clause(draft, 'T-006').kept_by = ['document/policy']
      const [last] = draft.clauses.splice(-1)
      draft.clauses.unshift(the(last))
    })
    expect(found.clauses.map((one) => [one.id, one.facets])).toEqual([
      [the(pack.clauses.at(-1)).id, ['moved']],
      ['T-004', ['strength']],
      ['T-005', ['moved']],
      ['T-006', ['kept_by']],
    ])
    expect(said).toContain('T-004: “must” becomes “may”')
    expect(said.find((one) => one.startsWith('T-005'))).toMatch(/^T-005: moves from “.+” to “.+”$/)
    expect(said.find((one) => one.startsWith('T-006'))).toMatch(/now kept by “E-safety and data security policy”/)
  })

  test('new and removed clauses are told in their section', () => {
    const { found, after } = edited((draft) => {
      draft.clauses.splice(1, 1)
      draft.clauses.push({ ...the(draft.clauses[0]), id: 'T-999', says: 'A new promise.' })
    })
    expect(found.clauses.map((one) => [one.id, one.change])).toEqual([
      ['T-999', 'added'],
      [the(pack.clauses[1]).id, 'removed'],
    ])
    expect(bySection(pack, after, found).map((one) => [one.id, one.clauses.length])).toEqual([
      [the(pack.clauses[0]).section, 2],
    ])
  })
})

describe('constructs, in plain words', () => {
  test.each<[string, (draft: Pack) => void]>([
    [
      'Amend the policy after a change of technology: within 1 month (the policy says “amended on the adoption of new technologies”) becomes within 2 days',
      (draft) => {
        const duty = the(Object.values(draft.duties).find((one) => 'on' in one && one.on === 'technology.changed'))
        Object.assign(duty, { within: '2 days' })
      },
    ],
    [
      'Usual minimum age of online services: the value: 13 becomes 14',
      (draft) => {
        the(Object.values(draft.settings)[0]).value = 14
      },
    ],
    [
      'Student e-safety agreement: statement 2: spelt differently',
      (draft) => {
        const item = the(draft.assents.student_agreement?.items[1])
        item.says = typeof item.says === 'string' ? `${item.says}!` : { ...item.says, en: `${item.says.en}!` }
      },
    ],
    [
      'Concern: how long it is kept: for 6 years becomes for 3 years',
      (draft) => {
        the(Object.values(draft.records)[0]).keep = { for: '3 years', after: 'end' }
      },
    ],
    [
      'the word for “pupil”: “student” becomes “learner”',
      (draft) => {
        draft.terms.pupil = 'learner'
      },
    ],
    [
      'E-safety and data security policy: what brings the review forward drops when the technology changes',
      (draft) => {
        the(draft.documents.policy?.review).sooner_on.splice(0, 1)
      },
    ],
  ])('%s', (says, edit) => {
    expect(edited(edit).said).toEqual([says])
  })

  test('what is new or gone is said as its sentence', () => {
    const [first] = Object.keys(pack.duties)
    const { said } = edited((draft) => {
      draft.duties.another = structuredClone(the(draft.duties[the(first)]))
      delete draft.duties[the(first)]
    })
    expect(said.map((one) => one.split(':')[0])).toEqual(['removed', 'added'])
  })
})

describe('material change or correction', () => {
  const proposals: readonly [string, boolean, (draft: Pack) => void][] = [
    [
      'wording of a clause nobody signs',
      false,
      (draft) => {
        const one = clause(draft, freeClause())
        one.says = `Gladly, ${String(one.says)}`
      },
    ],
    [
      'a number in a clause',
      true,
      (draft) => {
        const one = clause(draft, freeClause())
        one.says = `${String(one.says)} Within 3 days.`
      },
    ],
    [
      'spelling in a statement that is signed',
      false,
      (draft) => {
        const item = the(the(Object.values(draft.assents)[0]).items[0])
        item.says = {
          en: `${typeof item.says === 'string' ? item.says : item.says.en}.`,
          ...(typeof item.says === 'string' ? {} : { 'en-easy': the(item.says['en-easy']) }),
        }
      },
    ],
    [
      'a statement that is signed',
      true,
      (draft) => {
        the(the(Object.values(draft.assents)[0]).items[0]).says = 'I am kind to everybody.'
      },
    ],
    [
      'whom a notice goes to',
      true,
      (draft) => {
        the(Object.values(draft.notify)[0]).to = 'party/head'
      },
    ],
    [
      'a gate',
      true,
      (draft) => {
        const gate = the(Object.values(draft.guards)[0])
        gate.active = !gate.active
      },
    ],
    [
      'how binding a clause is',
      true,
      (draft) => {
        clause(draft, 'T-004').strength = 'may'
      },
    ],
    [
      'the order of clauses',
      false,
      (draft) => {
        draft.clauses.push(...draft.clauses.splice(2, 1))
      },
    ],
  ]
  test.each(proposals)('%s', (_, material, edit) => {
    const { proposal } = edited(edit)
    expect(proposal.material).toBe(material)
    expect(proposal.because.length).toBeGreaterThan(0)
  })

  test('the agreements that a change touches are named with their statements', () => {
    const { assents } = edited((draft) => {
      the(draft.assents.student_agreement?.items[0]).says = 'I am kind to everybody.'
      Object.assign(the(Object.values(draft.assents).at(-1)), { reminders: { first: '3 days', at_most: 1 } })
    })
    expect(assents).toEqual([
      {
        assent: 'student_agreement',
        title: 'Student e-safety agreement',
        change: 'changed',
        items: [the(pack.assents.student_agreement?.items[0]).id],
        spellingOnly: false,
        askedAgain: true,
      },
    ])
  })
})
