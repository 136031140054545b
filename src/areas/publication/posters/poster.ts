import type { Pack } from '#pack/types/pack.ts'
import type { Reader } from '../readers.ts'
import { isPupil, languageOf } from '../readers.ts'
import { summaryFor } from '../summary.ts'
import type { HelpPaper } from '../types.ts'

/** What stands on a poster, for one kind of reader. */
export interface Poster {
  readonly reader: Reader
  readonly title: string
  readonly lede: string
  readonly rulesTitle: string
  readonly rules: readonly string[]
  /** The posts that read what is told. */
  readonly heardBy: readonly string[]
  readonly helps: readonly PosterHelp[]
}

/** Somebody outside the school who helps, and how to reach them. */
export interface PosterHelp {
  readonly who: string
  readonly contact: string
}

const MOST_RULES = 6
const LONGEST_RULE = 95
const MOST_HELPS = 4
const MOST_OWN = 2
const LONGEST_WHO = 70

/**
 * A poster from the rules of a pack: its short statements, the posts that hear, and whom it names for help. `own` are the
 * school's contacts for this reader; they come right after whom to ring in danger.
 */
export function posterFor(pack: Pack, reader: Reader, own: readonly PosterHelp[] = []): Poster {
  const summary = summaryFor(pack, reader)
  const easy = languageOf(reader) === 'en-easy'
  // The rules that are agreed to come first; where there are none, what is told.
  const asked = ['agree', 'told', 'choose', 'object'] as const
  const items = asked
    .flatMap((way) => summary.agreements.filter((one) => one.way === way && one.only === null))
    .flatMap((agreement) => agreement.items)
    .map((item) => item.says)
  const short = items.filter((says) => says.length <= LONGEST_RULE)
  return {
    reader,
    title: isPupil(reader) || reader === 'parent' ? 'Worried about something online?' : 'Is something wrong online?',
    lede: isPupil(reader)
      ? 'You can tell us. You do not have to give your name, and you are not in trouble.'
      : 'Tell the school. You need no proof, and you need not give your name.',
    rulesTitle: easy ? 'Our rules' : 'What we have agreed',
    rules: [...new Set(short)].slice(0, MOST_RULES),
    heardBy: summary.heardBy,
    helps: withOwn(helpsOf(summary.helps, reader), own).slice(0, MOST_HELPS),
  }
}

/** Those of the policy with the school's own after the first, each number once; some room is left for the policy's. */
function withOwn(helps: readonly PosterHelp[], own: readonly PosterHelp[]): PosterHelp[] {
  const [emergency, ...rest] = helps
  const known = new Set(helps.map(numberOf))
  const fresh = [...new Map(own.map((one) => [numberOf(one), one])).values()]
    .filter((one) => one.who.length <= LONGEST_WHO && !known.has(numberOf(one)))
    .slice(0, MOST_OWN)
  return [...(emergency === undefined ? [] : [emergency]), ...fresh, ...rest]
}

const numberOf = ({ contact }: PosterHelp): string => contact.replace(/\D/g, '') || contact

/** Whom to call first, whatever the pack names. */
const EMERGENCY: PosterHelp = { who: 'In danger now', contact: '999' }

function helpsOf(papers: readonly HelpPaper[], reader: Reader): PosterHelp[] {
  const found = papers
    .flatMap((paper) => paper.paragraphs)
    .flatMap((pieces): PosterHelp[] => {
      const who = pieces.find((piece) => piece.kind === 'name')?.text
      const contact = pieces
        .filter((piece) => piece.kind === 'phone' || piece.kind === 'web')
        .map((piece) => piece.text)
      return who === undefined || who.length > LONGEST_WHO || contact.length === 0
        ? []
        : [{ who, contact: contact.slice(0, 2).join(', ') }]
    })
  const emergency = found.find((one) => one.contact.startsWith('999')) ?? EMERGENCY
  const rest = found.filter((one) => one !== emergency && !(isPupil(reader) && FOR_ADULTS.test(one.who)))
  // What the policy names for this very reader comes before what it names for everybody.
  const own = rest.filter((one) => FOR_THEM[reader]?.test(one.who) ?? false)
  return [emergency, ...own, ...rest.filter((one) => !own.includes(one))]
}

const FOR_ADULTS = /\b(adults|staff|parents)\b/i
const FOR_THEM: Readonly<Partial<Record<Reader, RegExp>>> = {
  staff: /\bstaff|\bprofessional/i,
  parent: /\b(parents|adults)\b/i,
}
