/** Telling the school: pupils, parents and anybody without a name. Short sentences, no blame, no praise. */
export const concerns = {
  'concern.title': 'Tell us what happened',
} as const
