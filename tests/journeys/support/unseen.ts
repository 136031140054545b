/**
 * Pages that the world of the routes does not open, because it lacks what they are about: axe looks at them where a journey
 * comes by, and this list is to become shorter.
 */
export const UNSEEN: readonly string[] = [
  'GET /break-glass/:id',
  'GET /retention/:id',
  'GET /pupil-files/:id',
  'GET /file-receipt/:organisation/:token',
]
