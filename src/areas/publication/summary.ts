import { papersOf, piecesOf } from '#areas/look-ups/index.ts'
import { wordsOf } from '#pack/engines/words.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Assent } from '#pack/types/assent.ts'
import { audienceOf } from '#pack/types/assent.ts'
import type { Pack } from '#pack/types/pack.ts'
import { inOrder } from './in-order.ts'
import type { Reader } from './readers.ts'
import { audiencesOf, isPupil, languageOf } from './readers.ts'
import type { Summary, SummaryAgreement, SummaryRule } from './types.ts'

/** What the policy comes to for one kind of reader: made from the pack's own rules, with no word of our own about them. */
export function summaryFor(pack: Pack, reader: Reader): Summary {
  const language = languageOf(reader)
  const parties = audiencesOf(pack, reader)
  const certain = new Set([...parties].filter(([, verdict]) => verdict === 'yes').map(([party]) => party))
  return {
    reader,
    easy: language === 'en-easy',
    agreements: inOrder(pack, pack.assents)
      .flatMap(([id, assent]) => agreementFor(pack, reader, parties, id, assent) ?? [])
      .sort((a, b) => WAY_ORDER.indexOf(a.way) - WAY_ORDER.indexOf(b.way) || Number(b.filed) - Number(a.filed)),
    rules: Object.values(pack.conduct)
      .filter((rule) => rule.for.some((party) => certain.has(party)))
      .map((rule): SummaryRule => ({ says: wordsOf(rule.says, language), clauses: rule.clauses })),
    heardBy: postsThatHear(pack, language),
    told: isPupil(reader) ? [] : tellingSentences(pack, language),
    helps: papersOf(pack, language, (document) => document.helps.some((party) => certain.has(party))).map((paper) => ({
      id: paper.id,
      title: paper.title,
      paragraphs: paper.paragraphs.map(piecesOf),
    })),
    binding: pack.clauses.filter((clause) => clause.binds.some((party) => certain.has(party))).length,
  }
}

function agreementFor(
  pack: Pack,
  reader: Reader,
  parties: ReadonlyMap<string, 'yes' | 'unknown'>,
  id: string,
  assent: Assent,
): SummaryAgreement | null {
  // What is asked of the people in one record is nobody's beforehand.
  const audience = audienceOf(assent)
  const signer = audience === null ? null : signerOf(reader, parties, assent, audience)
  if (signer === null || audience === null) return null
  const language = languageOf(reader)
  // A question that is answered in words or on a scale is no rule: it is asked when it is asked.
  const items = assent.items.filter((item) => item.answer !== 'text' && item.answer !== 'scale')
  if (items.length === 0) return null
  const certain =
    reader === 'parent' && assent.about === 'each_pupil' ? isEverybody(pack, audience) : parties.get(audience) === 'yes'
  return {
    id,
    title: wordsOf(assent.says, language),
    // What a parent signs is introduced to the parent.
    intro: assent.intro === undefined || signer === 'parent' ? null : wordsOf(assent.intro, language),
    way: WAYS[assent.basis],
    filed: assent.certificate !== undefined,
    signer,
    only: certain ? null : whomItIsFor(pack, audience, language),
    items: items.map((item) => ({
      says: wordsOf(item.says, language),
      clauses: [...new Set([...item.clauses, ...item.states])],
    })),
  }
}

const WAY_ORDER: readonly SummaryAgreement['way'][] = ['agree', 'choose', 'object', 'told']
const WAYS = { acknowledgement: 'agree', consent: 'choose', objection: 'object', information: 'told' } as const

/** Who signs, as the reader sees it; null when the assent is not for this reader. */
function signerOf(
  reader: Reader,
  parties: ReadonlyMap<string, 'yes' | 'unknown'>,
  assent: Assent,
  audience: string,
): SummaryAgreement['signer'] | null {
  if (assent.about === 'self') return parties.has(audience) ? 'you' : null
  const asked = askedParts(assent.asked)
  const parents = asked.some((one) => one.of === 'parental_responsibility')
  const self = asked.some((one) => one.of === 'self')
  if (reader === 'parent') return parents ? 'you' : null
  if (!isPupil(reader) || !parties.has(audience)) return null
  if (self) return parents ? 'both' : 'you'
  // What parents sign for a child holds rules for the child when the pack says them in easy words.
  const spoken = assent.items.some((item) => typeof item.says !== 'string' && item.says['en-easy'] !== undefined)
  return assent.basis === 'acknowledgement' && spoken ? 'parent' : null
}

function askedParts(asked: Assent['asked']): readonly { readonly of: string }[] {
  if ('of' in asked) return [asked]
  const several = 'all_of' in asked ? asked.all_of : asked.in_order
  return several.flatMap((one) => ('of' in one ? [one] : []))
}

/** Whether an audience is all people of its kind. */
function isEverybody(pack: Pack, ref: string): boolean {
  const party = pack.parties[ref.slice('party/'.length)]
  return party?.kind === 'audience' && party.when === undefined && party.except.length === 0
}

function whomItIsFor(pack: Pack, ref: string, language: string): string | null {
  const says = pack.parties[ref.slice('party/'.length)]?.says
  return says === undefined ? null : wordsOf(says, language)
}

/** The posts that read what somebody tells, in the policy's own words; never who holds them. */
function postsThatHear(pack: Pack, language: string): string[] {
  const posts = (pack.records.concern?.sight ?? []).flatMap((sight) => {
    if (sight.sees !== 'all' || sight.when !== undefined || !sight.who.startsWith('party/')) return []
    const party = pack.parties[sight.who.slice('party/'.length)]
    return party?.kind === 'post' ? [new Words(pack, language).one(sight.who)] : []
  })
  return [...new Set(posts)]
}

const tellingSentences = (pack: Pack, language: string): string[] =>
  Object.entries(pack.notify)
    .filter(([, notify]) => notify.on === 'record/concern#opened')
    .map(([id]) => sentenceOf(pack, `notify/${id}`, language))
