import type { PolicyInForce } from '#areas/policy/index.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import { TOLD } from './told-event.ts'

/**
 * Whether something told of this kind may bring a file: the pack has a field for it, and its condition holds. What cannot be
 * decided is no: where a picture of a child might come, there is no way for it.
 */
export function mayBringFiles({ pack }: Pick<PolicyInForce, 'pack'>, worry: string): boolean {
  const field = pack.records.concern?.fields.find((one) => one.id === 'files' && one.type === 'file')
  if (field === undefined || pack.lists.worry?.values.some((value) => value.id === worry && value.files === 'never'))
    return false
  return field.when === undefined || eventJudge(pack, TOLD, { worry })(field.when) === 'yes'
}
