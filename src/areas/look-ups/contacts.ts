import { type HelpContact, saySource } from '#areas/records/index.ts'
import { wordsOf } from '#pack/engines/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Asker } from './asker.ts'
import { type Paper, piecesOf } from './documents.ts'

/** The contacts that help somebody, as a page shows them. */
export interface ContactGroup {
  /** Whom they help: `Pupils`. */
  readonly title: string
  readonly lines: readonly (Pick<HelpContact, 'id' | 'name' | 'offers' | 'phone' | 'web'> & {
    /** Where it comes from, for those who keep it up. */
    readonly source: string | null
  })[]
}

/** The contacts by whom they help: of these, those that help whoever looks; staff see all. */
export function contactGroups(
  pack: Pack,
  contacts: readonly HelpContact[],
  { parties, staff, language }: Pick<Asker, 'parties' | 'staff' | 'language'>,
): ContactGroup[] {
  const meant = [...new Set(contacts.flatMap((one) => one.helps))].filter((party) => staff || parties.includes(party))
  return meant.map((party) => {
    const says = pack.parties[party.slice('party/'.length)]?.says
    return {
      title: says === undefined ? party : capital(wordsOf(says, language)),
      lines: contacts
        .filter((one) => one.helps.includes(party))
        .map(({ id, name, offers, phone, web, source }) => ({
          id,
          name,
          offers,
          phone,
          web,
          source: staff ? saySource(source) : null,
        })),
    }
  })
}

/** Documents without those whom a register of contacts names here: they are said once, as the school keeps them. */
export function withoutContacts(papers: readonly Paper[], groups: readonly ContactGroup[]): Paper[] {
  const named = new Set(groups.flatMap((group) => group.lines.map((line) => line.name)))
  return papers
    .map((paper) => ({
      ...paper,
      paragraphs: paper.paragraphs.filter((paragraph) => {
        const [name] = piecesOf(paragraph)
        return name?.kind !== 'name' || !named.has(name.text)
      }),
    }))
    .filter((paper) => paper.paragraphs.length > 0)
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
