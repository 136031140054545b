import { textOf } from '#areas/policy/index.ts'
import type { ClauseChange } from '#pack/compare/clauses.ts'
import type { Comment } from '../queries/comments.ts'
import type { Consultation } from '../queries/read-consultation.ts'
import type { ConsultationViewProps, ConsultedClause, OwnComment } from '../views/consultation-view.tsx'

type Sections = ConsultationViewProps['sections']

/** The sections of a draft as those who are asked read them: what changes only, or the whole text. */
export function consultedSections({ draft, said, mine }: Consultation, only: 'changes' | 'all'): Sections {
  const { pack } = draft
  const titles = new Map(pack.sections.map((section) => [section.id, textOf(section.title)]))
  const changed = new Map((said?.changes.clauses ?? []).map((change) => [change.id, change]))
  const own = Map.groupBy(mine, (one) => one.clause ?? '')
  const shown = pack.clauses.filter((clause) => only === 'all' || changed.has(clause.id) || own.has(clause.id))
  const clauses = Map.groupBy(shown, (clause) => clause.section ?? '')
  const gone = Map.groupBy(
    (said?.changes.clauses ?? []).filter((change) => change.change === 'removed'),
    (change) => change.section ?? '',
  )
  const things = new Map((said?.sections ?? []).map((section) => [section.id ?? '', section.things]))
  const order = [
    ...new Set([...pack.sections.map((section) => section.id), ...clauses.keys(), ...gone.keys(), ...things.keys()]),
  ]
  return order.flatMap((id) => {
    const section = {
      title: titles.get(id) ?? 'Other parts of the policy',
      clauses: [
        ...(clauses.get(id) ?? []).map((clause) =>
          clauseOf(clause.id, textOf(clause.says), changed.get(clause.id), ownOf(mine, clause.id)),
        ),
        ...(gone.get(id) ?? []).map((change) => clauseOf(change.id, change.before, change, ownOf(mine, change.id))),
      ],
      things: (things.get(id) ?? []).map((thing) =>
        thing.says === ''
          ? `${thing.title}: ${thing.differences.map((one) => one.says).join('; ')}.`
          : `${thing.change === 'added' ? 'New' : 'No longer'}: ${thing.says}`,
      ),
    }
    return section.clauses.length + section.things.length === 0 ? [] : [section]
  })
}

const CHANGE = { added: 'New', removed: 'Taken out', changed: 'Changed' } as const

const clauseOf = (
  id: string,
  says: string,
  change: ClauseChange | undefined,
  own: readonly OwnComment[],
): ConsultedClause => ({
  id,
  says,
  marks: change === undefined || change.marks.length === 0 ? null : change.marks,
  change: change === undefined ? '' : CHANGE[change.change],
  more: (change?.says ?? []).map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`),
  own,
})

/** One's own comments on a clause, or on the whole. */
export const ownOf = (mine: readonly Comment[], clause: string | null): OwnComment[] =>
  mine
    .filter((one) => one.clause === clause)
    .map((one) => ({
      id: one.id,
      says: one.says,
      withdrawn: one.withdrawnAt !== null,
      answer: one.answer === null ? null : sayAnswer(one),
    }))

/** What came of a comment, in words. */
export const sayAnswer = (one: Pick<Comment, 'answer' | 'takenUp'>): string =>
  one.takenUp === true ? `Taken up: ${one.answer}` : `Not taken up: ${one.answer}`
