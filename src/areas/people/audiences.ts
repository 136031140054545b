import type { AudienceContext } from '#pack/engines/audience/person.ts'
import { personJudge } from '#pack/engines/judges.ts'
import type { Functions } from '#pack/expressions/scope.ts'
import type { Pack } from '#pack/types/pack.ts'

/**
 * How the audience engine decides the expressions of a pack about a person: by their facts, and by the audiences and posts
 * that they are in. `signed` is answered by whoever knows of signatures; without it, it is unknown.
 */
export const audienceContext = (pack: Pack, more: Pick<Functions, 'signed' | 'agreed'> = {}): AudienceContext => ({
  judge: personJudge(pack, more),
})
