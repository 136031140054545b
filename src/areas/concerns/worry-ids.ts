/** What somebody tells of when nothing else fits. */
export const OTHER_WORRY = 'other'
