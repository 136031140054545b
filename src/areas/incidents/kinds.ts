import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'

/** The pack's kinds of incident, from the list of the field that says the kind. */
export function incidentKinds(policy: PolicyInForce): { value: string; text: string }[] {
  return (policy.pack.lists[kindList(policy)]?.values ?? []).map((value) => ({
    value: value.id,
    text: textOf(value.says),
  }))
}

/** A kind as people read it. */
export const sayKind = (policy: PolicyInForce, id: string | null): string =>
  id === null ? '' : (incidentKinds(policy).find((kind) => kind.value === id)?.text ?? id)

/** The field of the incident form that says its kind: the one that the pack's list of kinds belongs to. */
export const KIND_FIELD = 'kind'

const kindList = (policy: PolicyInForce): string => {
  const field = policy.pack.records.incident?.fields.find((one) => one.id === KIND_FIELD)
  return field?.type.startsWith('list/') ? field.type.slice('list/'.length) : ''
}
