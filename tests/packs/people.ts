import { inParty } from '#pack/engines/audience/in-party.ts'
import type { AudienceContext, PersonFacts, PersonKind } from '#pack/engines/audience/person.ts'
import type { Verdict } from '#pack/engines/judge.ts'
import { compileExpression } from '#pack/expressions/compile.ts'
import { evaluate, type Values } from '#pack/expressions/evaluate.ts'
import type { Functions, Scope } from '#pack/expressions/scope.ts'
import { personScope, recordScope } from '#pack/expressions/scopes.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'

/** A person of one kind, with what is known of them. */
export const somebody = (id: string, kind: PersonKind, facts: Readonly<Record<string, Scalar>> = {}): PersonFacts => ({
  id,
  kinds: [{ kind, from: '2025-09-01', until: null }],
  facts,
  posts: [],
})

/** Asks the pack's own expressions about people, as an area does. */
export function audienceOf(pack: Pack): AudienceContext {
  const context: AudienceContext = {
    judge: (expression, { person, asAt }) =>
      judged(
        expression,
        personScope(pack),
        { person: { id: person.id, ...person.facts } },
        {
          inAudience: (_person, party) => {
            const { verdict } = inParty(pack, party, person, asAt, context)
            return verdict === 'unknown' ? undefined : verdict === 'yes'
          },
        },
      ),
  }
  return context
}

/** Judges the condition of a notice about a record with these fields. */
export const judgeOf =
  (pack: Pack, record: string, fields: Values) =>
  (expression: string): Verdict =>
    judged(expression, recordScope(pack, record), fields, {})

function judged(expression: string, scope: Scope, values: Values, functions: Functions): Verdict {
  const compiled = compileExpression(expression, scope)
  if (!compiled.ok) throw new Error(`${expression}: ${compiled.fault.says}`)
  const verdict = evaluate(compiled.expression, values, functions)
  return verdict === 'unknown' ? 'unknown' : verdict ? 'yes' : 'no'
}
