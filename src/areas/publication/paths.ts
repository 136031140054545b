/** Every address of the published policy: the public ones, the signed-in ones, posters and the review. */
export const paths = {
  text: { route: '/policy', to: (query = '') => `/policy${query}` },
  door: { route: '/policy/public', to: () => '/policy/public' },
  posters: { route: '/policy/posters', to: (school = '') => `/policy/posters${schoolQuery(school)}` },
  poster: {
    route: '/policy/posters/:reader',
    to: (reader: string, school = '') => `/policy/posters/${reader}${schoolQuery(school)}`,
  },
  posterPdf: {
    route: '/policy/posters/:reader/pdf',
    to: (reader: string, school = '') => `/policy/posters/${reader}/pdf${schoolQuery(school)}`,
  },
  letter: {
    route: '/policy/letters/:reader',
    to: (reader: string, school = '') => `/policy/letters/${reader}${schoolQuery(school)}`,
  },
  letterPdf: {
    route: '/policy/letters/:reader/pdf',
    to: (reader: string, school = '') => `/policy/letters/${reader}/pdf${schoolQuery(school)}`,
  },
  /** One sheet, folded once. */
  leafletPdf: {
    route: '/policy/leaflets/:reader/pdf',
    to: (reader: string, school = '') => `/policy/leaflets/${reader}/pdf${schoolQuery(school)}`,
  },
  review: { route: '/policy/review', to: (query = '') => `/policy/review${query}` },
  reviewCsv: { route: '/policy/review.csv', to: (query = '') => `/policy/review.csv${query}` },
  reviewPdf: { route: '/policy/review/pdf', to: (query = '') => `/policy/review/pdf${query}` },
} as const

const schoolQuery = (school: string): string => (school === '' ? '' : `?school=${encodeURIComponent(school)}`)

/** A document of the policy under the public place. */
export const documentUnder = (base: string, document: string): string => `${base}/documents/${document}`

/** Where else in the program the pages lead. */
export const elsewhere = {
  board: '/policy/board',
  life: '/policy/life',
  clause: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}`,
  documents: '/policy/documents',
  drafts: '/policy/drafts',
  changes: (version: number) => `/policy/versions/${version}/changes`,
  tell: (slug: string, teller?: string) => (teller === undefined ? `/at/${slug}/tell` : `/at/${slug}/tell/${teller}`),
} as const

/** The public page of an organisation with one school, and of one school among several. */
export const publicRoutes = ['/at/:organisation/policy', '/at/:organisation/policy/of/:school'] as const

/** The public page's address: `address` names one school among several. */
export const publicBase = (slug: string, address: string | null): string =>
  address === null ? `/at/${slug}/policy` : `/at/${slug}/policy/of/${address}`

/** What stands under a page of the policy, whether public or signed in. */
export const under = {
  onDate: '/on/:date',
  versions: '/versions',
  document: '/documents/:document',
  reader: '/for/:reader',
  pdf: '/pdf',
  pdfOnDate: '/on/:date/pdf',
} as const
