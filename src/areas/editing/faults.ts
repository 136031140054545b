import type { ContentFault } from '#pack/edit/faults.ts'

/** The faults that were not there before. */
export function newFaults(before: readonly ContentFault[], after: readonly ContentFault[]): ContentFault[] {
  const known = new Set(before.map(keyOf))
  return after.filter((fault) => !known.has(keyOf(fault)))
}

const keyOf = ({ rule, says, place }: ContentFault): string => `${rule} ${place} ${says}`

/** The faults at a place and within it. */
export const faultsWithin = (faults: readonly ContentFault[], place: string): ContentFault[] =>
  faults.filter((fault) => fault.place === place || fault.place.startsWith(`${place}/`))
