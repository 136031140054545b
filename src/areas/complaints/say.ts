const OUTCOMES: Readonly<Record<string, string>> = {
  upheld: 'Upheld',
  partly: 'Partly upheld',
  not_upheld: 'Not upheld',
}

/** What whoever heard a complaint decided, in words. */
export const sayOutcome = (outcome: string): string => OUTCOMES[outcome] ?? outcome
