import { inParty } from '#pack/engines/audience/in-party.ts'
import type { AudienceContext, PersonFacts } from '#pack/engines/audience/person.ts'
import type { Verdict } from '#pack/engines/judge.ts'
import { personValue } from '#pack/engines/judges.ts'
import type { Compiled } from '#pack/expressions/compile.ts'
import { compileExpression } from '#pack/expressions/compile.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import { evaluate } from '#pack/expressions/evaluate.ts'
import type { Functions } from '#pack/expressions/scope.ts'
import { personScope } from '#pack/expressions/scopes.ts'
import type { Pack } from '#pack/types/pack.ts'

/**
 * How the audience engine decides the expressions of a pack about a person: by their facts, and by the audiences and posts
 * that they are in. `signed` is answered by whoever knows of signatures; without it, it is unknown.
 */
export function audienceContext(pack: Pack, more: Pick<Functions, 'signed' | 'agreed'> = {}): AudienceContext {
  const values = new WeakMap<PersonFacts, Values>()
  const valued = (person: PersonFacts): Values => {
    const value = personValue(pack, person)
    values.set(person, value)
    return value
  }
  const context: AudienceContext = {
    judge: (expression, { person, asAt }) => {
      const compiled = compiledIn(pack, expression)
      if (compiled === null) return 'unknown'
      // An expression about a person speaks of that person alone.
      const within = (id: string, party: string) =>
        id === person.id ? known(inParty(pack, party, person, asAt, context).verdict) : undefined
      const answer = evaluate(
        compiled,
        { person: values.get(person) ?? valued(person) },
        { ...more, holds: within, inAudience: within },
      )
      return answer === true ? 'yes' : answer === false ? 'no' : 'unknown'
    },
  }
  return context
}

const known = (verdict: Verdict): boolean | undefined => (verdict === 'unknown' ? undefined : verdict === 'yes')

const held = new WeakMap<Pack, Map<string, Compiled | null>>()

function compiledIn(pack: Pack, text: string): Compiled | null {
  const own = held.get(pack) ?? new Map<string, Compiled | null>()
  held.set(pack, own)
  const before = own.get(text)
  if (before !== undefined) return before
  const result = compileExpression(text, personScope(pack))
  const compiled = result.ok ? result.expression : null
  own.set(text, compiled)
  return compiled
}
