export interface ClauseChipProps {
  /** The clause as the policy numbers it, for instance `L-267`. */
  readonly clause: string
  readonly href: string
}

/** A clause of the policy, as a link beside what it asks for. */
export function ClauseChip({ clause, href }: ClauseChipProps) {
  return (
    <a class="kept-clause" href={href} aria-label={`Clause ${clause}`}>
      {clause}
    </a>
  )
}
