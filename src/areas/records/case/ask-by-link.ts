import type { Case } from '../queries/read-case.ts'

/** Where somebody who is only described in a record is asked by a link; null when the policy asks nothing of their part. */
export function askHref({ id, kind, policy }: Pick<Case, 'id' | 'kind' | 'policy'>, part: string): string | null {
  const asked = Object.values(policy.pack.assents).some(
    ({ for: whom }) => typeof whom === 'object' && whom.record === `record/${kind}` && whom.parts.includes(part),
  )
  return asked ? `/agreements/of-record/${id}` : null
}
