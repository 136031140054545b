import type { Pack } from '#pack/types/pack.ts'

/** The clauses that a kind of record carries: its own, those of its questions and those of its steps, each once, in order. */
export function clausesOfKind(pack: Pack, kind: string): string[] {
  const record = pack.records[kind]
  if (record === undefined) return []
  const steps = Object.values(record.steps)
  const asked = steps.flatMap((step) => ('ask' in step ? step.answers : []))
  const fields = [record, ...record.rows, ...steps, ...asked].flatMap((one) => one.fields)
  return [...new Set([record, ...fields, ...steps, ...asked].flatMap((one) => one.clauses))].sort()
}
