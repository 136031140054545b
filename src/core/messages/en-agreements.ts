/** Signing an agreement, for parents, pupils and everybody who signs for themselves. */
export const agreements = {
  'agreement.title': 'Your agreement',
} as const
