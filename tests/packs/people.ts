import type { AudienceContext, PersonFacts, PersonKind } from '#pack/engines/audience/person.ts'
import type { Verdict } from '#pack/engines/judge.ts'
import { eventJudge, personJudge } from '#pack/engines/judges.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'

/** A person of one kind, with what is known of them and the posts that they hold. */
export const somebody = (
  id: string,
  kind: PersonKind,
  facts: Readonly<Record<string, Scalar>> = {},
  posts: readonly string[] = [],
): PersonFacts => ({
  id,
  kinds: [{ kind, from: '2025-09-01', until: null }],
  facts,
  posts: posts.map((post) => ({ party: `party/${post}`, from: '2025-09-01', until: null })),
})

/** Asks the pack's own expressions about people, as an area does. */
export const audienceOf = (pack: Pack): AudienceContext => ({ judge: personJudge(pack) })

/** Judges the condition of a notice about a record with these fields. */
export const judgeOf = (pack: Pack, record: string, fields: Values): ((expression: string) => Verdict) =>
  eventJudge(pack, `record/${record}#opened`, fields)
