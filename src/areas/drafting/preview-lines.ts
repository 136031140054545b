import { textOf } from '#areas/policy/index.ts'
import { sayEvent, sayOccasion } from '#pack/sentences/moments.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'

/** A clause as its draft would have it on the board. */
export interface PreviewClause {
  readonly id: string
  readonly says: string
  readonly keptBy: readonly string[]
  readonly planned: readonly string[]
}

/** A section with its clauses, in the policy's order. */
export interface PreviewSection {
  readonly title: string
  readonly under: boolean
  readonly intro: string
  readonly clauses: readonly PreviewClause[]
}

/** The text of a draft by its sections. */
export function sectionsOf(pack: Pack): PreviewSection[] {
  const lines = Map.groupBy(pack.clauses, (clause) => clause.section ?? '')
  const own = pack.sections.map((section) => ({
    title: textOf(section.title),
    under: section.under !== undefined,
    intro: section.intro === undefined ? '' : textOf(section.intro),
    clauses: (lines.get(section.id) ?? []).map((clause) => lineOf(pack, clause)),
  }))
  const known = new Set(pack.sections.map(({ id }) => id))
  const rest = pack.clauses.filter(({ section }) => section === undefined || !known.has(section))
  return rest.length === 0
    ? own
    : [
        { title: textOf(pack.pack.title), under: false, intro: '', clauses: rest.map((one) => lineOf(pack, one)) },
        ...own,
      ]
}

const lineOf = (pack: Pack, clause: Pack['clauses'][number]): PreviewClause => ({
  id: clause.id,
  says: textOf(clause.says),
  keptBy: clause.kept_by.map((ref) => sentenceOf(pack, ref)),
  planned: clause.planned.map((ref) => {
    const planned = pack.planned.find((one) => one.ref === ref)
    return planned === undefined ? sentenceOf(pack, ref) : textOf(planned.says)
  }),
})

/** What people will be asked to sign, for each audience. */
export function askedOf(pack: Pack): { readonly audience: string; readonly asked: readonly Asked[] }[] {
  const words = new Words(pack, pack.pack.language)
  const lines = Object.values(pack.assents).map((assent) => ({
    audience:
      typeof assent.for === 'string' ? words.one(assent.for) : `those named in ${words.thing(assent.for.record)}`,
    says: textOf(assent.says),
    when: assent.asked_on.map((occasion) => sayOccasion(words, occasion)).join(', '),
    items: assent.items.map((item) => textOf(item.says)),
  }))
  return [...Map.groupBy(lines, (line) => line.audience)].map(([audience, asked]) => ({ audience, asked }))
}

/** One agreement as it will be asked. */
export interface Asked {
  readonly says: string
  readonly when: string
  readonly items: readonly string[]
}

/** Who is told of what, and when. */
export function toldOf(pack: Pack): { readonly when: string; readonly says: string }[] {
  const words = new Words(pack, pack.pack.language)
  return Object.entries(pack.notify).map(([id, notify]) => ({
    when: `When ${sayEvent(words, notify.on)}`,
    says: sentenceOf(pack, `notify/${id}`),
  }))
}
