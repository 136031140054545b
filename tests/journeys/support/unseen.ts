/**
 * Pages that the world of the routes does not open, because it lacks what they are about: axe looks at them where a journey
 * comes by, and this list is to become shorter.
 */
export const UNSEEN: readonly string[] = [
  'GET /policy/drafts/:draft/take',
  'GET /policy/documents/:document/attach',
  'GET /answer/:organisation/:token',
  'GET /at/:organisation/policy/documents/:document',
  'GET /at/:organisation/policy/of/:school/documents/:document',
  'GET /agreements/requests/:id/here/:signer',
  'GET /actions/new',
  'GET /exceptions/new/:exception',
  'GET /entries/:id/change',
  'GET /written-letters/:id',
  'GET /actions/:id',
  'GET /exceptions/:id',
  'GET /people/import/:id',
  'GET /incidents/:id/follows',
  'GET /complaints/:id',
  'GET /break-glass/:id',
  'GET /retention/:id',
  'GET /pupil-files/:id',
  'GET /file-receipt/:organisation/:token',
  'GET /notes/:id',
]
